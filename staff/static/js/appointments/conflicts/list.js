/** Appointments whose doctor will not be there: first the doctor is told, then a supervisor settles it (R35). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { change, useAsked } from "../../state/asked.js";
import { api } from "../../state/api.js";
import { openAppointment } from "../../state/route.js";
import { clock } from "../../state/time.js";
import { beside, say, whoName } from "../../state/words.js";
import { ActButton } from "../../parts/act_button.js";
import { Asked } from "../../parts/asked.js";
import { Empty, Tag } from "../../parts/small.js";
import { doctorText, lengthText, whenNear } from "../words.js";
import { SETTLE } from "./settle.js";

const ICONS = { move: "swap", cancel: "close", keep: "check" };

/** One call to the doctor is about all of their appointments. */
function tell(conflict, all) {
  const same = all.filter((one) => !one.doctor_told_at && one.appointment.doctor === conflict.appointment.doctor);
  return change({
    key: `conflict/${conflict.id}`, verb: "told", icon: "check-circle", failed: t("staff-appt-failed-told"),
    run: () => Promise.all(same.map((one) => api.post(`/roster/conflicts/${one.id}/told`, {}))), done: () => t("staff-appt-done-told"),
  });
}

function Step({ number, done, title, children }) {
  return html`<li class="conflict-step"><span class="step-number number">${done ? html`<${Icon} name="check"
    size=${20} />` : number}</span>
    <div><b>${title}</b>${children}</div></li>`;
}

function Told({ conflict, all }) {
  const doctor = say(conflict.appointment.doctor_names);
  if (conflict.doctor_told_at) return html`<span
    class="second">${beside([clock(conflict.doctor_told_at), whoName(conflict.told_by)])}</span>`;
  return html`<${ActButton} guard=${`conflict/${conflict.id}`} verb="told" look="primary" size="small" icon="phone"
    label=${t("staff-appt-told", { doctor })} onPress=${() => tell(conflict, all)} />`;
}

function Ways({ conflict, onSheet }) {
  const first = conflict.doctor_told_at ? null : t("staff-appt-tell-first");
  const why = (way) => first ?? (way !== "keep" && conflict.arrived_at ? t("staff-appt-is-here") : null);
  return html`<div class="conflict-ways">${["move", "cancel", "keep"].map((way) => html`<${ActButton} key=${way}
    guard=${`conflict/${conflict.id}`}
    verb=${way} size="small" look=${way === "move" ? "secondary" : "quiet"} icon=${ICONS[way]} local right="roster.manage"
    label=${t(`staff-appt-settle-${way}`)} reason=${why(way)} onPress=${() => onSheet(way)} />`)}</div>`;
}

function Card({ conflict, all, onSheet }) {
  const { appointment } = conflict;
  return html`<li class="card conflict" id=${`conflict-${conflict.id}`}>
    <header class="conflict-head">
      <p><b class="number">${whenNear(appointment)}</b>
        <span>${beside([say(appointment.department_names), doctorText(appointment), lengthText(appointment.units)])}</span></p>
      <button type="button" class="button button-quiet is-small" onClick=${() => openAppointment(appointment.id)}>
        ${appointment.name_masked ?? t("staff-appt-no-name")}<${Icon} name="chevron-right" size=${20} /></button>
    </header>
    ${conflict.arrived_at && html`<p class="strip strip-danger conflict-here" role="alert"><${Icon} name="octagon-alert"
      size=${24} />
      <span class="strip-title">${t("staff-appt-arrived", { time: clock(conflict.arrived_at) })}</span></p>`}
    <ol class="conflict-steps">
      <${Step} number="1" done=${conflict.doctor_told_at} title=${t("staff-appt-step-told")}><${Told} conflict=${conflict}
        all=${all} /><//>
      <${Step} number="2" title=${t("staff-appt-step-settle")}><${Ways} conflict=${conflict}
        onSheet=${(way) => onSheet({ way, conflict })} /><//>
    </ol></li>`;
}

/** Who stands before the desk comes before who will come. */
const hereFirst = (conflicts) => [...conflicts.filter((one) => one.arrived_at), ...conflicts.filter((one) => !one.arrived_at)];

export function Conflicts() {
  const asked = useAsked("/roster/conflicts");
  // Kept here and not in the card: once it is settled the card goes, and the times to offer must stay.
  const [open, setOpen] = useState(null);
  const Open = SETTLE[open?.way];
  return html`<div class="appt-body">
    <${Asked} asked=${asked} loading=${t("staff-appt-conflicts-loading")} failed=${t("staff-appt-conflicts-failed")}>
      ${({ conflicts }) => conflicts.length
        ? html`<p class="second conflict-lead"><${Tag} kind="over"
          icon="triangle">${t("staff-appt-conflicts-count", { count: conflicts.length })}<//>
            ${t("staff-appt-conflicts-lead")}</p>
            <ul class="conflict-list">${hereFirst(conflicts).map((one) => html`<${Card} key=${one.id} conflict=${one}
              all=${conflicts} onSheet=${setOpen} />`)}</ul>`
        : html`<${Empty} text=${t("staff-appt-conflicts-empty")} detail=${t("staff-appt-conflicts-empty-detail")} />`}
    <//></div>
    ${Open && html`<${Open} conflict=${open.conflict} onClose=${() => setOpen(null)} />`}`;
}
