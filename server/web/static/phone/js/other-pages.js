import { Icon, Plate, Running, html } from "../../js/parts.js";
import { timeOfDay } from "../../js/clock.js";
import { pick, t } from "../../js/language.js";
import { DataLine, PlaceCard } from "./waiting.js";

/** @typedef {{ticket: import("./ticket.js").PhoneTicket, stale: boolean}} Props */

/** Missed, or out for tests: how to come back. @param {Props} props */
export function MissedPage({ ticket, stale }) {
  const missed = ticket.state === "missed";
  return html`
    <h1>${t(missed ? "phone-missed-title" : "phone-out-title")}</h1>
    ${missed && ticket.called_at && html`<p class="lead">${t("phone-missed-at", { time: timeOfDay(ticket.called_at) })}</p>`}
    ${!missed && html`<p class="lead">${t("phone-out-lead")}</p>`}
    <${Plate} number=${ticket.number} state=${missed ? "missed" : "in_room"} wide word=${false} />
    ${
      missed &&
      html`<section class="strip strip-warn">
        <${Icon} name="person-x" size=${30} />
        <div>
          <b class="strip-title">${t("phone-missed-strip")}</b>
          <span>${t("phone-missed-how")}</span>
        </div>
      </section>`
    }
    <${DeskCard} ticket=${ticket} />
    <${DataLine} ticket=${ticket} stale=${stale} />
  `;
}

/** Where to sign in again: the desk; where the clinic names none, the department's own place. */
function DeskCard({ ticket }) {
  const desk = pick(ticket.desk);
  if (!desk) return html`<${PlaceCard} ticket=${ticket} />`;
  return html`<section class="card place">
    <${Icon} name="pin" size=${26} />
    <div><b class="place-name">${desk}</b></div>
  </section>`;
}

/** Red flag: no queue, staff are coming, the clock runs. @param {Props} props */
export function UrgentPage({ ticket }) {
  const since = ticket.urgent_at;
  return html`
    <div class="urgent">
      <${Icon} name="octagon-alert" size=${76} />
      <h1>${t("phone-urgent-title")}<br />${t("phone-urgent-coming")}</h1>
      <p>${t("phone-urgent-lead")}</p>
      <section class="urgent-told">
        ${since && html`<b class="urgent-clock"><${Running} since=${since} /></b>`}
        <div>
          <b>${t("phone-urgent-told")}</b>
          <span>${t("phone-urgent-stay")}</span>
        </div>
      </section>
      <p class="urgent-number"><${Plate} number=${ticket.number} size=${56} /></p>
    </div>
  `;
}

const ENDS = {
  called: ["calling", "phone-called-title", null],
  in_room: ["in_room", "phone-in-room-title", "phone-in-room-lead"],
  finished: ["done", "phone-finished-title", "phone-finished-lead"],
  cancelled: ["done", "phone-cancelled-title", "phone-cancelled-lead"],
  transferred: ["done", "phone-transferred-title", "phone-transferred-lead"],
  expired: ["done", "phone-expired-title", "phone-expired-lead"],
};

/**
 * In the room, and every end of a ticket. Also a call that is no longer sure, because the connection is lost: its time
 * and its room, without yellow.
 * @param {Props} props
 */
export function EndPage({ ticket, stale }) {
  const [look, title, lead] = ENDS[ticket.state] ?? ENDS.expired;
  if (ticket.state === "called") return html`<${CalledBefore} ticket=${ticket} />`;
  const moved = ticket.moved_to;
  return html`
    <h1>${t(title)}</h1>
    <p class="lead">${t(lead)}</p>
    <${Plate} number=${ticket.number} state=${look} wide />
    ${moved?.url && html`<a class="button button-wide" href=${moved.url}>${t("phone-transferred-open", { number: moved.number })}</a>`}
    ${ticket.state === "in_room" && ticket.room && html`<${RoomCard} room=${ticket.room} />`}
    <${DataLine} ticket=${ticket} stale=${stale} />
  `;
}

function CalledBefore({ ticket }) {
  return html`
    <h1>${t("phone-called-was", { time: timeOfDay(ticket.called_at ?? ticket.now) })}</h1>
    <p class="lead">${t("phone-called-missed")}</p>
    <${Plate} number=${ticket.number} state="waiting" wide />
    ${ticket.room && html`<${RoomCard} room=${ticket.room} />`}
  `;
}

function RoomCard({ room }) {
  return html`<section class="card place">
    <${Icon} name="door" size=${26} />
    <div><b class="place-name">${pick(room.names)}</b><span class="second">${pick(room.way)}</span></div>
  </section>`;
}

/** A token that no ticket has. */
export function UnknownPage() {
  return html`<div class="plain">
    <${Icon} name="search" size=${72} />
    <h1>${t("phone-unknown-title")}</h1>
    <p>${t("phone-unknown-lead")}</p>
  </div>`;
}

/** Before the first answer: the shape of the page and the truth. @param {{trouble: boolean}} props */
export function LoadingPage({ trouble }) {
  return html`
    <h1>${t(trouble ? "common-reconnecting" : "phone-first-loading")}</h1>
    <p class="lead">${t(trouble ? "phone-first-offline" : "common-loading")}</p>
    <span class="skeleton skeleton-plate"></span>
    <span class="skeleton skeleton-card"></span>
    <span class="skeleton skeleton-line"></span>
  `;
}
