// Finding who was here before: by phone, identity number, or name and birth date (R4, R5).
import { Segmented } from "/static/house/js/parts/button.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Question } from "../frame.js";
import { DigitPad } from "../keyboard/pads.js";
import { WritingKeys } from "../keyboard/writing.js";
import { digitsOf, spacedIdNumber, spacedPhone } from "../validate.js";
import { birthShown } from "./sex-age.js";
import { Waiting } from "./waiting.js";

const WAYS = ["phone", "id", "name"];

/** Who it is, and then whether they hold a number. */
const isSearching = ({ request }) => ["find", "held"].includes(request?.kind);

const FIELDS = {
  phone: { name: "findPhone", most: 11, shown: spacedPhone, clean: digitsOf, hint: "kiosk-phone-hint" },
  id: { name: "findId", most: 18, shown: spacedIdNumber, clean: (text) => text.toUpperCase().replace(/[^\dX]/g, ""), hint: "kiosk-id-hint", size: "entry-long" },
};

export function Find(props) {
  const { state, send, onLanguage } = props;
  const { form, errors } = state;
  if (isSearching(state) && state.slow) return html`<${Waiting} ...${props} title=${t("kiosk-find-waiting")} />`;
  const by = form.findBy;
  const set = (name) => (value) => send("field", { name, value });
  const next = () => send("next");
  const ways = WAYS.map((value) => ({ value, label: t(`kiosk-find-by-${value}`) }));
  const field = FIELDS[by];
  return html`<${Page} name="find" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question}>${t(`kiosk-find-title-${by}`)}</${Question}>
    <${Segmented} class="find-ways" label=${t("kiosk-find-ways")} value=${by} options=${ways} onChange=${(value) => send("findAgain", { findBy: value })} />
    ${by === "name"
      ? html`<${Field} key="name" id="find-name" label=${t("kiosk-field-name")} value=${form.findName} composing=${form.composing}
          onInput=${set("findName")} onEnter=${next} problem=${errors.findName} hint=${t("kiosk-name-hint")} help=${t("kiosk-find-promise")} />
        <${WritingKeys} state=${state} send=${send} field="findName" forName />`
      : html`<${Field} key=${by} id=${`find-${by}`} numeric label=${t(`kiosk-find-title-${by}`)} value=${form[field.name]} shown=${field.shown(form[field.name])}
          onInput=${(text) => set(field.name)(field.clean(text).slice(0, field.most))} onEnter=${next} problem=${errors[field.name]} size=${field.size}
          hint=${t(field.hint)} help=${t("kiosk-find-promise")} />
        <${DigitPad} withX=${by === "id"} value=${form[field.name]} most=${field.most} onChange=${set(field.name)} onEnter=${next} />`}
    <${Actions}>
      <button type="button" class="action action-side" onClick=${() => send("registerAsNew")}>
        <${Icon} name="person-plus" size=${44} /><span>${t("kiosk-way-new")}</span></button>
      <button type="button" class="action action-main" onClick=${next}><span>${t("kiosk-find-do")}</span><${Icon} name="search" size=${48} /></button>
    </${Actions}>
  </${Page}>`;
}

export function FindBirth(props) {
  const { state, send, onLanguage } = props;
  const { form, errors } = state;
  if (isSearching(state) && state.slow) return html`<${Waiting} ...${props} title=${t("kiosk-find-waiting")} />`;
  const set = (value) => send("field", { name: "findBirth", value });
  const next = () => send("next");
  return html`<${Page} name="find-birth" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question}>${t("kiosk-find-birth-title")}</${Question}>
    <${Field} id="find-birth" numeric label=${t("kiosk-field-birth")} value=${form.findBirth} shown=${form.findBirth && birthShown(form.findBirth)}
      onInput=${(text) => set(digitsOf(text).slice(0, 8))} onEnter=${next} problem=${errors.findBirth} hint=${t("kiosk-birth-hint")} help=${t("kiosk-find-birth-help")} />
    <${DigitPad} value=${form.findBirth} most=${8} onChange=${set} onEnter=${next} />
    <${Actions}><button type="button" class="action action-main" onClick=${next}><span>${t("kiosk-find-do")}</span><${Icon} name="search" size=${48} /></button></${Actions}>
  </${Page}>`;
}
