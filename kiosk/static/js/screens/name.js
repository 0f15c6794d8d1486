// Step 1: the name (R1, R14).
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Question } from "../frame.js";
import { wordOf } from "../keyboard/name-words.js";
import { WritingKeys } from "../keyboard/writing.js";

/** 周 周到的周: how each character is written, so that a wrong one is seen (R14). */
export function NameWords({ name, language }) {
  if (language !== "zh-CN") return null;
  const characters = [...name].filter((one) => wordOf(one)).slice(0, 4);
  return html`<ul class="name-words">${characters.map((one, place) => html`<li key=${place + one}>
    <b>${one}</b><span>${t("kiosk-name-word", { word: wordOf(one), character: one })}</span></li>`)}</ul>`;
}

export function Name({ state, send, onLanguage }) {
  const { form, errors, onBehalf, language } = state;
  const name = (value) => send("field", { name: "name", value });
  return html`<${Page} name="name" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${t(onBehalf ? "kiosk-name-help-behalf" : "kiosk-name-help")}>
      ${t(onBehalf ? "kiosk-name-title-behalf" : "kiosk-name-title")}</${Question}>
    <${Field} id="name" label=${t("kiosk-field-name")} value=${form.name} composing=${form.composing} onInput=${name}
      onEnter=${() => send("next")} problem=${errors.name} hint=${t("kiosk-name-hint")}
      help=${html`<${Icon} name="shield-check" size=${40} /><span>${t(form.idNumber ? "kiosk-card-read" : "kiosk-name-promise")}</span>`} />
    ${!errors.name && html`<${NameWords} name=${form.name} language=${language} />`}
    <${WritingKeys} state=${state} send=${send} field="name" forName />
    <${Actions}>
      ${state.path === "booking" && !state.editing && html`<button type="button" class="action action-side" onClick=${() => send("findAgain", { findBy: "phone" })}>
        <${Icon} name="id-card" size=${44} /><span>${t("kiosk-way-known")}</span></button>`}
      ${state.path !== "booking" && !state.editing && html`<button type="button" class="action action-side" aria-pressed=${String(onBehalf)} onClick=${() => send("behalf")}>
        <${Icon} name=${onBehalf ? "check" : "user"} size=${44} /><span>${t("kiosk-behalf")}</span></button>`}
      <${NextButton} send=${send} />
    </${Actions}>
  </${Page}>`;
}
