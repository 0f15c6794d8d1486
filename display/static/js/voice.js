/**
 * Sound: a chime, then the sentences, on the clock of the sound card, so that a busy page delays none. Sentences are the
 * server's sound, or said by this computer's own voice where the server's does not come in time. A browser may refuse
 * sound until somebody has touched the page, and there may be no voice at all: both are told, neither holds up a call. On
 * a TV start Chromium with `--autoplay-policy=no-user-gesture-required`; that opens the sound without a touch.
 */
import { CHIME_S, scheduleChime } from "./chime.js";
import { createOwnVoice } from "./own_voice.js";
import { createServerVoice } from "./server_voice.js";

const AFTER_CHIME_S = 0.4;
const BETWEEN_S = 1.2;
const SOON_S = 0.02;
const FADE_S = 0.03;
/**
 * From the beginning of the chime on the server's sound is waited for so long; then this computer speaks. Where it has no
 * voice of its own there is nothing else to hear.
 */
const PATIENCE_MS = 3_000;
const NO_OTHER_VOICE_MS = 8_000;
/** A sound card that stops must not hold the next call. */
const GRACE_MS = 3_000;

/** @typedef {"on" | "blocked" | "missing"} SoundState blocked: a touch opens it; missing: no voice for the hall */
/** @typedef {{text: string, language: string, path: string}} Line */

const pause = (ms) => new Promise((done) => { setTimeout(done, Math.max(0, ms)); });

/**
 * How much of the full voltage a volume is: ears hear half of it as much more than half as loud.
 * @param {number} volume 0 to 100 @returns {number} 0 to 1
 */
export const gainFor = (volume) => (Math.min(100, Math.max(0, volume)) / 100) ** 2;

/**
 * @param {object} options
 * @param {() => string} options.language of the words that matter: the hall's first language
 * @param {string} options.token of this screen
 * @param {(state: SoundState) => void} options.onState
 * @param {(said: {id: string, text: string, language: string, audible: boolean}) => void} options.onSaid
 *   when a sentence is handed to a voice; audible: false where none can say it
 */
export function createVoice({ language, token, onState, onSaid }) {
  const audio = window.AudioContext ? new AudioContext() : null;
  const own = createOwnVoice(() => tell());
  const server = audio ? createServerVoice({ audio, token }) : null;
  let settings = { by: "server", volume: 100 };
  /** Whether the server said the last sentence of the hall's first language that was asked of it. */
  let served = true;
  let turn = 0;
  let told = "";
  /** What sounds now: its own volume, and what is scheduled on it. */
  let sounding = null;

  const byServer = () => server !== null && settings.by === "server";

  function tell() {
    const blocked = own.refused() || (audio !== null && audio.state !== "running");
    const spoken = (byServer() && served) || own.voiceFor(language()) !== null;
    const state = blocked ? "blocked" : spoken ? "on" : "missing";
    if (state !== told) onState(state);
    told = state;
  }

  async function wake() {
    own.allow();
    await Promise.race([audio?.resume().catch(() => {}), pause(300)]);
    tell();
  }

  function open(volume) {
    const out = audio.createGain();
    out.gain.value = gainFor(volume);
    out.connect(audio.destination);
    sounding = { out, nodes: [] };
    return sounding;
  }

  /** Silence at once: the call was taken back, or the server is lost. */
  function stop() {
    turn += 1;
    own.stop();
    if (!sounding) return;
    const { out, nodes } = sounding;
    sounding = null;
    const now = audio.currentTime;
    // A sound that is cut clicks; one that falls within a few hundredths does not.
    out.gain.setTargetAtTime(0, now, FADE_S / 3);
    for (const node of nodes) node.stop(now + 2 * FADE_S);
    setTimeout(() => out.disconnect(), 500);
  }

  const soundOf = (line) => (byServer() && line.path ? server.get(line.path) : Promise.resolve(null));

  /** What the server has to say, as far as it comes in time: one sound or null for each line. */
  async function sounds(lines) {
    if (audio?.state !== "running") return lines.map(() => null);
    const late = (ms) => pause(ms).then(() => null);
    const patience = (line) => (own.voiceFor(line.language) ? PATIENCE_MS : NO_OTHER_VOICE_MS);
    const found = await Promise.all(lines.map((line) => Promise.race([soundOf(line), late(patience(line))])));
    const asked = lines.findIndex((line) => line.language === lines[0].language && line.path);
    if (byServer() && asked !== -1) served = found[asked] !== null;
    return found;
  }

  function schedule(sound, at) {
    const source = audio.createBufferSource();
    source.buffer = sound;
    source.connect(sounding.out);
    source.start(at);
    sounding.nodes.push(source);
    const ended = new Promise((done) => { source.onended = () => done(true); });
    const late = pause((at - audio.currentTime + sound.duration) * 1000 + GRACE_MS).then(() => false);
    return Promise.race([ended, late]);
  }

  /**
   * @param {string} id of what is announced
   * @param {Line[]} lines in the order in which they are said; none for a chime alone
   * @param {{volume?: number, chime?: boolean}} [how] louder or softer than the hour has it; without the chime
   * @returns {Promise<{spoken: boolean, over: boolean}>} spoken: the first language was heard to its end at least once;
   *   over: it was not broken off
   */
  async function announce(id, lines, { volume = settings.volume, chime = true } = {}) {
    stop();
    const mine = turn;
    const broken = () => mine !== turn;
    if (audio && audio.state !== "running") await wake();
    if (broken()) return { spoken: false, over: false };
    let at = 0;
    if (audio?.state === "running") {
      const begins = audio.currentTime + SOON_S;
      const { out, nodes } = open(volume);
      if (chime) nodes.push(...scheduleChime(audio, out, begins));
      at = begins + (chime ? CHIME_S + AFTER_CHIME_S : 0);
    }
    const found = lines.length ? await sounds(lines) : [];
    const heard = broken() ? [] : await say(id, lines, found, at, volume, broken);
    if (!lines.length && chime && !broken()) await pause((at - (audio?.currentTime ?? 0)) * 1000);
    tell();
    return { spoken: heard.includes(true), over: !broken() };
  }

  /** @returns {Promise<boolean[]>} for each line of the first language whether it was heard to its end */
  async function say(id, lines, found, first, volume, broken) {
    const heard = [];
    let at = first;
    for (const [place, line] of lines.entries()) {
      if (broken()) break;
      const sound = found[place];
      const voice = sound ? null : own.voiceFor(line.language);
      const main = line.language === lines[0].language;
      if (sound) {
        const start = Math.max(at, audio.currentTime + SOON_S);
        at = start + sound.duration + BETWEEN_S;
        const ended = schedule(sound, start).then((over) => over && !broken());
        heard.push(ended.then((over) => over && main));
      } else if (voice && audio) {
        await pause((at - audio.currentTime) * 1000);
      }
      if (broken()) break;
      onSaid({ id, text: line.text, language: line.language, audible: Boolean(sound ?? voice) });
      if (!voice) continue;
      heard.push((await own.say(line.text, voice, gainFor(volume))) && main);
      at = (audio?.currentTime ?? 0) + BETWEEN_S;
    }
    return Promise.all(heard);
  }

  for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, wake);
  audio?.addEventListener("statechange", tell);
  const check = setInterval(tell, 5_000);
  wake();

  return {
    announce,
    stop,
    /** How the house wants it at this hour. @param {{by: string, volume: number}} document */
    use(document) {
      settings = document;
      tell();
    },
    /** Asks the server for what will be said, so that it is there in time. @param {Line[]} lines */
    prepare(lines) {
      for (const line of lines) soundOf(line);
    },
    close() {
      stop();
      clearInterval(check);
    },
  };
}
