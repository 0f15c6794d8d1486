// The booking read back before it is stored: when, where, with whom, who (R8, R106).
import { dateAndDay } from "/static/house/js/clock.js";
import { pick, t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { departmentOf } from "../flow.js";
import { Page, Question } from "../frame.js";
import { maskedPhone } from "../validate.js";
import { doctorShown } from "./appointment-card.js";
import { Waiting } from "./waiting.js";

/** Time and place first; a person who was found changes nothing of their file here. */
function rowsOf(state) {
  const { booking, form, person, language } = state;
  const { offer } = booking;
  const phone = person ? person.phone_masked : form.phoneDeclined ? null : maskedPhone(form.phone);
  return [
    { label: "kiosk-label-when", value: dateAndDay(offer.starts_at, language), second: t("kiosk-time-from", { time: offer.time, minutes: offer.minutes }), strong: true, send: ["changeTime"] },
    { label: "kiosk-label-department", value: pick(departmentOf(state, booking.department)?.names), second: doctorShown(offer) },
    { label: "kiosk-label-name", value: person ? person.name_masked : form.name, send: !person && ["edit", { page: "name" }] },
    { label: "kiosk-label-phone", value: phone ?? t("kiosk-phone-none"), plain: !phone, send: !person && ["edit", { page: "phone" }] },
  ];
}

function Row({ row, send }) {
  const label = t(row.label);
  return html`<div class="check-row">
    <dt>${label}</dt>
    <dd>
      <span class="check-value"><b class=${row.plain ? "is-plain" : ""}>${row.value}</b>${row.second && html`<span class=${row.strong ? "is-strong" : ""}>${row.second}</span>`}</span>
      ${row.send && html`<button type="button" class="check-edit" aria-label=${t("kiosk-edit-what", { what: label })} onClick=${() => send(...row.send)}>${t("kiosk-edit")}</button>`}
    </dd>
  </div>`;
}

export function BookingCheck({ state, send, onLanguage }) {
  return html`<${Page} name="booking-check" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question}>${t("kiosk-book-check")}</${Question}>
    <dl class="check">${rowsOf(state).map((row) => html`<${Row} key=${row.label} row=${row} send=${send} />`)}</dl>
    <p class="consent"><${Icon} name="shield-check" size=${56} /><span>${t("kiosk-consent")}<br />${t("kiosk-consent-second")}</span></p>
    <div class="check-actions">
      <button type="button" class="action action-main action-agree" onClick=${() => send("sendBooking")}>${t("kiosk-book-agree")}</button>
      <button type="button" class="action action-side action-wide" onClick=${() => send("bookForAnother")}>${t("kiosk-not-me")}</button>
    </div>
  </${Page}>`;
}

export const BookingSending = (props) => html`<${Waiting} ...${props} title=${t("kiosk-book-sending")} sub=${t("kiosk-sub-booking")} />`;

/** No time can be booked here: the server's own sentence says why, and how to be seen all the same. */
export function BookingStopped({ state, send, onLanguage }) {
  return html`<${Page} name="booking-stopped" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${state.stuckDetail}>${t("kiosk-book-stopped")}</${Question}>
    <div class="choices choices-foot">
      <${ChoiceCard} look="main" icon="headset-person" name=${t("kiosk-stuck-guide")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
      <${ChoiceCard} look="quiet" icon="home" name=${t("kiosk-book-leave")} second=${t("kiosk-walk-in-second")} onClick=${() => send("wipe")} />
    </div>
  </${Page}>`;
}
