// Step 3, its end: which department, why, and what else one may choose (R21, R26, R28). No name on this page.
import { pick, t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard, Figures } from "../choice.js";
import { departmentOf } from "../flow.js";
import { Page, Question } from "../frame.js";
import { doctorsOf } from "./doctors.js";
import { Waiting } from "./waiting.js";

const MOST = 3;
/** Reasons longer than this together leave the second away: the card must not grow into the choices. */
const LONG = { "zh-CN": 40, en: 90 };

/** 肚子疼、拉肚子，两三天: what was chosen, in the words that were touched. */
function chosenWords({ form, symptoms }) {
  const names = form.symptoms.map((code) => pick(symptoms?.symptoms.find((one) => one.code === code)?.names)).filter(Boolean);
  const places = form.regions.map((code) => pick(symptoms?.regions.find((one) => one.code === code)?.names)).filter(Boolean);
  const list = (names.length ? names : places).join(t("kiosk-list-comma"));
  if (!list) return null;
  return form.duration ? t("kiosk-chosen-since", { list, since: t(`kiosk-since-${form.duration}`) }) : t("kiosk-chosen", { list });
}

const nameOf = (state, one) => pick(one.names ?? departmentOf(state, one.code)?.names);
const withFigures = (state, one) => ({ ...departmentOf(state, one.code), ...one });

/** 李静：头痛、眩晕: who is known for what was told (R25). */
function fittingWords(doctors) {
  const first = doctors.find((one) => one.fits);
  return t("kiosk-suggest-doctor-second", { name: pick(first.names), what: pick(first.fits) });
}

function AskAPerson({ state, send, onLanguage }) {
  return html`<${Page} name="suggestion" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${chosenWords(state)}>${t("kiosk-ask-title")}</${Question}>
    <section class="why"><h2>${t("kiosk-ask-why-title")}</h2><p>${state.suggestion.ask_reason ?? t("kiosk-ask-why")}</p><p>${t("kiosk-ask-why-wait")}</p></section>
    <div class="choices">
      <${ChoiceCard} look="main" class="is-tall" icon="headset-person" name=${t("kiosk-ask-guide")} second=${t("kiosk-ask-guide-second")}
        onClick=${() => send("help")} />
      <${ChoiceCard} icon="layout" name=${t("kiosk-choose-other")} onClick=${() => send("go", { page: "departments" })} />
    </div>
  </${Page}>`;
}

export function Suggestion(props) {
  const { state, send, onLanguage } = props;
  const { suggestion } = state;
  if (!suggestion) return html`<${Waiting} ...${props} title=${t("kiosk-suggest-waiting")} />`;
  const open = (suggestion.departments ?? []).filter((one) => departmentOf(state, one.code)?.open !== false).slice(0, MOST);
  if (!open.length || suggestion.ask_a_person) return html`<${AskAPerson} ...${props} />`;
  const [first, ...others] = open.map((one) => withFigures(state, one));
  const reasons = (first.reasons?.length ? first.reasons : suggestion.reasons ?? []).map((one) => one.text ?? one).slice(0, 2);
  if (reasons.join("").length > LONG[state.language] || state.large) reasons.length = Math.min(1, reasons.length);
  const name = nameOf(state, first);
  return html`<${Page} name="suggestion" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${chosenWords(state)}>${t("kiosk-suggest-title", { department: name })}</${Question}>
    <section class="why"><h2>${t("kiosk-why-title", { department: name })}</h2>
      ${reasons.map((reason) => html`<p>${reason}</p>`)}
      ${suggestion.no_danger && html`<p>${suggestion.no_danger}</p>`}<p>${t("kiosk-why-transfer")}</p></section>
    <div class=${`choices ${others.length + doctorsOf(state, first.code).some((one) => one.fits) > 1 ? "is-many" : ""}`}>
      <${ChoiceCard} look="main" class="is-tall" icon="check-circle" name=${t("kiosk-suggest-yes", { department: name })}
        second=${first.doctors_on_duty ? t("kiosk-doctors-today", { count: first.doctors_on_duty }) : undefined}
        aside=${html`<${Figures} department=${first} />`} onClick=${() => send("department", { code: first.code })} />
      ${doctorsOf(state, first.code).some((one) => one.fits) && html`<${ChoiceCard} icon="user" name=${t("kiosk-suggest-doctor")}
        second=${fittingWords(doctorsOf(state, first.code))} onClick=${() => send("doctors", { code: first.code })} />`}
      ${others.map((one) => html`<${ChoiceCard} key=${one.code} letter=${one.prefix} name=${t("kiosk-suggest-instead", { department: nameOf(state, one) })}
        aside=${html`<${Figures} department=${one} />`} onClick=${() => send("department", { code: one.code })} />`)}
      <${ChoiceCard} icon="layout" name=${t("kiosk-choose-other")} onClick=${() => send("go", { page: "departments" })} />
      <${ChoiceCard} look="quiet" icon="headset-person" name=${t("kiosk-not-sure")} onClick=${() => send("help")} />
    </div>
  </${Page}>`;
}
