/** The foot: one notice after the other, and the truth about the connection and the sound. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { Fit } from "./fit.js";
import { ageSeconds, serverNow } from "./time.js";

/** One notice stays this long, in milliseconds, then the next one fades in. */
export const NOTICE_MS = 12_000;

/**
 * Every notice in the hall's languages, and the standing word of the house after them. Pure.
 * @param {object} w @param {object[]} notices @returns {Array<{text: string, language: string}>}
 */
export function noticeTexts(w, notices) {
  const texts = [];
  for (const notice of notices) {
    const main = w.name(notice.texts);
    const second = w.alsoName(notice.texts);
    if (main) texts.push({ text: main, language: w.main });
    if (second) texts.push({ text: second, language: w.second });
  }
  // Whether somebody may come along depends on age: the slip and the phone say it, never a screen for all.
  texts.push({ text: w.say("display-notice-missed"), language: w.main });
  if (w.second) texts.push({ text: w.also("display-notice-missed"), language: w.second });
  return texts;
}

/** @param {object} props heardAt: when the server was last heard, in its milliseconds; null where not known */
export function Connection({ w, offline, heardAt }) {
  if (offline) {
    return html`<p class="connection connection-cut" data-testid="connection">
      <${Icon} name="wifi-off" /><span>${w.say("display-connection-cut")}</span></p>`;
  }
  const words = heardAt === null
    ? w.say("display-connection-now")
    : w.say("display-connection", { seconds: Math.max(1, ageSeconds(heardAt, serverNow())) });
  return html`<p class="connection" data-testid="connection"><${Icon} name="wifi" /><span>${words}</span></p>`;
}

/**
 * What is wrong with the sound, or that this is a quiet hour (R62); nothing where all is said, or where this screen is
 * meant to have no sound.
 * @param {{w: object, sound: string, voice: {say: string}}} props
 */
export function SoundMark({ w, sound: state, voice }) {
  if (state === "off") return null;
  const sound = state === "on" ? voice.say : state;
  if (!["blocked", "missing", "chime", "nothing"].includes(sound)) return null;
  return html`<p class="sound-mark" data-testid="sound-off" data-sound=${sound}>
    <${Icon} name="speaker-off" /><span>${w.say(`display-sound-${sound}`)}</span></p>`;
}

/** @param {object} props */
export function Foot({ w, notices, turn, offline, heardAt, sound, voice }) {
  const texts = offline
    ? [{ text: w.say("display-offline-kept"), language: w.main }]
    : noticeTexts(w, notices);
  const notice = texts[turn % texts.length];
  return html`<footer class="foot">
    <${Icon} name="megaphone" class="foot-horn" />
    <${Fit} as="p" of=${notice.text} key=${notice.text} class="notice" lang=${notice.language} data-testid="notice">
      ${notice.text}
    <//>
    ${!offline && html`<${SoundMark} w=${w} sound=${sound} voice=${voice} />`}
    <${Connection} w=${w} offline=${offline} heardAt=${heardAt} />
  </footer>`;
}
