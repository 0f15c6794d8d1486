/**
 * Calendar days as the clinic counts them: "2026-11-24" in the clinic's zone, never an instant.
 */
import { currentLanguage, t } from "/static/house/js/language.js";
import { serverNow } from "/static/house/js/clock.js";

const DAY_MS = 86_400_000;

/** @param {string | number} when an instant @returns {string} the clinic's day of it */
export function dayOf(when) {
  const timeZone = document.documentElement.dataset.timezone || undefined;
  const written = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return written.format(new Date(when));
}

/** @returns {string} today at the clinic, by the server's clock */
export const today = () => dayOf(serverNow());

const asUtc = (day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** @param {string} day @param {number} days @returns {string} so many days later */
export const addDays = (day, days) => new Date(asUtc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** @returns {number} days from `first` to `last` */
export const daysBetween = (first, last) => Math.round((asUtc(last) - asUtc(first)) / DAY_MS);

/** @returns {string} the Monday of a day's week */
export const mondayOf = (day) => addDays(day, -((new Date(asUtc(day)).getUTCDay() + 6) % 7));

/** @returns {string} 11月24日 星期二 */
export function dayText(day) {
  const language = currentLanguage();
  // A day has no zone: it is written by the clock of UTC, whatever the clinic's own.
  const write = (options, locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(asUtc(day));
  if (language.startsWith("zh")) return `${write({ month: "long", day: "numeric" }, "zh-CN")} ${write({ weekday: "long" }, "zh-CN")}`;
  return write({ weekday: "long", day: "numeric", month: "long" }, "en-GB");
}

/** @returns {string} 11-24 周二: for the head of a column */
export function shortDay(day) {
  const zh = currentLanguage().startsWith("zh");
  const write = (options) => new Intl.DateTimeFormat(zh ? "zh-CN" : "en-GB", { ...options, timeZone: "UTC" }).format(asUtc(day));
  return `${write({ weekday: "short" })} ${write(zh ? { month: "numeric", day: "numeric" } : { day: "numeric", month: "short" })}`;
}

/** @param {string} month "2026-11" @returns {string} 2026年11月, Nov 2026 */
export const monthText = (month) => new Intl.DateTimeFormat(currentLanguage().startsWith("zh") ? "zh-CN" : "en-GB", {
  year: "numeric", month: "short", timeZone: "UTC",
}).format(asUtc(`${month}-01`));

/** @returns {string} 24日 周二, Tue 24 */
export const dayOfMonthText = (day) => new Intl.DateTimeFormat(currentLanguage().startsWith("zh") ? "zh-CN" : "en-GB", {
  day: "numeric", weekday: "short", timeZone: "UTC",
}).format(asUtc(day));

/** 今天、明天、后天 where it is one of them; else null. */
export function nearDay(day) {
  const names = ["staff-appt-today", "staff-appt-tomorrow", "staff-appt-after-tomorrow"];
  const name = names[daysBetween(today(), day)];
  return name ? t(name) : null;
}

/** 明天 11月24日 星期二 */
export const dayWithName = (day) => [nearDay(day), dayText(day)].filter(Boolean).join(" ");

