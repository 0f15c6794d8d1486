/** Times of day as the screens write them; always by the server's clock and in the clinic's zone. */
import { dateAndDay, serverNow, timeOfDay } from "/static/house/js/clock.js";

export { dateAndDay, serverNow, timeOfDay };

/** @param {number | string} instant @returns {string} "08:46:20" */
export function timeWithSeconds(instant) {
  const seconds = new Date(instant).getUTCSeconds();
  return `${timeOfDay(instant)}:${String(seconds).padStart(2, "0")}`;
}

/** @param {number} from server milliseconds @param {number} now @returns {number} whole seconds, never negative */
export function ageSeconds(from, now) {
  return Math.max(0, Math.floor((now - from) / 1000));
}
