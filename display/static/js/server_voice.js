/** Sentences as the server says them: asked for when a call is known, kept for its repeats. */

/** Sentences that are kept decoded; a burst of calls in two languages fits. */
const KEPT = 32;
/** A sentence that has not come by then is no longer waited for; it is asked for anew next time. */
const LIMIT_MS = 8_000;

/**
 * @param {object} options
 * @param {BaseAudioContext} options.audio
 * @param {string} options.token of this screen
 */
export function createServerVoice({ audio, token }) {
  /** @type {Map<string, Promise<AudioBuffer | null>>} */
  const kept = new Map();

  async function fetchSound(path) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), LIMIT_MS);
    try {
      const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal });
      return answer.ok ? await audio.decodeAudioData(await answer.arrayBuffer()) : null;
    } catch {
      return null; // the network, the server or the sound itself: the caller has another voice
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    /** @param {string} path @returns {Promise<AudioBuffer | null>} null where the server cannot say it */
    get(path) {
      const known = kept.get(path);
      if (known) return known;
      const coming = fetchSound(path);
      kept.set(path, coming);
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
      coming.then((sound) => {
        if (sound === null) kept.delete(path);
      });
      return coming;
    },
  };
}
