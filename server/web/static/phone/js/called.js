import { html, splitNumber, spokenNumber } from "../../js/parts.js";
import { pick, t } from "../../js/language.js";
import { roomParts } from "./ticket.js";

/**
 * Called: the whole page is yellow, one black string, the room as a door sign.
 * @param {{ticket: import("./ticket.js").PhoneTicket}} props
 */
export function CalledPage({ ticket }) {
  const again = ticket.attempt > 1;
  const long = splitNumber(ticket.number)[1].length > 3;
  return html`
    <h1 class="called-title">
      ${again ? t("phone-called-again", { attempt: ticket.attempt }) : t("phone-called-title")}
    </h1>
    <p
      class=${`called-number number ${long ? "called-number-long" : ""}`}
      role="img"
      aria-label=${spokenNumber(ticket.number)}
    >
      <span aria-hidden="true">${ticket.number}</span>
    </p>
    ${ticket.room && html`<${RoomBlock} room=${ticket.room} />`}
    <div class="called-words">
      <p>${t("phone-called-away")}</p>
      <p>${t("phone-called-missed")}</p>
    </div>
  `;
}

function RoomBlock({ room }) {
  const [before, label, after] = roomParts(pick(room.names), room.label);
  return html`<section class="room-block">
    <p class="room-go">${t("phone-called-go")}</p>
    <p class=${`room-name ${(before && label) || label.length > 1 ? "room-name-long" : ""}`}>
      ${before && html`<span class="room-word">${before}</span>`}
      ${label && html`<b class="number room-label">${label}</b>`}
      ${after && html`<span class="room-word">${after}</span>`}
    </p>
    ${room.way && html`<p class="room-way">${pick(room.way)}</p>`}
  </section>`;
}
