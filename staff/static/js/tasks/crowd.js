/** Too many people in the hall (R47): how many, since when, and what can be done now. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore, queuesOf, roomsOf, waitingOf } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { say } from "../state/words.js";
import { Outcomes, TakenBy } from "./outcome.js";

const MEASURES = ["room", "elsewhere", "phones", "looked"];
const MOST_ROOMS = 3;

/**
 * Rooms that could be opened where people wait, those of the fullest department first. Pure.
 * @param {Record<string, any>} documents
 */
export function roomsToOpen(documents) {
  const waiting = Object.fromEntries(queuesOf(documents).map((queue) => [queue.department, queue.open ? queue.waiting : 0]));
  return roomsOf(documents)
    .filter((room) => room.state !== "open" && waiting[room.department] > 0)
    .map((room) => ({ room, waiting: waiting[room.department] }))
    .sort((a, b) => b.waiting - a.waiting || a.room.order - b.room.order)
    .slice(0, MOST_ROOMS);
}

function Advice({ documents, alert }) {
  const rooms = roomsToOpen(documents);
  const [emptiest] = [...alert.elsewhere].sort((a, b) => a.waiting - b.waiting);
  return html`<ul class="crowd-advice">
    ${rooms.map(({ room, waiting }) => html`<li key=${room.code}>${t("staff-crowd-open-room", {
      room: say(room.names), department: say(documents[`queue/${room.department}`]?.names), count: waiting,
    })}</li>`)}
    ${!rooms.length && html`<li>${t("staff-crowd-no-room")}</li>`}
    ${emptiest && html`<li>${t("staff-crowd-elsewhere", { hall: say(emptiest.names), count: emptiest.waiting })}</li>`}
    <li>${t("staff-crowd-phones")}</li>
  </ul>`;
}

export function CrowdCard() {
  const documents = useStore(hallStore, (value) => value.documents);
  const crowd = documents["staff/crowd"];
  const alert = crowd?.alert;
  if (!alert) return null;
  const guard = `crowd/${alert.id}`;
  const acknowledge = (measure) =>
    act({
      key: guard, verb: measure, run: () => api.post(`/crowds/${alert.id}/acknowledge`, { measure }),
      done: () => t("staff-crowd-noted"), failed: t("staff-failed-save"),
    });
  const known = Boolean(alert.measure);
  return html`<li class=${`card task crowd ${known ? "is-claimed" : ""}`} data-task=${`crowd-${alert.id}`}>
    <header class="task-head"><${Icon} name="people" size=${28} />
      <h3>${t("staff-crowd-title", { count: waitingOf(documents).length })}</h3>
      <span class="caption number">${t("staff-crowd-since", { time: clock(alert.opened_at) })}</span></header>
    <p class="task-where">${t("staff-crowd-limit", { from: crowd.from, until: crowd.until })}</p>
    ${known
      ? html`<${TakenBy} by=${alert.by} at=${alert.acknowledged_at} /><p>${t(`staff-crowd-did-${alert.measure}`)}</p>`
      : html`<${Advice} documents=${documents} alert=${alert} />
          <${Outcomes} guard=${guard} right="tasks" ask=${t("staff-crowd-ask")} outcomes=${MEASURES.map((code) => ({
            code, label: t(`staff-crowd-did-${code}`), onPress: () => acknowledge(code),
          }))} />`}
  </li>`;
}
