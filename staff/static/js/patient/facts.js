/** The plate, who (without a name), how long, how far from 20 minutes, and the special condition (R7). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { APOLOGY_AFTER, apologyMinutes, clock, instant, running, secondsSince, useNow } from "../state/time.js";
import { CompanionTag, OverTag, Tag, UrgencyTag } from "../parts/small.js";
import { departmentName, useDepartments } from "../parts/departments.js";
import { say } from "../state/words.js";
import { SpecialSheet } from "./forms/special.js";
import { allows } from "./rules.js";
import { specialNote } from "./special_note.js";

const SCALE = 30 * 60;
const STATE_TAG = {
  waiting: ["waiting", "clock"],
  called: ["calling", "speaker"],
  in_room: ["cover", "door"],
  out: ["waiting", "swap"],
  missed: ["missed", "person-x"],
  urgent: ["critical", "octagon-alert"],
  finished: ["done", "check"],
  cancelled: ["done", "close"],
  transferred: ["done", "swap"],
  expired: ["done", "close"],
};

function StateTag({ ticket }) {
  const [kind, icon] = STATE_TAG[ticket.state] ?? STATE_TAG.finished;
  return html`<${Tag} kind=${kind}
    icon=${icon}>${t(`staff-state-${ticket.state}`, { attempt: ticket.attempt ?? 1 })}<//>`;
}

/** Still waiting: the time since; afterwards what the wait came to. */
function waitedSeconds(ticket) {
  if (["waiting", "urgent"].includes(ticket.state)) return secondsSince(ticket.waiting_since);
  if (typeof ticket.waited_seconds === "number") return ticket.waited_seconds;
  const called = instant(ticket.called_at);
  const since = instant(ticket.waiting_since);
  return called !== null && since !== null ? Math.max(0, (called - since) / 1000) : null;
}

/** From when the time counts: the ticket, or the moment the person came back and signed in again. */
function fromWhen(ticket) {
  const back = (ticket.history ?? []).findLast((event) => event.kind === "returned");
  const issued = instant(ticket.issued_at) ?? 0;
  if (back && (instant(ticket.waiting_since) ?? 0) > issued) {
    return t("staff-returned-at", { time: clock(ticket.waiting_since) });
  }
  // After a transfer the wait began before this number was issued.
  const since = instant(ticket.waiting_since) ?? issued;
  if (since < issued - 1000) return t("staff-waiting-since", { time: clock(ticket.waiting_since) });
  return t("staff-issued-at", { time: clock(ticket.issued_at ?? ticket.waiting_since) });
}

function WaitBar({ ticket, seconds }) {
  const left = APOLOGY_AFTER - seconds;
  const words = left > 0 ? t("staff-until-20", { time: running(left), ...apologyMinutes() })
    : t("staff-past-20", { time: running(-left), ...apologyMinutes() });
  return html`<div class="wait-bar">
    <div class="wait-track" aria-hidden="true"><i style=${{ width: `${Math.min(100, (seconds / SCALE) * 100)}%` }}></i>
      <em style=${{ left: `${(APOLOGY_AFTER / SCALE) * 100}%` }}></em></div>
    <p class="wait-scale"><span>${fromWhen(ticket)}</span>
      <b>${words}</b><span>${t("staff-scale-end")}</span></p>
  </div>`;
}

function Special({ ticket, reload }) {
  const [open, setOpen] = useState(false);
  const note = specialNote(ticket);
  if (!note && !ticket.special) return null;
  return html`<div class="special">
    <${Icon} name="flag" size=${26} /><p><b>${note ? t("staff-special-note", { note }) : t("staff-special")}</b>
      <span>${t("staff-special-shown")}</span></p>
    ${allows("special", ticket.state) && html`<button type="button" class="button button-quiet is-small"
      onClick=${() => setOpen(true)}>
      ${t("staff-special-edit")}</button>`}
    ${open && html`<${SpecialSheet} ticket=${ticket} note=${note} reload=${reload} onClose=${() => setOpen(false)} />`}
  </div>`;
}

/** `private`: the name may stand below, so the special condition does not stand here (R107). */
export function Facts({ ticket, reload, private: withName }) {
  useNow();
  const departments = useDepartments();
  const seconds = waitedSeconds(ticket);
  const waiting = ticket.state === "waiting";
  const counting = waiting || ticket.state === "urgent";
  return html`<section class="card facts">
      <div class="facts-top">
        <${Plate} number=${ticket.number} state=${ticket.state} size="var(--patient-plate)" word=${false} />
        <div class="facts-who">
          <p class="facts-person"><b>${t(`staff-sex-${ticket.sex ?? "unknown"}`)}</b>
            ${ticket.age !== null && ticket.age !== undefined && html`<b>${t("staff-age", { age: ticket.age })}</b>`}
            <span>${t(`staff-class-${ticket.visit_class ?? "first"}`)}</span></p>
          <p class="facts-tags"><${StateTag} ticket=${ticket} />
            <${Tag} kind="urgency">${departmentName(departments, ticket.department)}<//>
            <${UrgencyTag} urgency=${ticket.urgency} /><${CompanionTag} count=${ticket.companion} />
            ${ticket.appointment_at && html`<${Tag} kind="cover"
              icon="calendar-check">${t("staff-appt-booked-for", { time: clock(ticket.appointment_at) })}<//>`}
            ${ticket.no_fee && html`<${Tag} kind="cover" icon="tag">${t("staff-no-fee")}<//>`}
            ${ticket.priority && html`<${Tag} kind="cover" icon="shield-check">${t(`staff-priority-${ticket.priority}`)}<//>`}
            ${ticket.doctor_names && html`<${Tag} kind="cover" icon="user">${say(ticket.doctor_names)}<//>`}
            ${waiting && html`<${OverTag} since=${ticket.waiting_since} />`}</p>
        </div>
        ${seconds !== null && html`<p
          class="facts-wait"><span>${counting ? t("staff-has-waited") : t("staff-did-wait")}</span>
          <b class="number">${running(seconds)}</b></p>`}
      </div>
      ${waiting && seconds !== null && html`<${WaitBar} ticket=${ticket} seconds=${seconds} />`}
    </section>
    ${!withName && html`<${Special} ticket=${ticket} reload=${reload} />`}`;
}
