/** Every department's queue as it stands, a search, and registering somebody at the desk. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { hallStore, queuesOf } from "../state/hall.js";
import { may } from "../state/rights.js";
import { openTicket } from "../state/route.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { say } from "../state/words.js";
import { CompanionTag, Empty, Loading, OverTag, rangeText, Tag, UrgencyTag, Waited } from "../parts/small.js";
import { Search } from "./search.js";
import { Register } from "./register.js";

function Row({ entry, position, state, children, note }) {
  return html`<li>
    <button type="button" class="patient-row" id=${`ticket-${entry.ticket}`} onClick=${() => openTicket(entry.ticket)}>
      <b class="patient-position number">${position ?? ""}</b>
      <${Plate} number=${entry.number} state=${state} size=${38} word=${false} />
      <span class="patient-words"><span class="patient-tags">${children}</span>
        ${note && html`<span class="patient-reason">${note}</span>`}</span>
      <${Icon} name="chevron-right" size=${22} />
    </button>
  </li>`;
}

function Waiting({ entry, position }) {
  const reason = say(entry.reason?.text);
  return html`<${Row} entry=${entry} position=${position} state="waiting"
    note=${reason && t("staff-because", { reason })}>
    <${Waited} since=${entry.waiting_since} /><${OverTag} since=${entry.waiting_since} />
    ${entry.urgency < 4 && html`<${UrgencyTag} urgency=${entry.urgency} />`}
    <span class="patient-plain">${t(`staff-sex-${entry.sex ?? "unknown"}`)} ${t("staff-age", { age: entry.age ?? "–" })}</span>
    <span class="patient-plain">${t(`staff-class-${entry.visit_class}`)}</span>
    <${CompanionTag} count=${entry.companion} />
    ${entry.special && html`<${Tag} kind="over" icon="flag">${t("staff-special")}<//>`}
    ${entry.priority && html`<${Tag} kind="cover" icon="shield-check">${t(`staff-priority-${entry.priority}`)}<//>`}
    ${entry.doctor_names && html`<${Tag} kind="cover" icon="user">${say(entry.doctor_names)}<//>`}
    ${entry.returned && html`<${Tag} kind="cover">${t("staff-returned")}<//>`}
    ${entry.unconfirmed && html`<${Tag} kind="urgency" icon="question">${t("staff-unconfirmed-short")}<//>`}
  <//>`;
}

function Group({ title, entries, empty, children }) {
  return html`<section class="queue-group"><h3>${title}${entries.length > 0 && html` <b
    class="number">${entries.length}</b>`}</h3>
    ${entries.length ? html`<ul class="patient-list">${entries.map(children)}</ul>` : html`<p
      class="second">${empty}</p>`}
  </section>`;
}

/** Nobody waits and a room is free: the range's upper end, in minutes. */
const AT_ONCE = 5;

function Queue({ queue, staff }) {
  const count = staff?.waiting?.length ?? queue.waiting ?? 0;
  const atOnce = count === 0 && queue.estimate && queue.estimate.high <= AT_ONCE;
  const range = atOnce ? t("staff-range-none") : rangeText(queue.estimate);
  return html`<article class="card queue" id=${`queue-${queue.department}`}>
    <header class="queue-head"><h2>${queue.prefix} ${say(queue.names)}</h2>
      <p>${queue.open === false ? t("staff-closed") : t("staff-queue-waiting", { count })}
        ${range && html`${t("staff-dot")}${range}`}</p></header>
    <${Group} title=${t("staff-group-waiting")} entries=${staff?.waiting ?? []} empty=${t("staff-group-waiting-empty")}>
      ${(entry, index) => html`<${Waiting} key=${entry.ticket} entry=${entry}
        position=${entry.position ?? index + 1} />`}
    <//>
    ${staff?.missed?.length > 0 && html`<${Group} title=${t("staff-group-missed")} entries=${staff.missed}>
      ${(entry) => html`<${Row} key=${entry.ticket} entry=${entry} state="missed">
        <span class="patient-plain">${t("staff-missed-at", { time: clock(entry.missed_at), times: entry.times ?? 1 })}</span><//>`}
    <//>`}
    ${staff?.out?.length > 0 && html`<${Group} title=${t("staff-group-out")} entries=${staff.out}>
      ${(entry) => html`<${Row} key=${entry.ticket} entry=${entry} state="in_room">
        <span class="patient-plain">${t("staff-out-at", { time: clock(entry.left_at) })}</span><//>`}
    <//>`}
  </article>`;
}

export function Patients() {
  const { documents, ready } = useStore(hallStore);
  const [chosen, setChosen] = useState(null);
  const staff = useStore(sessionStore, (value) => value.staff);
  const [registering, setRegistering] = useState(false);
  if (!ready) return html`<${Loading} text=${t("staff-loading-hall")} rows=${5} />`;
  const queues = queuesOf(documents);
  const shown = queues.filter((queue) => chosen === null || queue.department === chosen);
  return html`<div class="page-bar"><${Search} />
      <button type="button" class="button button-secondary" onClick=${() => setRegistering(true)}>
        <${Icon} name="person-plus" size=${24} />${t("staff-register")}</button>
      ${may(staff, "tickets.issue") && html`<a class="button button-quiet" href="#/paper"><${Icon} name="ticket" size=${24} />
        ${t("staff-paper-open")}</a>`}</div>
    ${queues.length > 1 &&
    html`<div class="filter" role="group" aria-label=${t("staff-rooms-filter")}>
      ${[{ department: null }, ...queues].map(
        (queue) => html`<button type="button" key=${queue.department} class="filter-chip"
          aria-pressed=${chosen === queue.department ? "true" : "false"}
          onClick=${() => setChosen(queue.department)}>
          ${chosen === queue.department && html`<${Icon} name="check" size=${16} />`}
          ${queue.department ? `${queue.prefix} ${say(queue.short ?? queue.names)}` : t("staff-all")}</button>`,
      )}</div>`}
    <div class="queues">
      ${shown.map((queue) => html`<${Queue} key=${queue.department} queue=${queue}
        staff=${documents[`staff/queue/${queue.department}`]} />`)}
    </div>
    ${!shown.length && html`<${Empty} icon="people" text=${t("staff-queues-empty")} />`}
    ${registering && html`<${Register} onClose=${() => setRegistering(false)} />`}`;
}
