import { Chip, html } from "../../js/parts.js";
import { t } from "../../js/language.js";

/**
 * Why a time is changed or given up; the words are kept as the patient saw them (R73).
 * @param {{names: string[], value: string, problem: string, onChoose: (name: string) => void}} props
 */
export function Reasons({ names, value, problem, onChoose }) {
  return html`<fieldset class="reasons" aria-describedby="reason-below">
    <legend>${t("booking-reason")}</legend>
    <div class="chip-list">${names.map((name) => html`<${Chip} key=${name} chosen=${value === name} onClick=${() => onChoose(name)}>${t(`booking-reason-${name}`)}<//>`)}</div>
    <p id="reason-below" class="field-problem" role="alert">${problem}</p>
  </fieldset>`;
}
