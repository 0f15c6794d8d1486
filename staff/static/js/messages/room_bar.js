/**
 * What a doctor sees of messages (R44): a quiet bar over every page, with each message to the own room in one line. A
 * touch opens it and shows the answers; nothing rings, moves or covers anything.
 */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { hallStore } from "../state/hall.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Answers } from "./answers.js";
import { About } from "./card.js";
import { inRoom, ownRoom } from "./state.js";
import { noteRead, putAway, useDelivered } from "./steps.js";
import { useTyped } from "./typed.js";
import { Progress, answerIn, saidIn } from "./words.js";
import { WriteMessage } from "./write.js";

function Received({ message }) {
  const [open, setOpen] = useState(false);
  const typed = useTyped(message);
  const toggle = () => {
    if (!open) noteRead(message);
    setOpen(!open);
  };
  const said = answerIn(message, typed);
  return html`<li class="room-message" data-message=${message.id}>
    <div class="room-message-line">
      <button type="button" class="room-message-words" aria-expanded=${open ? "true" : "false"} onClick=${toggle}>
        <span class="room-message-said"><${Icon} name="message" size=${22} /><span>${saidIn(message, typed)}</span></span>
        <span class="caption">${beside([clock(message.sent_at), said && t("staff-message-you-said", { answer: said })])}</span>
        <b>${t(open ? "staff-message-fold" : "staff-message-reply")}</b>
      </button>
      <${About} message=${message} />
    </div>
    ${open && html`<${Answers} message=${message} />`}
  </li>`;
}

function Sent({ message }) {
  const typed = useTyped(message);
  const said = answerIn(message, typed);
  return html`<li class="room-message is-sent" data-message=${message.id}>
    <div class="room-message-line"><span class="room-message-words"><span class="room-message-said">
      <${Icon} name="send" size=${22} /><span>${saidIn(message, typed)}</span></span></span>
      ${said && html`<strong>${said}</strong>`}<${Progress} message=${message} />
      <${ActButton} guard=${`message/${message.id}`} verb="close" size="small" look="quiet"
        label=${t(message.answered_at ? "staff-message-seen" : "staff-message-take-back")}
        onPress=${() => putAway(message)} /></div>
  </li>`;
}

export function RoomBar() {
  const documents = useStore(hallStore, (value) => value.documents);
  const staff = useStore(sessionStore, (value) => value.staff);
  const [writing, setWriting] = useState(false);
  const room = may(staff, "message.from-room") ? ownRoom(documents, staff?.number) : null;
  const { received, sent } = room ? inRoom(documents, room.code) : { received: [], sent: [] };
  useDelivered(received);
  if (!room) return null;
  return html`<section class="room-bar" aria-label=${t("staff-message-bar", { room: say(room.names) })}>
    <header><span class="caption">${say(room.names)}</span>
      <span class="room-bar-state" aria-live="polite">${received.length
        ? t("staff-message-count", { count: received.length })
        : t("staff-message-none")}</span>
      <button type="button" class="button button-quiet is-small" onClick=${() => setWriting(true)}>
        <${Icon} name="send" size=${20} />${t("staff-message-write-desk")}</button></header>
    ${(received.length > 0 || sent.length > 0) && html`<ul>
      ${received.map((message) => html`<${Received} key=${message.id} message=${message} />`)}
      ${sent.map((message) => html`<${Sent} key=${message.id} message=${message} />`)}</ul>`}
    ${writing && html`<${WriteMessage} towards="desk" room=${room.code} onClose=${() => setWriting(false)} />`}
  </section>`;
}
