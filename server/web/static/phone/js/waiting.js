import { Age, Icon, Plate, html } from "../../js/parts.js";
import { serverNow, timeOfDay } from "../../js/clock.js";
import { pick, t } from "../../js/language.js";
import { dotsFor, rangeOf } from "./ticket.js";

/**
 * Waiting: plate, people, range, dots, place, one reading card, age of the data.
 * @param {{ticket: import("./ticket.js").PhoneTicket, stale: boolean, onReading: () => void}} props
 */
export function WaitingPage({ ticket, stale, onReading }) {
  const early = ticket.appointment?.early;
  const next = ticket.ahead === 0 && !early;
  return html`
    <h1>${early ? t("phone-early-title", { time: timeOfDay(ticket.appointment.starts_at) }) : t(next ? "phone-next-title" : "phone-waiting-title")}</h1>
    <p class="lead">${t(stale ? "phone-offline-lead" : early ? "phone-early-lead" : next ? "phone-next-lead" : "phone-waiting-lead")}</p>
    <${Plate} number=${ticket.number} state="waiting" wide />
    ${early ? html`<${BookedCard} ticket=${ticket} />` : html`<${WaitCard} ticket=${ticket} />`}
    <${PlaceCard} ticket=${ticket} />
    ${ticket.education?.offered && html`<${ReadingCard} onReading=${onReading} />`}
    <${DataLine} ticket=${ticket} stale=${stale} />
  `;
}

/** Who came before the booked time does not count people: the wait runs from that time (R34). */
function BookedCard({ ticket }) {
  const { appointment, expected } = ticket;
  return html`<section class="card">
    <div class="figures figures-long">
      <div class="figure">
        <span class="figure-caption">${t("phone-early-booked")}</span>
        <span class="figure-line"><b class="number">${timeOfDay(appointment.starts_at)}</b></span>
      </div>
      <div class="figure">
        <span class="figure-caption">${t("phone-early-called")}</span>
        <span class="figure-line">${
          expected
            ? html`<b class="number">${t("common-range", { low: timeOfDay(expected.from), high: timeOfDay(expected.to) })}</b>`
            : html`<span class="figure-words">${t("phone-range-none")}</span>`
        }</span>
      </div>
    </div>
    <p class="second">${t("phone-early-sooner")}</p>
  </section>`;
}

function WaitCard({ ticket }) {
  const { ahead } = ticket;
  const range = rangeOf(ticket.estimate);
  const dots = dotsFor(ahead);
  return html`<section class="card">
    <div class=${`figures ${isLong(range) ? "figures-long" : ""}`}>
      <div class=${`figure ${ahead === 0 ? "figure-words" : ""}`}>
        ${
          ahead === 0
            ? html`<span class="figure-line">${t("phone-ahead-none")}</span>`
            : html`<span class="figure-caption">${t("phone-ahead")}</span>
                <span class="figure-line"><b class="number">${ahead}</b> ${t("phone-ahead-unit", { ahead })}</span>`
        }
      </div>
      <div class="figure">
        <span class="figure-caption">${t("phone-range")}</span>
        <span class="figure-line"><${Range} range=${range} /></span>
      </div>
    </div>
    ${
      dots > 0 &&
      html`<div class="dots" role="img" aria-label=${t("phone-dots-label", { ahead })}>
        <div class="dots-line" aria-hidden="true">
          ${Array.from({ length: dots }, (_, at) => html`<i key=${at} class=${dotClass(at, dots)}></i>`)}
        </div>
        <div class="dots-words" aria-hidden="true">
          <span>${t("phone-dots-room")}</span><b>${t("phone-dots-you")}</b>
        </div>
      </div>`
    }
  </section>`;
}

/** "90–120": too wide beside the people for the full size. */
function isLong(range) {
  return range.kind === "range" && `${range.low}${range.high}`.length > 4;
}

function dotClass(at, dots) {
  if (at === 0) return "dot dot-room";
  return at === dots - 1 ? "dot dot-you" : "dot";
}

function Range({ range }) {
  if (range.kind === "none") return html`<span class="figure-words">${t("phone-range-none")}</span>`;
  if (range.kind === "soon") return html`<span class="figure-words">${t("phone-range-soon", { high: range.high })}</span>`;
  const { low, high } = range;
  return html`<b class="number">${t("common-range", { low, high })}</b> ${t("phone-range-unit")}`;
}

/** @param {{ticket: import("./ticket.js").PhoneTicket}} props */
export function PlaceCard({ ticket }) {
  const way = pick(ticket.way);
  return html`<section class="card place">
    <${Icon} name="pin" size=${26} />
    <div>
      <b class="place-name">${pick(ticket.place)}</b>
      <span class="second">${way || t("phone-place-lead")}</span>
    </div>
  </section>`;
}

function ReadingCard({ onReading }) {
  return html`<button type="button" class="card reading" onClick=${onReading}>
    <${Icon} name="question" size=${27} />
    <b>${t("phone-reading")}</b>
    <${Icon} name="chevron-right" size=${24} />
  </button>`;
}

/** How old this is, and when the number was taken. */
export function DataLine({ ticket, stale }) {
  const taken = t("phone-taken", { time: timeOfDay(ticket.issued_at) });
  // While the connection is lost the strip above tells the age.
  if (stale) return html`<p class="data-line">${taken}</p>`;
  const at = Math.min(Date.parse(ticket.now), serverNow());
  return html`<p class="data-line">
    <${Icon} name="wifi" size=${18} /><span><${Age} at=${at} /><span class="middot">·</span>${taken}</span>
  </p>`;
}
