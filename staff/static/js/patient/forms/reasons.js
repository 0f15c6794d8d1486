/** A reason: one of the usual ones by a tap, or written. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Chip } from "/static/house/js/parts.js";
import { TextField } from "../../parts/fields.js";

const LIMIT = 200;

/** @param {{usual: string[], value: string, onValue: (value: string) => void, error?: string}} props ids of the usual ones */
export function ReasonField({ usual, value, onValue, error }) {
  return html`<div class="reason">
    <${TextField} name="reason" label=${t("staff-reason")} help=${t("staff-reason-help")} value=${value}
      onValue=${onValue}
      error=${error} rows=${2} limit=${LIMIT} />
    <div class="chip-list" role="group" aria-label=${t("staff-reason-usual")}>
      ${usual.map((id) => {
        const text = t(id);
        return html`<${Chip} key=${id} chosen=${value === text}
          onClick=${() => onValue(value === text ? "" : text)}>${text}<//>`;
      })}
    </div>
  </div>`;
}
