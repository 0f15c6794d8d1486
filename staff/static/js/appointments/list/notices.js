/** What doctors have not been told of their appointments: moved, cancelled, booked for today (R73). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { change, useAsked } from "../../state/asked.js";
import { api } from "../../state/api.js";
import { sessionStore } from "../../state/session.js";
import { useStore } from "../../state/store.js";
import { beside, say } from "../../state/words.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { whenText } from "../words.js";

function seen({ id }) {
  return change({
    key: `notice/${id}`, verb: "seen", icon: "check-circle", failed: t("staff-appt-failed-told"),
    run: () => api.post(`/appointments/notices/${id}/seen`, {}), done: () => t("staff-appt-done-seen"),
  });
}

function Line({ notice, own }) {
  const { appointment, before, kind } = notice;
  const moved = kind === "moved" && before;
  const when = moved ? t("staff-appt-from-to", { before: whenText(before), after: whenText(appointment) }) : whenText(appointment);
  return html`<li class="device-row"><div
    class="task-words"><h3>${beside([t(`staff-appt-notice-${kind}`), !own && say(appointment.doctor_names)])}</h3>
      <p>${when}</p></div>
    <${ActButton} guard=${`notice/${notice.id}`} verb="seen" size="side"
      label=${t(own ? "staff-appt-seen" : "staff-appt-seen-told")}
      onPress=${() => seen(notice)} /></li>`;
}

export function Notices() {
  const [open, setOpen] = useState(false);
  const own = useStore(sessionStore, (value) => value.staff?.role) === "doctor";
  const notices = useAsked("/appointments/notices").answer?.notices ?? [];
  if (!notices.length && !open) return null;
  return html`<button type="button" class="notices-line" onClick=${() => setOpen(true)}>
      <${Icon} name="bell" size=${22} /><b>${t(own ? "staff-appt-notices-own" : "staff-appt-notices", { count: notices.length })}</b>
      <${Icon} name="chevron-right" size=${22} /></button>
    ${open && html`<${Sheet} title=${t("staff-appt-notices-title")} lead=${t("staff-appt-notices-lead")}
      onClose=${() => setOpen(false)}>
      ${notices.length ? html`<ul class="device-list">${notices.map((one) => html`<${Line} key=${one.id} notice=${one}
        own=${own} />`)}</ul>`
        : html`<p class="second">${t("staff-appt-notices-none")}</p>`}<//>`}`;
}
