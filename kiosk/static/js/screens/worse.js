// For whoever feels worse: a sign to touch and staff are called. Who holds a number may say it, so that their own
// ticket is triaged again (R24); who does not is asked nothing (R22).
import { pick, t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Question } from "../frame.js";
import { WritingKeys } from "../keyboard/writing.js";

/** The signs, the commonest first; their names come from the triage knowledge. */
const SIGNS = [
  { code: "chest-pain" }, { code: "breathless" }, { words: "kiosk-worse-bleeding" }, { code: "slurred-speech" },
  { code: "one-sided-weakness" }, { code: "fainting" }, { code: "seizure" }, { code: "anaphylaxis" }, { code: "choking" },
  { code: "vomiting-blood" },
];
const [MOST, MOST_LARGE] = [10, 8];

function Signs({ state, send }) {
  const known = new Map((state.symptoms?.symptoms ?? []).map((one) => [one.code, one]));
  const signs = SIGNS.map((sign) => (sign.words ? { text: t(sign.words) } : known.get(sign.code) && { code: sign.code, text: pick(known.get(sign.code).names) }))
    .filter(Boolean);
  return html`<div class="worse-signs">
    ${signs.slice(0, state.large ? MOST_LARGE : MOST).map((one) => html`<button type="button" key=${one.text} class="worse-sign"
      onClick=${() => send("sign", one.code ? { code: one.code } : { text: one.text })}>${one.text}</button>`)}
  </div>`;
}

export function Worse({ state, send, onLanguage }) {
  return html`<${Page} name="worse" state=${state} send=${send} onLanguage=${onLanguage} progress=${false} sub=${t("kiosk-sub-worse")}>
    <${Question} help=${t("kiosk-worse-help")}>${t("kiosk-worse-title")}</${Question}>
    <${Signs} state=${state} send=${send} />
    <div class="worse-foot">
      <${ChoiceCard} icon="ticket" name=${t("kiosk-worse-holder")} second=${t("kiosk-worse-holder-second")} onClick=${() => send("go", { page: "worseNumber" })} />
      <${ChoiceCard} look="quiet" icon="headset-person" name=${t("kiosk-worse-other")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
    </div>
  </${Page}>`;
}

/** The signs once more, now for a number. */
export function WorseSigns({ state, send, onLanguage }) {
  const help = t("kiosk-worse-signs-help", { number: state.form.ticketNumber });
  return html`<${Page} name="worse is-holder" state=${state} send=${send} onLanguage=${onLanguage} progress=${false} sub=${t("kiosk-sub-worse")}>
    <${Question} help=${help}>${t("kiosk-worse-title")}</${Question}>
    <${Signs} state=${state} send=${send} />
    <div class="worse-foot">
      <${ChoiceCard} icon="pencil" name=${t("kiosk-worse-words")} second=${t("kiosk-worse-words-second")} onClick=${() => send("go", { page: "worseWords" })} />
    </div>
  </${Page}>`;
}

/** What is worse in their own words; nothing need be written, a guide comes all the same. */
export function WorseWords({ state, send, onLanguage }) {
  const { form, errors } = state;
  const set = (name) => (value) => send("field", { name, value });
  return html`<${Page} name="words" state=${state} send=${send} onLanguage=${onLanguage} progress=${false} sub=${t("kiosk-sub-worse")}>
    <${Question} help=${t("kiosk-worse-words-help")}>${t("kiosk-worse-words-title")}</${Question}>
    <${Field} id="text" multiline size="entry-words" label=${t("kiosk-worse-words-title")} value=${form.text} composing=${form.composing}
      onInput=${set("text")} problem=${errors.text} hint=${t("kiosk-worse-words-hint")} />
    <${WritingKeys} state=${state} send=${send} field="text" most=${200} />
    <${Actions}><${NextButton} send=${send}>${t("kiosk-worse-words-done")}</${NextButton}></${Actions}>
  </${Page}>`;
}
