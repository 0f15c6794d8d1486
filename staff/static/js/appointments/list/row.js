/** One appointment in the day's list: who (masked), with whom, how long, how it stands. Never what for. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { openAppointment } from "../../state/route.js";
import { beside, say } from "../../state/words.js";
import { Tag } from "../../parts/small.js";
import { minutesLate, standing } from "../states.js";

export function StateTag({ appointment }) {
  const { kind, icon, word } = standing(appointment);
  return html`<${Tag} kind=${kind} icon=${icon}>${t(`staff-appt-state-${word}`)}<//>`;
}

/** Beyond this the minutes tell nobody anything. */
const COUNTED = 120;

/** Nobody has come, and the doctor waits. */
export function LateTag({ appointment, now }) {
  const minutes = minutesLate(appointment, now);
  if (minutes === null) return null;
  return html`<${Tag} kind="over" icon="triangle">${minutes > COUNTED ? t("staff-appt-late-long") : t("staff-appt-late", { minutes })}<//>`;
}

export function ConflictTag({ appointment }) {
  return appointment.conflict ? html`<${Tag} kind="over" icon="triangle">${t("staff-appt-doctor-away")}<//>` : null;
}

export function Row({ appointment, now }) {
  return html`<li><button type="button" class="patient-row appt-row" id=${`appointment-${appointment.id}`}
    data-state=${appointment.state} onClick=${() => openAppointment(appointment.id)}>
    <b class="appt-name">${appointment.name_masked ?? t("staff-appt-no-name")}</b>
    <span class="patient-words"><span class="patient-tags">
      <${StateTag} appointment=${appointment} /><${LateTag} appointment=${appointment} now=${now} />
      <${ConflictTag} appointment=${appointment} /></span>
      <span class="patient-reason">${beside([say(appointment.department_names), say(appointment.doctor_names),
        t("staff-appt-minutes", { minutes: appointment.minutes }), t(`staff-appt-channel-${appointment.channel}`)])}</span></span>
    <${Icon} name="chevron-right" size=${22} /></button></li>`;
}
