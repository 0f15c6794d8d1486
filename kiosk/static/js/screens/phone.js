// Step 2, second half: the phone, which may be declined (R13).
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Question } from "../frame.js";
import { DigitPad } from "../keyboard/pads.js";
import { digitsOf, spacedPhone } from "../validate.js";

export function Phone({ state, send, onLanguage }) {
  const { form, errors, onBehalf, person } = state;
  const set = (value) => send("field", { name: "phone", value });
  return html`<${Page} name="phone" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question}>${t(person ? "kiosk-phone-title-new" : onBehalf ? "kiosk-phone-title-behalf" : "kiosk-phone-title")}</${Question}>
    <${Field} id="phone" numeric label=${t("kiosk-field-phone")} value=${form.phone} shown=${spacedPhone(form.phone)}
      hint=${t("kiosk-phone-hint")} problem=${errors.phone} onEnter=${() => send("next")}
      onInput=${(text) => set(digitsOf(text).slice(0, 11))} help=${t(form.idNumber ? "kiosk-card-read" : "kiosk-phone-promise")} />
    <${DigitPad} value=${form.phone} most=${11} onChange=${set} onEnter=${() => send("next")} />
    <${Actions}>
      <button type="button" class="action action-side" onClick=${() => send("declinePhone")}><span>${t("kiosk-phone-decline")}</span></button>
      <${NextButton} send=${send} />
    </${Actions}>
  </${Page}>`;
}
