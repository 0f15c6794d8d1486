/** A red flag (R22, R23): no queueing, somebody goes now, timed until somebody does. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { openTicket } from "../state/route.js";
import { listed, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Running } from "../parts/small.js";
import { Outcomes, TakenBy } from "./outcome.js";
import { CallDoctorSheet } from "./call_doctor.js";
import { QueueAlarmSheet } from "./queue_alarm.js";

function resolve(task, outcome, extra = {}) {
  return act({
    key: `alarm/${task.id}`,
    verb: outcome,
    run: () => api.post(`/alarms/${task.id}/resolve`, { outcome, ...extra }),
    done: () => t(`staff-alarm-done-${outcome}`),
    failed: t("staff-failed-save"),
  });
}

function claim(task) {
  return act({
    key: `alarm/${task.id}`,
    verb: "claim",
    run: () => api.post(`/alarms/${task.id}/claim`, {}),
    done: () => t("staff-alarm-claimed"),
    failed: t("staff-failed-claim"),
  });
}

function Facts({ task }) {
  const flags = (task.flags ?? []).map((flag) => say(flag.names)).filter(Boolean);
  return html`<p class="alarm-facts">
    ${task.number
      ? html`<button type="button" class="number-link" onClick=${() => openTicket(task.ticket)}>
          <b class="number">${task.number}</b></button>`
      : html`<span>${t("staff-alarm-no-number")}</span>`}
    <span>${say(task.place)}</span><span>${listed(flags)}</span>
  </p>`;
}

/** What to do for the gravest sign, in the written rule's own words (R22). */
function FirstAid({ task }) {
  const words = (task.flags ?? []).map((flag) => say(flag.words)).find(Boolean);
  return words ? html`<p class="alarm-words">${words}</p>` : null;
}

export function AlarmCard({ task }) {
  const [sheet, setSheet] = useState(null);
  const claimed = task.state === "claimed";
  const guard = `alarm/${task.id}`;
  const close = () => setSheet(null);
  return html`<li class=${`card task alarm ${claimed ? "is-claimed" : ""}`} data-task=${`alarm-${task.id}`}>
    <header class="task-head">
      <${Icon} name="octagon-alert" size=${32} />
      <h3>${claimed ? t("staff-alarm-claimed-title") : t("staff-alarm-title")}</h3>
      <span class="task-time"><${Running} since=${task.raised_at} /></span>
    </header>
    <${Facts} task=${task} />
    <${FirstAid} task=${task} />
    ${claimed
      ? html`<${TakenBy} by=${task.by} at=${task.claimed_at} />
          <${Outcomes} guard=${guard} outcomes=${[
            { code: "handed_over", label: t("staff-alarm-handed-over"), look: "primary", onPress: () => resolve(task, "handed_over") },
            { code: "queued", label: t("staff-alarm-queued"), onPress: () => setSheet("queue") },
            { code: "false_alarm", label: t("staff-alarm-false"), look: "quiet", onPress: () => resolve(task, "false_alarm") },
          ]} />`
      : html`<div class="task-actions">
          <${ActButton} guard=${guard} verb="claim" look="on-danger" label=${t("staff-alarm-go")}
            busyLabel=${t("staff-busy-claim")} onPress=${() => claim(task)} />
          <${ActButton} guard=${guard} verb="doctor" look="outline-on-danger" label=${t("staff-alarm-doctor")} local
            onPress=${() => setSheet("doctor")} />
        </div>`}
    ${sheet === "doctor" && html`<${CallDoctorSheet} task=${task} onClose=${close}
      onGo=${() => { close(); claim(task); }} />`}
    ${sheet === "queue" &&
    html`<${QueueAlarmSheet} onClose=${close} onChosen=${async (department) => {
      const { ok } = await resolve(task, "queued", { department });
      if (ok) close();
    }} guard=${guard} />`}
  </li>`;
}
