/** The thumb zone of an appointment: sign in, or what its state asks for; another time, cancelling, the calendar. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { openAppointment, openTicket } from "../../state/route.js";
import { today } from "../../state/days.js";
import { ActButton } from "../../parts/act_button.js";
import { CancelSheet } from "../forms/cancel.js";
import { CheckInSheet } from "../forms/check_in.js";
import { RescheduleSheet } from "../forms/reschedule.js";
import { PrintButton } from "../print.js";
import { isOpen } from "../states.js";

const SHEETS = { "check-in": CheckInSheet, reschedule: RescheduleSheet, cancel: CancelSheet };

/** Why nothing can be changed any more; null where it can. */
const whyClosed = (appointment) => (isOpen(appointment) ? null : t(`staff-appt-state-${appointment.state}`));

function MainButton({ appointment, onSheet }) {
  if (appointment.state === "checked_in" && appointment.ticket) {
    return html`<button type="button" class="button is-main" onClick=${() => openTicket(appointment.ticket)}>
      <${Icon} name="ticket" size=${26} />${t("staff-issued-open")}</button>`;
  }
  if (appointment.state === "moved" && appointment.moved_to) {
    return html`<button type="button" class="button is-main" onClick=${() => openAppointment(appointment.moved_to)}>
      ${t("staff-appt-open-new")}</button>`;
  }
  if (!isOpen(appointment)) {
    return html`<p class="ended">${t("staff-appt-ended", { state: t(`staff-appt-state-${appointment.state}`) })}</p>`;
  }
  const reason = appointment.date > today() ? t("staff-appt-not-today") : appointment.date < today() ? t("staff-appt-day-over") : null;
  return html`<${ActButton} guard=${`appointment/${appointment.id}`} verb="check-in" look="primary" size="main"
    icon="person-check"
    right="tickets.issue" local label=${t("staff-appt-check-in")} reason=${reason} onPress=${() => onSheet("check-in")} />`;
}

export function Actions({ appointment }) {
  const [sheet, setSheet] = useState(null);
  const guard = `appointment/${appointment.id}`;
  const closed = whyClosed(appointment);
  const Open = SHEETS[sheet];
  return html`<div class="patient-actions">
    <${MainButton} appointment=${appointment} onSheet=${setSheet} />
    <div class="tiles tiles-four">
      <${ActButton} guard=${guard} verb="reschedule" size="tile" icon="swap" local label=${t("staff-appt-reschedule")}
        reason=${closed}
        onPress=${() => setSheet("reschedule")} />
      <a class="button button-quiet button-stacked is-tile" download=${`${appointment.code}.ics`}
        href=${`/api/v1/appointments/${appointment.id}/calendar.ics`}><${Icon} name="calendar" size=${26} />
        <span class="button-verb">${t("staff-appt-calendar")}</span></a>
      <${PrintButton} appointment=${appointment} size="tile" reason=${closed} />
      <${ActButton} guard=${guard} verb="cancel" size="tile" look="danger" icon="close" local label=${t("staff-appt-cancel")}
        reason=${closed} onPress=${() => setSheet("cancel")} />
    </div>
    ${Open && html`<${Open} appointment=${appointment} onClose=${() => setSheet(null)} />`}
  </div>`;
}
