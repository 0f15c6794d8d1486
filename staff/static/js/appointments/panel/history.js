/** What happened to an appointment, newest first: when, what, who, why (R73). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Empty } from "../../parts/small.js";
import { dayText, today } from "../../state/days.js";
import { clock } from "../../state/time.js";
import { beside, whoName } from "../../state/words.js";

/** Kinds that have a sentence of their own. */
const KINDS = new Set(["booked", "moved", "moved_here", "cancelled", "checked_in", "done", "reopened", "left", "no_show", "lapsed",
  "reminded", "doctor_away", "kept"]);

function sentence({ kind, detail }) {
  if (kind === "reminded" && detail?.outcome) return t(`staff-appt-reminded-${detail.outcome}`);
  return t(KINDS.has(kind) ? `staff-appt-event-${kind}` : "staff-event-other");
}

const dayOf = (at) => new Date(at).toLocaleDateString("en-CA", { timeZone: document.documentElement.dataset.timezone || undefined });

function When({ at }) {
  const day = dayOf(at);
  return html`<time class="number" dateTime=${at}>${clock(at)}${day !== today() && html`<small>${dayText(day)}</small>`}</time>`;
}

export function History({ appointment }) {
  const events = [...(appointment.history ?? [])].reverse();
  if (!events.length) return html`<section class="card"><${Empty} icon="history"
    text=${t("staff-history-empty")} /></section>`;
  return html`<section class="card"><ol class="history appt-history">${events.map((event, index) => html`<li key=${index}>
    <${When} at=${event.at} /><span>${sentence(event)}</span>
    <span class="history-who">${beside([whoName(event.by), event.reason])}</span></li>`)}</ol></section>`;
}
