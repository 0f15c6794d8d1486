/** The list beside the panel: what was called just before, and what waits for its turn in yellow. */
import { html } from "/static/vendor/htm-preact.js";
import { Plate } from "/static/house/js/parts/plate.js";
import { Fit } from "./fit.js";
import { timeOfDay } from "./time.js";
import { Both } from "./panel.js";

/**
 * @param {{w: object, calls: object[], dense: boolean, rows: number, called: boolean, before?: string}} props
 *   rows: lines that the list has, the rest stay blank; called: whether any number was called; before: "08:46" while
 *   cut off
 */
export function Recent({ w, calls, dense, rows, called, before }) {
  const blank = called ? Math.max(0, rows - calls.length) : 0;
  const heading = before ? "display-recent-before" : "display-recent-title";
  return html`<section class=${`recent ${dense ? "recent-dense" : ""}`}>
    <${Both} w=${w} id=${heading} args=${{ time: before ?? "" }} class="recent-title" as="h2" />
    <ol class="recent-list" data-testid="recent-list" style=${{ "--rows": calls.length }}>
      ${calls.map((call) => html`<li class="recent-row" key=${`${call.department}/${call.number}`}
          data-testid=${`recent-${call.number}`} data-call=${call.call_id}>
        <${Plate} number=${call.number} state="dark" />
        <${Fit} of=${w.name(call.room_names)} class="recent-room">${w.name(call.room_names)}<//>
        <time class="recent-time" datetime=${call.at}>${timeOfDay(call.at)}</time>
      </li>`)}
      ${Array.from({ length: blank }, (_, place) => html`<li class="recent-row" key=${`blank/${place}`}
        aria-hidden="true"></li>`)}
      ${calls.length === 0 && !called && html`<li class="recent-none">${w.say("display-recent-none")}</li>`}
    </ol>
  </section>`;
}
