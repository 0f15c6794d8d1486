/** The voice of this display's own computer: where the house chose it, and where the server's cannot be had. */

/** A voice that never reports its end must not hold the next call: this long, and so much more for each sign. */
const LIMIT_MS = 5_000;
const LIMIT_SIGN_MS = 600;
const RATE = 0.9;

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

/** @param {() => void} onChange when voices came or went, or the browser refused to speak */
export function createOwnVoice(onChange) {
  const speech = window.speechSynthesis ?? null;
  let refused = false;
  /** Held, or the browser collects the sentence while it is being said and never reports its end. */
  let current = null;

  speech?.addEventListener?.("voiceschanged", onChange);

  return {
    /** The browser waits for a touch. */
    refused: () => refused,
    /** A touch came. */
    allow() {
      refused = false;
    },
    /** @param {string} language @returns {SpeechSynthesisVoice | null} */
    voiceFor: (language) => (speech && !refused ? chooseVoice(speech.getVoices(), language) : null),

    /**
     * @param {string} text @param {SpeechSynthesisVoice} voice @param {number} volume 0 to 1
     * @returns {Promise<boolean>} whether it was said to its end
     */
    say(text, voice, volume) {
      return new Promise((done) => {
        const line = new SpeechSynthesisUtterance(text);
        const limit = setTimeout(() => { speech.cancel(); done(false); }, LIMIT_MS + text.length * LIMIT_SIGN_MS);
        const end = (said) => { clearTimeout(limit); done(said); onChange(); };
        line.voice = voice;
        line.lang = voice.lang;
        line.rate = RATE;
        line.volume = volume;
        line.onend = () => { refused = false; end(true); };
        line.onerror = (event) => { refused = event.error === "not-allowed"; end(false); };
        current = line;
        speech.speak(line);
      });
    },

    stop() {
      if (current && (speech?.speaking || speech?.pending)) speech.cancel();
      current = null;
    },
  };
}
