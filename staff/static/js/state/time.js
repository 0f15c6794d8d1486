/** Times as the tablet uses them; ages come from the server's clock (house clock.js). */
export { useNow } from "/static/house/js/parts.js";
export { running, secondsSince, serverNow, timeOfDay } from "/static/house/js/clock.js";
import { timeOfDay } from "/static/house/js/clock.js";

/** @param {string|null|undefined} iso @returns {number|null} ms since the epoch */
export function instant(iso) {
  const value = iso ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(value) ? null : value;
}

/** @param {number|string|null|undefined} when @returns {string} "08:46", "" where there is none */
export function clock(when) {
  return when === null || when === undefined || when === "" ? "" : timeOfDay(when);
}

/** From here a wait is written in the warning colour (look, queue row). */
export const WARN_AFTER = 15 * 60;
/** From here staff apologise and explain (R51). */
export const APOLOGY_AFTER = 20 * 60;
