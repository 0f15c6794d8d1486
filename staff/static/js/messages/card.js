/** A desk's card: a message from a room that wants an answer, or one of the desk's own and what became of it (R44). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { hallStore } from "../state/hall.js";
import { openTicket } from "../state/route.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { beside, say, whoName } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Answers } from "./answers.js";
import { putAway } from "./steps.js";
import { useTyped } from "./typed.js";
import { Progress, answerIn, saidIn } from "./words.js";

/** The number that a message is about, which opens it. */
export function About({ message }) {
  if (!message.number) return null;
  return html`<button type="button" class="plate-link" onClick=${() => openTicket(message.ticket)}>
    <span class="visually-hidden">${t("staff-open")}</span><${Plate} number=${message.number} size=${32} /></button>`;
}

export function MessageCard({ message }) {
  const room = useStore(hallStore, (value) => value.documents[`room/${message.room}`]);
  const typed = useTyped(message);
  const received = message.towards === "desk";
  const reply = answerIn(message, typed);
  return html`<li class=${`card task message ${!received && !reply ? "is-claimed" : ""}`} data-task=${`message-${message.id}`}>
    <header class="task-head"><${Icon} name="message" size=${26} />
      <h3>${t(received ? "staff-message-from-room" : "staff-message-to-room", { room: say(room?.names) })}</h3>
      <${About} message=${message} />
    </header>
    <p class="message-words">${saidIn(message, typed)}</p>
    ${reply && html`<p class="message-reply"><span class="caption">${t("staff-message-answer")}</span>${reply}</p>`}
    ${received
      ? html`<p class="caption">${beside([whoName(message.by), clock(message.sent_at)])}</p><${Answers} message=${message} />`
      : html`<div class="message-foot"><${Progress} message=${message} />
          <${ActButton} guard=${`message/${message.id}`} verb="close" right="message" size="small" look="quiet"
            label=${t(message.answered_at ? "staff-message-seen" : "staff-message-take-back")}
            onPress=${() => putAway(message)} /></div>`}
  </li>`;
}
