// "与您确认一下": the person's own data read back before anything is stored (R6, R8, R9, R106). No complaint here.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Page, Question } from "../frame.js";
import { wordOf } from "../keyboard/name-words.js";
import { birthDateOf, maskedPhone, yearsBetween } from "../validate.js";
import { today } from "../time.js";

function words(name, language) {
  if (language !== "zh-CN") return null;
  const each = [...name].filter(wordOf).map((one) => t("kiosk-name-word", { word: wordOf(one), character: one }));
  return each.length ? each.join("·") : null;
}

function ageShown(form) {
  if (form.ageBy === "age") return t("kiosk-age-shown", { age: form.age });
  return t("kiosk-age-shown", { age: yearsBetween(birthDateOf(form.birth), today()) });
}

const birthSecond = (form) => (form.ageBy === "birth" ? t("kiosk-born", { date: birthDateOf(form.birth) }) : null);

/** What stands in each row: typed now, or known from before with the middle hidden (R5). */
function rowsOf({ form, person, changed, language }) {
  const edited = (name) => !person || changed.includes(name);
  const phone = edited("phone") ? (form.phoneDeclined ? null : maskedPhone(form.phone)) : person.phone_masked;
  return [
    { page: "name", label: "kiosk-label-name", value: edited("name") ? form.name : person.name_masked,
      second: edited("name") ? words(form.name, language) : null },
    { page: "about", label: "kiosk-label-sex", value: t(`kiosk-sex-${edited("about") ? form.sex : person.sex}`) },
    { page: "about", label: "kiosk-label-age", value: edited("about") ? ageShown(form) : t("kiosk-age-shown", { age: person.age }),
      second: edited("about") ? birthSecond(form) : person.birth_month && t("kiosk-born-month", { month: person.birth_month }) },
    { page: "phone", label: "kiosk-label-phone", value: phone ?? t("kiosk-phone-none"),
      second: t(phone ? "kiosk-phone-used" : "kiosk-phone-none-second"), plain: !phone },
  ];
}

function Row({ row, send }) {
  const label = t(row.label);
  return html`<div class="check-row">
    <dt>${label}</dt>
    <dd>
      <span class="check-value"><b class=${row.plain ? "is-plain" : ""}>${row.value}</b>${row.second && html`<span>${row.second}</span>`}</span>
      <button type="button" class="check-edit" aria-label=${t("kiosk-edit-what", { what: label })} onClick=${() => send("edit", { page: row.page })}>${t("kiosk-edit")}</button>
    </dd>
  </div>`;
}

function Buttons({ state, send }) {
  if (!state.person) {
    return html`<button type="button" class="action action-main action-agree" onClick=${() => send("submit")}>${t("kiosk-agree")}</button>
      <button type="button" class="action action-side action-wide" onClick=${() => send("notMe")}>${t("kiosk-not-me")}</button>`;
  }
  return html`<h2 class="same-ask" id="same">${t("kiosk-same-ask")}</h2>
    <button type="button" class="action action-main action-agree" onClick=${() => send("confirmKnown", { choice: "same" })}>
      <span>${t("kiosk-same-yes")}<small>${t("kiosk-same-yes-second")}</small></span></button>
    <div class="same-others">
      <button type="button" class="action action-outline" onClick=${() => send("confirmKnown", { choice: "other" })}>${t("kiosk-same-no")}</button>
      <button type="button" class="action action-outline" onClick=${() => send("confirmKnown", { choice: "department" })}>${t("kiosk-same-department")}</button>
    </div>
    <button type="button" class="action action-side action-wide" onClick=${() => send("notMe")}>${t("kiosk-not-me-find")}</button>`;
}

export function Readback({ state, send, onLanguage }) {
  const rows = rowsOf(state);
  const known = Boolean(state.person);
  return html`<${Page} name=${known ? "readback is-known" : "readback"} state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} class=${[...rows[0].value].length > (state.language === "zh-CN" ? 6 : 16) ? "is-long" : ""}>${t("kiosk-check-first")}<br />${t("kiosk-check-title", { name: rows[0].value })}</${Question}>
    <dl class="check">${rows.map((row) => html`<${Row} key=${row.label} row=${row} send=${send} />`)}</dl>
    <p class="consent"><${Icon} name="shield-check" size=${56} /><span>${t("kiosk-consent")}<br />${t("kiosk-consent-second")}</span></p>
    <div class="check-actions"><${Buttons} state=${state} send=${send} /></div>
  </${Page}>`;
}
