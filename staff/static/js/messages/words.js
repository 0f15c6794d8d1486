/** A message in words: what it says, what came back, and where it stands. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { clock, useNow } from "../state/time.js";
import { beside, whoName } from "../state/words.js";
import { stage } from "./state.js";

const prepared = (kind, code) => (code ? t(`${kind}-${code.replaceAll("_", "-")}`) : null);

/** What the message says, prepared and typed. */
export const saidIn = (message, typed) => beside([prepared("message", message.sentence), typed.text]);

/** What came back; "" while nothing has. */
export const answerIn = (message, typed) => beside([prepared("answer", message.answer), typed.answer_text]);

const LOOKS = { answered: "message", read: "eye", unread: "clock", delivered: "check", sent: "send" };

/** How far a message has come, with the time; one that nobody opens says what to do. */
export function Progress({ message }) {
  const minutes = useStore(hallStore, (value) => value.documents["staff/messages"]?.unread_minutes ?? 3);
  const at = stage(message, useNow(), minutes);
  const times = {
    answered: message.answered_at, read: message.read_at, delivered: message.delivered_at, sent: message.sent_at,
    unread: message.sent_at,
  };
  return html`<p class=${`message-progress is-${at}`}><${Icon} name=${LOOKS[at]} size=${20} />
    <span>${t(at === "answered" ? "staff-message-answer-at" : `staff-message-${at}`, { time: clock(times[at]), minutes, name: whoName(message.answered_by) })}</span></p>`;
}
