// Step 2: sex, and age or birth date, on one page; or both from an identity number (R1).
import { Segmented } from "/static/house/js/parts/button.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Problem, Question } from "../frame.js";
import { DigitPad } from "../keyboard/pads.js";
import { spacedIdNumber } from "../validate.js";

/** 19510312 -> 1951 年 03 月 12 日 while it is being typed */
export function birthShown(digits) {
  return t("kiosk-birth-shown", {
    year: digits.slice(0, 4).padEnd(4, "–"), month: digits.slice(4, 6).padEnd(2, "–"), day: digits.slice(6, 8).padEnd(2, "–"),
  });
}

export function SexAge({ state, send, onLanguage }) {
  const { form, errors, onBehalf } = state;
  const set = (name) => (value) => send("field", { name, value });
  const byAge = form.ageBy === "age";
  const field = byAge ? "age" : "birth";
  const sexes = ["male", "female", "other"].map((value) => ({ value, label: t(`kiosk-sex-${value}`) }));
  return html`<${Page} name="about" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question}>${t(onBehalf ? "kiosk-about-title-behalf" : "kiosk-about-title")}</${Question}>
    <div class="about-sex">
      <${Segmented} label=${t("kiosk-field-sex")} value=${form.sex} options=${sexes} onChange=${set("sex")} />
      <${Problem} id="sex-problem" problem=${errors.sex} />
    </div>
    <div class="about-age">
      <${Segmented} label=${t("kiosk-field-age-or-birth")} value=${form.ageBy} onChange=${set("ageBy")} class="segmented-small"
        options=${[{ value: "age", label: t("kiosk-by-age") }, { value: "birth", label: t("kiosk-by-birth") }]} />
      <${Field} key=${field} id=${field} numeric label=${t(byAge ? "kiosk-field-age" : "kiosk-field-birth")} value=${form[field]}
        shown=${byAge ? form.age && t("kiosk-age-shown", { age: form.age }) : form.birth && birthShown(form.birth)}
        hint=${t(byAge ? "kiosk-age-hint" : "kiosk-birth-hint")} problem=${errors[field]} size="entry-lower"
        onInput=${(text) => set(field)(text.replace(/\D/g, "").slice(0, byAge ? 3 : 8))} onEnter=${() => send("next")}
        help=${t(byAge ? "kiosk-age-help" : "kiosk-birth-help")} />
    </div>
    <${DigitPad} value=${form[field]} most=${byAge ? 3 : 8} onChange=${set(field)} onEnter=${() => send("next")} />
    <${Actions}>
      <button type="button" class="action action-side" onClick=${() => send("go", { page: "idNumber" })}>
        <${Icon} name="id-card" size=${44} /><span>${t("kiosk-by-id")}</span></button>
      <${NextButton} send=${send} />
    </${Actions}>
  </${Page}>`;
}

export function IdNumber({ state, send, onLanguage }) {
  const { form, errors } = state;
  const set = (value) => send("field", { name: "idNumber", value });
  return html`<${Page} name="id-number" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${t("kiosk-id-help")}>${t("kiosk-id-title")}</${Question}>
    <${Field} id="id-number" numeric size="entry-long" label=${t("kiosk-field-id")} value=${form.idNumber} shown=${spacedIdNumber(form.idNumber)}
      hint=${t("kiosk-id-hint")} problem=${errors.idNumber} onEnter=${() => send("next")}
      onInput=${(text) => set(text.toUpperCase().replace(/[^\dX]/g, "").slice(0, 18))}
      help=${html`<${Icon} name="shield-check" size=${40} /><span>${t("kiosk-id-promise")}</span>`} />
    <${DigitPad} withX value=${form.idNumber} most=${18} onChange=${set} onEnter=${() => send("next")} />
    <${Actions}><${NextButton} send=${send} /></${Actions}>
  </${Page}>`;
}
