/** The server is lost: nothing here pretends to be current, and everybody is told what to do instead. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { Fit } from "./fit.js";
import { ageSeconds, serverNow, timeWithSeconds } from "./time.js";

/** @param {object} w @param {number | null} lastHeardAt server milliseconds @returns {string} */
export function ageWords(w, lastHeardAt) {
  if (lastHeardAt === null) return w.say("display-offline-never");
  const seconds = ageSeconds(lastHeardAt, serverNow());
  const args = { time: timeWithSeconds(lastHeardAt), minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  return w.say(seconds < 60 ? "display-offline-age-seconds" : "display-offline-age", args);
}

/** @param {{w: object, lastHeardAt: number | null}} props */
export function OfflinePanel({ w, lastHeardAt }) {
  const age = ageWords(w, lastHeardAt);
  return html`<section class="offline" data-testid="offline-panel" role="status">
    <svg class="offline-outline" aria-hidden="true"><rect class="offline-dashes" /></svg>
    <h2 class="offline-title"><${Icon} name="wifi-off" class="offline-icon" />${w.say("display-offline-title")}</h2>
    <p class="offline-second" lang=${w.second}>${w.also("display-offline-title")}</p>
    <${Fit} as="p" of=${w.main} class="offline-what">${w.say("display-offline-what")}<//>
    <p class="offline-second" lang=${w.second}>${w.also("display-offline-what")}</p>
    <p class="offline-age" data-testid="offline-age"><${Icon} name="clock" class="offline-clock" />${age}</p>
  </section>`;
}
