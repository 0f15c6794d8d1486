// Several people fit: told apart by what only they know, never by what would tell others about them (R5).
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Page, Question } from "../frame.js";

const second = (one) => [
  t(`kiosk-sex-${one.sex}`), t("kiosk-age-shown", { age: one.age }),
  one.birth_month && t("kiosk-born-month", { month: one.birth_month }),
].filter(Boolean).join(t("kiosk-list-comma"));

export function ChoosePerson({ state, send, onLanguage }) {
  return html`<${Page} name="choose-person" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question} help=${t("kiosk-choose-person-help")}>${t("kiosk-choose-person-title")}</${Question}>
    <div class="choices choices-people">
      ${state.candidates.slice(0, 5).map((one) => html`<${ChoiceCard} key=${one.ref} icon="user" name=${one.name_masked} second=${second(one)}
        aside=${one.phone_masked && html`<span class="number">${one.phone_masked}</span>`} onClick=${() => send("choosePerson", { ref: one.ref })} />`)}
      <${ChoiceCard} look="quiet" icon="person-plus" name=${t("kiosk-choose-person-none")} onClick=${() => send("registerAsNew")} />
    </div>
  </${Page}>`;
}
