/**
 * Messages between the desk and the rooms (R44): which concern whom, and how far each has come. Pure: no request, no
 * drawing.
 */

/** The prepared sentences by where they go, and the answers by where the message went; as in server/messages/rules.py. */
export const SENTENCES = {
  room: ["here", "asks", "results", "how_long", "come"],
  desk: ["bring_in", "help", "later", "break", "file"],
};
export const ANSWERS = {
  room: ["ok", "moment", "send_in", "after_this", "not_now"],
  desk: ["ok", "moment", "coming", "not_now"],
};
export const LONGEST_TEXT = 60;

const openOf = (documents) => documents["staff/messages"]?.open ?? [];

/** The room in which somebody sits, if any. @param {string|undefined} number their staff number */
export function ownRoom(documents, number) {
  return Object.entries(documents)
    .filter(([key, room]) => key.startsWith("room/") && room?.doctor?.number === number)
    .map(([, room]) => room)[0] ?? null;
}

/** A desk's cards: what rooms have sent and nobody has settled, then its own messages that are under way. */
export function atDesk(documents) {
  const rank = (message) => (message.towards === "desk" ? 0 : message.answered_at ? 1 : 2);
  return openOf(documents)
    .filter((message) => message.towards === "room" || !message.settled)
    .sort((a, b) => rank(a) - rank(b) || a.sent_at.localeCompare(b.sent_at));
}

/** What stands in a room: messages to it that are not settled, then its own ones to the desk. */
export function inRoom(documents, code) {
  const here = openOf(documents).filter((message) => message.room === code);
  return {
    received: here.filter((message) => message.towards === "room" && !message.settled),
    sent: here.filter((message) => message.towards === "desk"),
  };
}

/** Messages that wait for this desk: the figure on the rail counts them. */
export const waitingAtDesk = (documents) =>
  openOf(documents).filter((message) => message.towards === "desk" && !message.settled).length;

/**
 * @param {object} message
 * @param {number} now ms
 * @param {number} minutes after which an unopened message stands out
 * @returns {"answered"|"read"|"unread"|"delivered"|"sent"}
 */
export function stage(message, now, minutes) {
  if (message.answered_at) return "answered";
  if (message.read_at) return "read";
  if (now - Date.parse(message.sent_at) >= minutes * 60_000) return "unread";
  return message.delivered_at ? "delivered" : "sent";
}
