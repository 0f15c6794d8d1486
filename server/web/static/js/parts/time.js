import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { dateAndDay, running, secondsSince, serverNow, timeOfDay } from "../clock.js";
import { currentLanguage, t } from "../language.js";

const SECOND = 1000;

/**
 * Draw again at each turn of the server's second (or minute).
 * @param {number} [every] milliseconds
 * @returns {number} the server's time in milliseconds
 */
export function useNow(every = SECOND) {
  const [now, setNow] = useState(serverNow());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(serverNow());
      timer = setTimeout(tick, every - (serverNow() % every) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [every]);
  return now;
}

/**
 * The time of day, and the date beneath where asked.
 * @param {{date?: boolean, language?: string}} props
 */
export function Clock({ date = false, language }) {
  const now = useNow();
  return html`<span class="clock">
    <time class="clock-time number">${timeOfDay(now)}</time>
    ${date && html`<span class="clock-date">${dateAndDay(now, language ?? currentLanguage())}</span>`}
  </span>`;
}

/**
 * Time since an instant, running: "0:42".
 * @param {{since: string}} props
 */
export function Running({ since }) {
  useNow();
  return html`<time class="number" role="timer">${running(secondsSince(since))}</time>`;
}

/**
 * How old a figure is, in words: "5 秒前更新", and its time of day when older than a minute.
 * @param {{at: string | number | null}} props
 */
export function Age({ at }) {
  useNow();
  if (!at) return null;
  const instant = typeof at === "number" ? at : Date.parse(at);
  const seconds = Math.max(0, Math.floor((serverNow() - instant) / SECOND));
  if (seconds === 0) return html`<span class="age">${t("common-updated-now")}</span>`;
  const words =
    seconds < 60 ? t("common-updated-seconds", { seconds }) : t("common-updated-at", { time: timeOfDay(instant) });
  return html`<span class="age">${words}</span>`;
}
