/** What happened to this ticket, newest first: when, what, who (R10, R27). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { hallStore } from "../state/hall.js";
import { undo } from "../state/act.js";
import { useStore } from "../state/store.js";
import { clock, instant, useNow } from "../state/time.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Empty } from "../parts/small.js";

/** Kinds that have a sentence of their own; the server's own text wins where it sends one. */
const KINDS = new Set([
  "issued", "called", "recalled", "arrived", "left", "finished", "missed", "returned", "transferred", "cancelled",
  "worse", "triage", "visit_class", "special", "offer", "undone", "reprinted", "claimed", "apology", "person_seen", "expired",
]);

const byName = (by) => (by && typeof by === "object" ? by.name : by) ?? "";

function sentence(event, documents) {
  const own = say(event.text ?? event.texts);
  if (own) return own;
  const kind = event.kind ?? event.event;
  const room = say(documents[`room/${event.room}`]?.names) || "";
  const words = KINDS.has(kind) ? t(`staff-event-${kind.replaceAll("_", "-")}`, { room }) : t("staff-event-other");
  return words.trim();
}

function UndoLine({ ticket }) {
  const left = Math.ceil(((instant(ticket.undo_until) ?? 0) - useNow()) / 1000);
  if (left <= 0) return null;
  return html`<${ActButton} guard=${`ticket/${ticket.id}`} verb="undo" look="secondary" size="small" icon="undo"
    label=${t("staff-undo-left", { count: left })} onPress=${() => undo(ticket)} />`;
}

export function History({ ticket }) {
  const documents = useStore(hallStore, (value) => value.documents);
  const events = [...(ticket.history ?? ticket.events ?? [])].sort((a, b) => String(b.at).localeCompare(String(a.at)));
  return html`<section class="card">
    <${UndoLine} ticket=${ticket} />
    ${events.length
      ? html`<ol class="history">${events.map(
          (event, index) => html`<li key=${index}><time class="number" dateTime=${event.at}>${clock(event.at)}</time>
            <span>${sentence(event, documents)}</span>
            <span class="history-who">${[byName(event.by ?? event.actor), event.reason].filter(Boolean).join(" · ")}</span></li>`,
        )}</ol>`
      : html`<${Empty} icon="history" text=${t("staff-history-empty")} />`}
  </section>`;
}
