/** Which doctor sees a patient whose own is late, away, gone or not wanted (R33, R36, R37, R39, R40). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { openTicket } from "../state/route.js";
import { dayText, today } from "../state/days.js";
import { secondsSince, useNow } from "../state/time.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ANY, DoctorField } from "../parts/doctors.js";
import { Sheet } from "../parts/sheet.js";
import { TaskLine } from "./line.js";

/** What may be arranged in each case, the usual first. */
const OUTCOMES = {
  late: ["wait", "cover", "rebook", "left"],
  absent: ["cover", "wait", "rebook", "left"],
  left: ["rebook", "left"],
  refused: ["rebook", "left"],
};
const ICONS = { wait: "clock", cover: "swap", rebook: "calendar-check", left: "arrow-right" };

function ArrangeSheet({ task, onClose }) {
  const [doctor, setDoctor] = useState(null);
  const guard = `arrangement/${task.id}`;
  const name = say(task.doctor);
  const send = async (outcome, body = {}) => {
    const { ok } = await act({
      key: guard,
      verb: outcome,
      run: () => api.post(`/arrangements/${task.id}/resolve`, { outcome, ...body }),
      done: () => t("staff-arrange-done", { number: task.number }),
      failed: t("staff-failed-save"),
    });
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-arrange-title", { number: task.number })}
    lead=${t(`staff-arrange-ask-${task.case}`, { name })} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="other_doctor" look="primary" size="main"
      label=${t("staff-arrange-other")} reason=${doctor ? null : t("staff-whose-choose")}
      onPress=${() => send("other_doctor", { doctor: doctor === ANY ? null : doctor })} />`}>
    <div class="offer-choices">
      ${OUTCOMES[task.case].map((outcome) => html`<${ActButton} key=${outcome} guard=${guard} verb=${outcome}
        look="secondary" icon=${ICONS[outcome]} label=${t(`staff-arrange-${outcome}`, { name })}
        onPress=${() => send(outcome)} />`)}
    </div>
    <${DoctorField} department=${task.department} value=${doctor} onValue=${setDoctor} />
    <button type="button" class="button button-quiet" onClick=${() => openTicket(task.ticket)}>
      ${t("staff-arrange-see", { number: task.number })}</button>
  <//>`;
}

export function ArrangementCard({ task }) {
  useNow();
  const [open, setOpen] = useState(false);
  const title = t(`staff-arrange-case-${task.case}`, { number: task.number, name: say(task.doctor) });
  // A refusal outlives its day: the number alone would be somebody else's of today.
  const past = task.service_day < today();
  const waited = past ? t("staff-arrange-of-day", { day: dayText(task.service_day) })
    : t("staff-waited", { minutes: Math.floor(secondsSince(task.waiting_since) / 60) });
  const detail = beside([past && waited, say(task.names), !past && waited, task.supervisor ? t("staff-arrange-supervisor") : null]);
  return html`<${TaskLine} id=${`arrangement-${task.id}`} icon="user" title=${title} detail=${detail}
    action=${html`<${ActButton} guard=${`arrangement/${task.id}`} verb="open" size="side" look="secondary" local
      right=${task.supervisor ? "queue.override" : "tasks"} label=${t("staff-arrange")} onPress=${() => setOpen(true)} />`}>
    ${open && html`<${ArrangeSheet} task=${task} onClose=${() => setOpen(false)} />`}
  <//>`;
}
