/** What the phone knows of a ticket, and the pure decisions on it. */
/**
 * @typedef {object} PhoneTicket
 * @property {string} number
 * @property {string} state
 * @property {number} ahead
 * @property {{low: number, likely: number, high: number} | null} estimate minutes
 * @property {Record<string, string>} names the department
 * @property {Record<string, string>} place
 * @property {Record<string, string> | null} way
 * @property {{label: string, names: Record<string, string>, way: Record<string, string> | null} | null} room
 * @property {string | null} called_at
 * @property {number} attempt
 * @property {string} issued_at
 * @property {string} now
 * @property {{offered: boolean, cards: any[]}} education
 * @property {Record<string, string>} clinic its names
 * @property {string} logo one character
 * @property {Record<string, string> | null} desk where the guide's desk is
 * @property {string | null} urgent_at
 * @property {number} [poll_seconds] a busy server may ask for slower questions
 */

const POLL_MS = 5000;
const POLL_CALLED_MS = 2000;
const POLL_ENDED_MS = 60_000;
const POLL_HIDDEN_MS = 15_000;
const POLL_MOST_MS = 30_000;
const ENDED = new Set(["finished", "cancelled", "transferred", "expired"]);

/** Dots on the line, from the one in the room to "you". */
const MOST_DOTS = 8;

/** The answer is older than this: the page says so. */
export const STALE_MS = 12_000;

/**
 * @param {{state?: string, poll_seconds?: number} | null} ticket
 * @param {number} failures failed tries in a row
 * @param {boolean} hidden the page is in the background
 * @param {number} [chance] 0 to 1
 * @returns {number} milliseconds until the next question to the server
 */
export function nextDelay(ticket, failures, hidden, chance = Math.random()) {
  const state = ticket?.state ?? "";
  let base = state === "called" ? POLL_CALLED_MS : POLL_MS;
  if (ticket?.poll_seconds && state !== "called") base = ticket.poll_seconds * 1000;
  if (ENDED.has(state)) base = POLL_ENDED_MS;
  else if (hidden && state !== "called") base = Math.max(base, POLL_HIDDEN_MS);
  if (failures) base = Math.max(base, Math.min(POLL_MOST_MS, 1000 * 2 ** failures));
  // Thousands of phones that lost the server together must not come back together.
  return Math.round(base * (failures ? 0.5 + chance : 0.9 + chance * 0.2));
}

/**
 * @param {number} ahead people ahead
 * @returns {number} dots on the line (room, those ahead, you), 0 where there are too many to draw
 */
export function dotsFor(ahead) {
  return ahead >= 0 && ahead + 2 <= MOST_DOTS ? ahead + 2 : 0;
}

/**
 * A wait is a range and never 0 or one exact minute.
 * @param {{low: number, high: number} | null | undefined} estimate minutes
 * @returns {{kind: "none"} | {kind: "soon", high: number} | {kind: "range", low: number, high: number}}
 */
export function rangeOf(estimate) {
  if (!estimate) return { kind: "none" };
  const low = Math.max(0, Math.round(estimate.low));
  const high = Math.max(5, Math.round(estimate.high));
  return low < 1 || low >= high ? { kind: "soon", high } : { kind: "range", low, high };
}

/**
 * A room's name around its label: "3号诊室" -> ["", "3", "号诊室"], "抽血 3 号窗口" -> ["抽血", "3", "号窗口"].
 * @param {string} name
 * @param {string} label
 * @returns {[string, string, string]} before, label ("" where the name does not hold it), after
 */
export function roomParts(name, label) {
  const at = label ? name.indexOf(label) : -1;
  if (at < 0) return [name, "", ""];
  return [name.slice(0, at).trim(), label, name.slice(at + label.length).trim()];
}

/**
 * Has this answer called the patient anew (first call or a repeated one)?
 * @param {PhoneTicket | null} before
 * @param {PhoneTicket} after
 */
export function isNewCall(before, after) {
  if (after.state !== "called") return false;
  return !before || before.state !== "called" || before.attempt !== after.attempt;
}

/**
 * @param {string} contact
 * @returns {boolean} 7 to 15 digits, whatever stands between them
 */
export function isPhoneNumber(contact) {
  const digits = contact.replace(/[\s()+-]/g, "");
  return /^\d{7,15}$/.test(digits);
}
