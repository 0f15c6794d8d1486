/**
 * Sound: a chime of two falling notes, then the words. A browser may refuse sound until somebody has touched the
 * page, and a computer may have no voice: both are reported, neither holds up a call. On a TV start Chromium with
 * `--autoplay-policy=no-user-gesture-required`; that opens the chime and the speech without a touch.
 */

const CHIME_S = 0.9;
const NOTES = [{ hertz: 659.25, at: 0, length: 0.5 }, { hertz: 523.25, at: 0.36, length: 0.54 }];
const LOUDNESS = 0.5;
const AFTER_CHIME_MS = 400;
const BETWEEN_MS = 1_200;
const RATE = 0.9;
/** A voice that never reports its end must not hold the next call: this long, and so much more for each sign. */
const LIMIT_MS = 5_000;
const LIMIT_SIGN_MS = 600;

/** @typedef {"on" | "blocked" | "missing"} SoundState blocked: a touch opens it; missing: no Chinese voice */

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();

/**
 * The voice for a language, one on this computer before one that needs the internet; never Cantonese for Mandarin.
 * @param {SpeechSynthesisVoice[]} voices @param {string} language @returns {SpeechSynthesisVoice | null}
 */
export function chooseVoice(voices, language) {
  const base = language.split("-")[0].toLowerCase();
  const wanted = base === "zh" ? ["zh-cn", "cmn-cn", "cmn", "zh-hans", "zh"] : [language.toLowerCase(), base];
  const fits = (voice) => (base === "zh" ? !/hk|yue/u.test(tag(voice)) : true);
  for (const start of wanted) {
    const found = voices.filter((voice) => tag(voice).startsWith(start) && fits(voice));
    if (found.length) return found.find((voice) => voice.localService) ?? found[0];
  }
  return null;
}

/**
 * @param {object} options
 * @param {string} options.language of the words that matter: the hall's first language
 * @param {(state: SoundState) => void} options.onState
 * @param {(said: {call_id: string, text: string, language: string, audible: boolean}) => void} options.onSaid
 *   when a sentence is handed to the voice; audible: false where no voice can say it
 */
export function createVoice({ language, onState, onSaid }) {
  const speech = window.speechSynthesis ?? null;
  const Context = window.AudioContext ?? null;
  const audio = Context ? new Context() : null;
  let refused = false;
  let turn = 0;
  /** Held, or the browser collects the sentence while it is being said and never reports its end. */
  let current = null;
  let told = "";

  const voiceFor = (wanted) => (speech ? chooseVoice(speech.getVoices(), wanted) : null);

  function tell() {
    const blocked = refused || (audio !== null && audio.state !== "running");
    const state = blocked ? "blocked" : voiceFor(language) === null ? "missing" : "on";
    if (state !== told) onState(state);
    told = state;
  }

  async function wake() {
    refused = false;
    await Promise.race([audio?.resume().catch(() => {}), pause(300)]);
    tell();
  }

  async function chime() {
    if (audio?.state !== "running") await wake();
    if (audio?.state !== "running") return false;
    const start = audio.currentTime + 0.02;
    for (const note of NOTES) {
      const tone = audio.createOscillator();
      const loud = audio.createGain();
      tone.frequency.value = note.hertz;
      loud.gain.setValueAtTime(0.0001, start + note.at);
      loud.gain.exponentialRampToValueAtTime(LOUDNESS, start + note.at + 0.02);
      loud.gain.exponentialRampToValueAtTime(0.0001, start + note.at + note.length);
      tone.connect(loud).connect(audio.destination);
      tone.start(start + note.at);
      tone.stop(start + note.at + note.length);
    }
    await pause(CHIME_S * 1000);
    return true;
  }

  /** @returns {Promise<boolean>} whether it was said to its end */
  function say(text, voice) {
    return new Promise((done) => {
      const line = new SpeechSynthesisUtterance(text);
      const limit = setTimeout(() => { speech.cancel(); done(false); }, LIMIT_MS + text.length * LIMIT_SIGN_MS);
      const end = (said) => { clearTimeout(limit); done(said); };
      line.voice = voice;
      line.lang = voice.lang;
      line.rate = RATE;
      line.onend = () => { refused = false; end(true); tell(); };
      line.onerror = (event) => {
        refused = event.error === "not-allowed";
        end(false);
        tell();
      };
      current = line;
      speech.speak(line);
    });
  }

  /**
   * @param {string} callId
   * @param {Array<{text: string, language: string}>} lines in the order in which they are said
   * @returns {Promise<{spoken: boolean}>} spoken: the first language was heard to its end at least once
   */
  async function announce(callId, lines) {
    stop();
    const mine = turn;
    const rang = await chime();
    if (rang) await pause(AFTER_CHIME_MS);
    let spoken = false;
    let earlier = false;
    for (const { text, language: wanted } of lines) {
      if (mine !== turn) return { spoken };
      const voice = refused ? null : voiceFor(wanted);
      if (earlier && voice) await pause(BETWEEN_MS);
      if (mine !== turn) return { spoken };
      onSaid({ call_id: callId, text, language: wanted, audible: voice !== null });
      if (!voice) continue;
      const said = await say(text, voice);
      earlier = true;
      spoken ||= said && wanted === lines[0].language;
    }
    return { spoken };
  }

  /** Silence at once: the call was taken back, or the server is lost. */
  function stop() {
    turn += 1;
    current = null;
    if (speech?.speaking || speech?.pending) speech.cancel();
  }

  for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, wake);
  audio?.addEventListener("statechange", tell);
  speech?.addEventListener?.("voiceschanged", tell);
  const check = setInterval(tell, 5_000);
  wake();

  return { announce, stop, close: () => { stop(); clearInterval(check); } };
}
