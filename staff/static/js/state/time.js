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

/** Seconds from which staff apologise and explain (R51), by the clinic's own figure. */
export let APOLOGY_AFTER = 20 * 60;
/** Seconds from which a wait is written in the warning colour: three quarters of that (look, queue row). */
export let WARN_AFTER = 15 * 60;

/** Take over the clinic's figure. @param {number | undefined} minutes */
export function setApologyMinutes(minutes) {
  APOLOGY_AFTER = (minutes ?? 20) * 60;
  WARN_AFTER = APOLOGY_AFTER * 0.75;
}

/** The same, for sentences. @returns {{minutes: number}} */
export const apologyMinutes = () => ({ minutes: Math.round(APOLOGY_AFTER / 60) });
