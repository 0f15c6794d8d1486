/** When, with whom, where, how it stands. The masked name only where what it is about does not stand (R107). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Tag } from "../../parts/small.js";
import { dayText, nearDay } from "../../state/days.js";
import { clock, useNow } from "../../state/time.js";
import { beside, say } from "../../state/words.js";
import { ConflictTag, LateTag, StateTag } from "../list/row.js";
import { codeText, doctorText, lengthText, timeText } from "../words.js";

function Fact({ label, value, second }) {
  return html`<div class="appt-fact"><dt>${label}</dt><dd><b>${value}</b>${second && html`<span>${second}</span>`}</dd></div>`;
}

/** @param {{appointment: object, withName: boolean}} props */
export function Facts({ appointment, withName }) {
  const now = useNow();
  const near = nearDay(appointment.date);
  return html`<section class="card facts appt-facts">
    <div class="facts-top">
      <p class="appt-when">${near && html`<b class="appt-near">${near}</b>`}<span>${dayText(appointment.date)}</span>
        <b class="number">${timeText(appointment)}</b></p>
      <div class="facts-who">
        ${withName && html`<p class="facts-person"><b>${appointment.name_masked ?? t("staff-appt-no-name")}</b>
          <span class="number">${appointment.phone_masked ?? t("staff-person-no-phone")}</span></p>`}
        <p class="facts-tags"><${StateTag} appointment=${appointment} /><${LateTag} appointment=${appointment} now=${now} />
          <${ConflictTag} appointment=${appointment} />
          ${!appointment.on_file && html`<${Tag} kind="urgency">${t("staff-appt-no-file")}<//>`}</p>
      </div>
    </div>
    <dl class="appt-fact-grid">
      <${Fact} label=${t("staff-appt-doctor")} value=${doctorText(appointment)} second=${say(appointment.department_names)} />
      <${Fact} label=${t("staff-appt-long")} value=${lengthText(appointment.units)} />
      <${Fact} label=${t("staff-appt-code")} value=${codeText(appointment.code)}
        second=${beside([t(`staff-appt-channel-${appointment.channel}`), appointment.booked_by?.name])} />
      ${appointment.checked_in_at && html`<${Fact} label=${t("staff-appt-checked-in-at")}
        value=${clock(appointment.checked_in_at)}
        second=${appointment.arrival && t(`staff-appt-arrival-${appointment.arrival}`)} />`}
    </dl>
  </section>`;
}
