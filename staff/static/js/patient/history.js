/** What happened to this ticket, newest first: when, what, who (R10, R27). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { hallStore } from "../state/hall.js";
import { undo } from "../state/act.js";
import { useStore } from "../state/store.js";
import { clock, instant, useNow } from "../state/time.js";
import { beside, say, whoName } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Empty } from "../parts/small.js";

/** Kinds that have a sentence of their own. */
const KINDS = new Set([
  "issued", "called", "recalled", "arrived", "left", "finished", "missed", "returned", "transferred", "came_from", "cancelled",
  "worse", "can_wait", "handed_over", "triage", "visit_class", "special", "offer", "undone", "reordered", "reprinted", "day_closed",
  "priority", "doctor", "arrange", "arranged", "no_fee", "entered",
]);

/** Kinds whose reason a person wrote; elsewhere it is a code. */
const WITH_REASON = new Set(["transferred", "cancelled", "reordered", "visit_class", "doctor"]);
const REASON_CODES = new Set(["left_by_phone", "triage", "taken_back"]);

function reasonOf(event) {
  if (!event.reason || !WITH_REASON.has(event.kind)) return null;
  return REASON_CODES.has(event.reason) ? t(`staff-reason-${event.reason.replaceAll("_", "-")}`) : event.reason;
}

/** A person's name, or which device it was. */
function whoDid(event) {
  const by = event.by ?? event.actor;
  if (by?.names) return whoName(by);
  const name = whoName(by);
  const [kind, code] = name.split(":");
  if (kind === "patient") return t("staff-by-patient");
  if (kind === "kiosk") return t("staff-by-kiosk", { code: code ?? "" });
  return kind === "system" ? t("staff-by-system") : name;
}

function sentence(event, documents) {
  const room = say(documents[`room/${event.room}`]?.names) || "";
  const known = KINDS.has(event.kind);
  const words = known ? t(`staff-event-${event.kind.replaceAll("_", "-")}`, { room, time: clock(event.detail?.arrived) }) : t("staff-event-other");
  return words.trim();
}

function UndoLine({ ticket }) {
  const left = Math.ceil(((instant(ticket.undo_until) ?? 0) - useNow()) / 1000);
  if (left <= 0) return null;
  return html`<${ActButton} guard=${`ticket/${ticket.id}`} verb="undo" look="secondary" size="small" icon="undo"
    label=${t("staff-undo-left", { count: left })} onPress=${() => undo(ticket)} />`;
}

function Lines({ events }) {
  const documents = useStore(hallStore, (value) => value.documents);
  return html`<ol class="history">${events.map(
    (event, index) => html`<li key=${index}><time class="number" dateTime=${event.at}>${clock(event.at)}</time>
      <span>${sentence(event, documents)}</span>
      <span class="history-who">${beside([whoDid(event), reasonOf(event)])}</span></li>`,
  )}</ol>`;
}

/** Newest first; of one instant, the later written first. */
const newestFirst = (ticket) => [...(ticket.history ?? [])].reverse().sort((a, b) => String(b.at).localeCompare(String(a.at)));

/** The last two lines, for the first tab. */
export function Recent({ ticket }) {
  const events = newestFirst(ticket).slice(0, 2);
  return events.length ? html`<section class="card recent" aria-label=${t("staff-tab-history")}><${Lines}
    events=${events} /></section>` : null;
}

export function History({ ticket }) {
  const events = newestFirst(ticket);
  return html`<section class="card">
    <${UndoLine} ticket=${ticket} />
    ${events.length
      ? html`<${Lines} events=${events} />`
      : html`<${Empty} icon="history" text=${t("staff-history-empty")} />`}
  </section>`;
}
