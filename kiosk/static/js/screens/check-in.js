// "Is this your appointment?", and what happens next for who is early, on time or late (R34); and where one cannot
// sign in now: why, and three ways on.
import { dateAndDay } from "/static/house/js/clock.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Page, Question } from "../frame.js";
import { AppointmentCard } from "./appointment-card.js";

const ARRIVAL_ICONS = { early: "clock", on_time: "check-circle", late: "triangle" };

export function CheckIn({ state, send, onLanguage }) {
  const { appointment, language } = state;
  const { arrival } = appointment.check_in;
  const key = arrival.replace("_", "-");
  const { time } = appointment;
  return html`<${Page} name="check-in" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question}>${t("kiosk-check-in-title")}</${Question}>
    <${AppointmentCard} appointment=${appointment} language=${language} name=${appointment.name_masked ?? t("kiosk-phone-none")} />
    <p class=${`arrival arrival-${arrival}`}><${Icon} name=${ARRIVAL_ICONS[arrival]} size=${64} />
      <span><b>${t(`kiosk-arrival-${key}`, { time })}</b><span>${t(`kiosk-arrival-${key}-second`, { time })}</span></span></p>
    <p class="consent"><${Icon} name="shield-check" size=${56} /><span>${t("kiosk-consent")}</span></p>
    <div class="check-actions">
      <button type="button" class="action action-main action-agree" onClick=${() => send("checkIn")}>${t("kiosk-check-in-do")}</button>
      <button type="button" class="action action-side action-wide" onClick=${() => send("notMyAppointment")}>${t("kiosk-not-mine")}</button>
    </div>
  </${Page}>`;
}

/** Who came with the code may change or cancel on the phone, by the same rules as at home. */
function OwnPage({ token }) {
  return html`<section class="booked-code own-page">
    <img src=${`/a/${token}/qr.svg`} alt=${t("kiosk-booked-scan-alt")} width="220" height="220" />
    <div><b>${t("kiosk-own-page")}</b><p>${t("kiosk-own-page-second")}</p></div>
  </section>`;
}

/** No signing in now: an appointment of another day, one that is over, cancelled or used, or somebody else's. */
export function AppointmentState({ state, send, onLanguage }) {
  const { appointment, language } = state;
  const { reason } = appointment.check_in;
  const key = reason.replace("_", "-");
  const help = t(`kiosk-appointment-${key}-help`, { date: dateAndDay(appointment.starts_at, language), time: appointment.time });
  return html`<${Page} name="appointment-state" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question} help=${help}>${t(`kiosk-appointment-${key}`)}</${Question}>
    ${reason !== "other_person" && html`<${AppointmentCard} appointment=${appointment} language=${language} />`}
    ${reason === "other_day" && appointment.token && html`<${OwnPage} token=${appointment.token} />`}
    <div class="choices choices-foot">
      ${reason === "checked_in"
        ? html`<${ChoiceCard} look="main" icon="ticket" name=${t("kiosk-appointment-number")} second=${t("kiosk-appointment-number-second")} onClick=${() => send("checkIn")} />`
        : html`<${ChoiceCard} look="main" icon="ticket" name=${t("kiosk-walk-in")} second=${t("kiosk-walk-in-second")} onClick=${() => send("walkIn")} />`}
      ${["over", "cancelled"].includes(reason) && html`<${ChoiceCard} icon="calendar" name=${t("kiosk-book")} second=${t("kiosk-book-second")} onClick=${() => send("startBooking")} />`}
      <${ChoiceCard} icon="headset-person" name=${t(reason === "other_day" ? "kiosk-appointment-staff-change" : "kiosk-appointment-staff")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
    </div>
  </${Page}>`;
}
