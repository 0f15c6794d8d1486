/**
 * The server's time. A screen's own clock may be wrong or may step, so time is the server's `now` plus what the
 * monotonic clock of the page has counted since. Of the last few messages the one least delayed on its way counts.
 */
const SAMPLES = 6;
const JUMP_MS = 5000;

/** @type {number[]} server milliseconds minus monotonic milliseconds, newest last */
let offsets = [];

/** @param {string | number} now the server's instant, ISO-8601 or milliseconds */
export function noteServerTime(now) {
  const milliseconds = typeof now === "number" ? now : Date.parse(now);
  if (!Number.isFinite(milliseconds)) return;
  const offset = milliseconds - performance.now();
  // The server's clock was set, or this computer slept: what was measured before no longer holds.
  if (offsets.length && Math.abs(offset - Math.max(...offsets)) > JUMP_MS) offsets = [];
  offsets = [...offsets, offset].slice(-SAMPLES);
}

/** @returns {number} milliseconds since 1970 by the server's clock; by this computer's until the server was heard */
export function serverNow() {
  return offsets.length ? Math.max(...offsets) + performance.now() : Date.now();
}

/**
 * @param {string | null | undefined} instant ISO-8601
 * @returns {number} whole seconds since then, never negative
 */
export function secondsSince(instant) {
  if (!instant) return 0;
  return Math.max(0, Math.floor((serverNow() - Date.parse(instant)) / 1000));
}

/**
 * @param {number} seconds
 * @returns {string} "0:42", "21:35", "1:02:07"
 */
export function running(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(whole / 3600);
  return hours ? `${hours}:${parts[0]}:${parts[1]}` : `${Math.floor(whole / 60)}:${parts[1]}`;
}

/**
 * The time of day, 24 hours, in the clinic's zone (`<html data-timezone>`; the screen's own where that is missing).
 * @param {string | number} instant
 * @returns {string} "08:46"
 */
export function timeOfDay(instant) {
  return format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, instant, "en-GB");
}

/**
 * @param {string | number} instant
 * @param {string} language
 * @returns {string} "11月23日 星期一", "Monday 23 November"
 */
export function dateAndDay(instant, language) {
  if (language.startsWith("zh")) {
    return `${format({ month: "long", day: "numeric" }, instant, "zh-CN")} ${format({ weekday: "long" }, instant, "zh-CN")}`;
  }
  return format({ weekday: "long", day: "numeric", month: "long" }, instant, "en-GB");
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

function format(options, instant, locale) {
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) {
    const timeZone = document.documentElement.dataset.timezone || undefined;
    formats.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  }
  return formats.get(key).format(new Date(instant));
}
