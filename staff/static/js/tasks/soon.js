/** Those about to reach 20 minutes: a bar and the rest, so that an explanation can come before it is due (R51). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Plate } from "/static/house/js/parts.js";
import { hallStore, waitingOf } from "../state/hall.js";
import { openTicket } from "../state/route.js";
import { useStore } from "../state/store.js";
import { APOLOGY_AFTER, apologyMinutes, instant, running, useNow } from "../state/time.js";

const SHOW_FROM = 13 * 60;
const MOST = 4;

/** Waiting people past 13 minutes and not yet at 20, the nearest first, at most four. */
export function nearingLimit(waiting, now) {
  return waiting
    .map((entry) => ({ ...entry, seconds: Math.floor((now - (instant(entry.waiting_since) ?? now)) / 1000) }))
    .filter(({ seconds }) => seconds >= SHOW_FROM && seconds < APOLOGY_AFTER)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, MOST);
}

export function SoonOver() {
  const documents = useStore(hallStore, (value) => value.documents);
  const soon = nearingLimit(waitingOf(documents), useNow());
  if (!soon.length) return null;
  return html`<section class="soon" aria-labelledby="soon-title">
    <header class="section-head"><h2 id="soon-title">${t("staff-soon-title", apologyMinutes())}</h2>
      <span class="caption">${t("staff-soon-left")}</span></header>
    <ul>
      ${soon.map((entry) => {
        const share = Math.min(100, (entry.seconds / APOLOGY_AFTER) * 100);
        return html`<li key=${entry.ticket}>
          <button type="button" class="soon-row"
            onClick=${() => openTicket(entry.ticket)}>
            <${Plate} number=${entry.number} state="waiting" size=${32} />
            <span class="bar" aria-hidden="true"><i style=${{ width: `${share}%` }}></i></span>
            <span class="number soon-left"><span
              class="visually-hidden">${t("staff-soon-left")}</span> ${running(APOLOGY_AFTER - entry.seconds)}</span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
