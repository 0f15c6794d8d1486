// The wait is long: the person says what suits them before a number is drawn (R37, R52).
import { pick, t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { departmentOf } from "../flow.js";
import { Page, Question } from "../frame.js";
import { doctorsOf } from "./doctors.js";

export function Offer({ state, send, onLanguage }) {
  const department = departmentOf(state, state.department);
  const suggested = state.suggestion?.departments?.find((one) => one.code === state.department);
  const estimate = suggested?.estimate ?? department?.estimate ?? {};
  const doctors = doctorsOf(state, state.department).length > 1;
  return html`<${Page} name="offer" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${t("kiosk-offer-help", { department: pick(department?.names), count: department?.waiting ?? 0 })}>
      ${t("kiosk-offer-title", { low: estimate.low, high: estimate.high })}</${Question}>
    ${!state.large && html`<section class="why offer-why">
      <p>${t("kiosk-offer-range", { low: estimate.low, high: estimate.high })}</p><p>${t("kiosk-offer-freely")}</p></section>`}
    <div class=${`choices ${doctors && department?.can_book ? "is-many" : ""}`}>
      <${ChoiceCard} look="main" class="is-tall" icon="clock" name=${t("kiosk-offer-wait")} second=${t("kiosk-offer-wait-second")}
        onClick=${() => send("acceptOffer")} />
      ${doctors && html`<${ChoiceCard} icon="user" name=${t("kiosk-offer-doctor")} second=${t("kiosk-offer-doctor-second")}
        onClick=${() => send("doctors", { code: state.department })} />`}
      <${ChoiceCard} icon="shuffle" name=${t("kiosk-offer-other")} second=${t("kiosk-offer-other-second")}
        onClick=${() => send("go", { page: "departments" })} />
      ${department?.can_book && html`<${ChoiceCard} icon="calendar-check" name=${t("kiosk-offer-rebook")} second=${t("kiosk-offer-rebook-second")}
        onClick=${() => send("bookInstead")} />`}
    </div>
  </${Page}>`;
}
