// The clinic's day and date, by the server's clock and in the clinic's zone (a kiosk's own clock may be wrong).
import { dateAndDay, serverNow } from "/static/house/js/clock.js";

const zone = () => document.documentElement.dataset.timezone || undefined;

/** @returns {string} "2026-11-23", the day of an instant in the clinic's zone */
export function dayOf(at) {
  const parts = { timeZone: zone(), year: "numeric", month: "2-digit", day: "2-digit" };
  return new Intl.DateTimeFormat("en-CA", parts).format(new Date(at));
}

export const today = () => dayOf(serverNow());

/** @returns {string} "11月23日 星期一"; "Mon 23 Nov" where the line is short of room */
export function shortDate(at, language) {
  if (language === "zh-CN") return dateAndDay(at, language);
  const parts = { timeZone: zone(), weekday: "short", day: "numeric", month: "short" };
  return new Intl.DateTimeFormat("en-GB", parts).format(at).replace(",", "");
}
