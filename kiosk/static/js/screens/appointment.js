// An appointment is found by its code, by phone, or by scanning it: which keys, which field, and what else one may do.
import { Segmented } from "/static/house/js/parts/button.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { pick, t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Field } from "../field.js";
import { Actions, Page, Question } from "../frame.js";
import { CodePad } from "../keyboard/code-pad.js";
import { DigitPad } from "../keyboard/pads.js";
import { codeOf, digitsOf, spacedCode, spacedPhone } from "../validate.js";
import { whenShown } from "./appointment-card.js";
import { Waiting } from "./waiting.js";

const WAYS = ["phone", "code"];
const SEARCHES = ["appointments", "link"];
const PHONE_DIGITS = 11;

export function AppointmentSearch(props) {
  const { state, send, onLanguage } = props;
  const { form, errors } = state;
  if (SEARCHES.includes(state.request?.kind) && state.slow) return html`<${Searching} ...${props} />`;
  const byCode = form.findBy === "code";
  const name = byCode ? "code" : "findPhone";
  const set = (value) => send("field", { name, value });
  const next = () => send("next");
  const clean = byCode ? codeOf : (text) => digitsOf(text).slice(0, PHONE_DIGITS);
  return html`<${Page} name="appointment" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question}>${t(`kiosk-appointment-title-${byCode ? "code" : "phone"}`)}</${Question}>
    <${Segmented} class="find-ways" label=${t("kiosk-find-ways")} value=${form.findBy}
      options=${WAYS.map((value) => ({ value, label: t(`kiosk-find-by-${value}`) }))} onChange=${(value) => send("findAgain", { findBy: value })} />
    <${Field} key=${name} id=${byCode ? "code" : "find-phone"} numeric label=${t(`kiosk-appointment-title-${byCode ? "code" : "phone"}`)}
      value=${form[name]} shown=${(byCode ? spacedCode : spacedPhone)(form[name])} onInput=${(text) => set(clean(text))} onEnter=${next}
      problem=${errors[name]} hint=${t(byCode ? "kiosk-code-hint" : "kiosk-phone-hint")}
      help=${html`<${Icon} name="qr-code" size=${44} /><span>${t("kiosk-appointment-scan")}</span>`} />
    ${byCode
      ? html`<${CodePad} value=${form.code} onChange=${set} onEnter=${next} />`
      : html`<${DigitPad} value=${form.findPhone} most=${PHONE_DIGITS} onChange=${set} onEnter=${next} />`}
    <${Actions}>
      <button type="button" class="action action-side" onClick=${() => send("startBooking")}>
        <${Icon} name="calendar" size=${44} /><span>${t("kiosk-book-now")}</span></button>
      <button type="button" class="action action-main" onClick=${next}><span>${t("kiosk-find-do")}</span><${Icon} name="search" size=${48} /></button>
    </${Actions}>
  </${Page}>`;
}

export const Searching = (props) => html`<${Waiting} ...${props} title=${t("kiosk-find-waiting")} sub=${t("kiosk-sub-appointment")} />`;

/** Several for one phone: told apart by time and department, the name with its middle hidden. */
export function ChooseAppointment({ state, send, onLanguage }) {
  const { appointments, language } = state;
  return html`<${Page} name="choose-appointment" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question} help=${t("kiosk-choose-person-help")}>${t("kiosk-appointment-choose")}</${Question}>
    <div class="choices choices-people">
      ${appointments.slice(0, 5).map((one) => html`<${ChoiceCard} key=${one.id} icon="calendar-check" name=${whenShown(one, language)}
        second=${t("kiosk-appointment-where", { department: pick(one.department_names), doctor: pick(one.doctor_names) })}
        aside=${one.name_masked && html`<b>${one.name_masked}</b>`} onClick=${() => send("chooseAppointment", { id: one.id })} />`)}
      <${ChoiceCard} look="quiet" icon="search" name=${t("kiosk-not-mine")} onClick=${() => send("notMyAppointment")} />
    </div>
  </${Page}>`;
}
