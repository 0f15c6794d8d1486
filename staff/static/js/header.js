/** The hall's name, its figures, whether the tablet hears the server, and the time. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { useStore } from "./state/store.js";
import { hallStore, isOffline, waitingOf } from "./state/hall.js";
import { sessionStore } from "./state/session.js";
import { setMuted, soundStore, unlockSound } from "./state/sound.js";
import { APOLOGY_AFTER, apologyMinutes, clock, secondsSince, useNow } from "./state/time.js";
import { say } from "./state/words.js";
import { useNarrow } from "./parts/narrow.js";

/** Waiting people weigh the departments' medians: one figure for the hall. */
export function hallMedian(figures) {
  const rows = Object.values(figures?.per_department ?? {})
    .filter((row) => row.median !== null && row.median !== undefined)
    .sort((a, b) => a.median - b.median);
  if (!rows.length) return null;
  const weights = rows.map((row) => Math.max(1, row.waiting ?? 0));
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    sum += weights[index];
    if (sum >= half) return Math.round(row.median);
  }
  return null;
}

function Figure({ label, value, unit, late }) {
  return html`<p class="figure"><span>${label}</span>
    <b class=${`number ${late ? "is-late" : ""}`}>${value}</b><span>${unit}</span></p>`;
}

/** Who waits and who waits too long is counted from the queues as they stand; the median comes from the server. */
function Figures() {
  useNow();
  const { documents, ready } = useStore(hallStore);
  if (!ready) return null;
  const waiting = waitingOf(documents);
  const over = waiting.filter((entry) => secondsSince(entry.waiting_since) >= APOLOGY_AFTER).length;
  const full = documents["staff/crowd"]?.from ?? null;
  const median = hallMedian(documents["staff/figures"]);
  return html`<div class="figures">
    <${Figure} label=${t("staff-figure-waiting")} value=${waiting.length} late=${full !== null && waiting.length >= full}
      unit=${full === null ? t("staff-unit-people") : t("staff-crowd-unit", { from: full })} />
    <${Figure} label=${t("staff-figure-over", apologyMinutes())} value=${over} unit=${t("staff-unit-people")} late=${over > 0} />
    ${median !== null &&
    html`<${Figure} label=${t("staff-figure-median")} value=${median} unit=${t("staff-unit-minutes")} />`}
  </div>`;
}

function SoundSwitch() {
  const narrow = useNarrow();
  const { muted, blocked } = useStore(soundStore);
  if (blocked && !muted) {
    return html`<button type="button" class="sound-switch is-waiting" onClick=${unlockSound}>
      <${Icon} name="speaker-off" size=${22} />${t(narrow ? "staff-sound-unmute" : "staff-sound-blocked")}</button>`;
  }
  return html`<button type="button" class=${`sound-switch ${muted ? "is-waiting" : ""}`}
    aria-pressed=${muted ? "true" : "false"} aria-label=${muted ? undefined : t("staff-sound-mute")}
    onClick=${() => setMuted(!muted)}>
    <${Icon} name=${muted ? "speaker-off" : "bell"} size=${22} />${muted ? t("staff-sound-muted") : ""}</button>`;
}

function Clock() {
  const time = clock(useNow());
  return html`<time class="clock number">${time}</time>`;
}

/** Sounds, connection and clock: at the right of every page's head. */
export function Status() {
  const offline = useStore(hallStore, isOffline);
  const ready = useStore(hallStore, (value) => value.ready);
  const state = !ready ? "connecting" : offline ? "lost" : "connected";
  return html`<div class="top-end">
    <${SoundSwitch} />
    <p class=${`link-state is-${state}`}><${Icon} name=${state === "connected" ? "wifi" : "wifi-off"} size=${20} />
      <span>${t(`staff-link-${state}`)}</span></p>
    <${Clock} />
  </div>`;
}

export function Header() {
  const doc = useStore(hallStore, (value) => value.documents.hall);
  const { clinic, hall } = useStore(sessionStore);
  const names = doc?.names ?? clinic?.halls?.find((one) => one.code === hall)?.names;
  return html`<header class="top">
    <h1 class="top-name">${say(names)}</h1>
    <${Figures} />
    <${Status} />
  </header>`;
}
