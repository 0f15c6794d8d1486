/** Tells the server whether this screen can be heard, so that staff learn of a silent TV (R59). */

/** A trouble that passes within this time is none: a page that has just been opened is silent for a moment. */
const SETTLE_MS = 8_000;

/** @param {(heard: boolean) => void} emit */
export function createSoundReport(emit) {
  let heard = null;
  let linked = false;
  let timer = 0;

  function settle(now) {
    heard = now;
    if (linked) emit(heard);
  }

  return {
    /** @param {"on" | "blocked" | "missing"} state */
    state(state) {
      clearTimeout(timer);
      const now = state === "on";
      if (now) settle(true);
      else timer = setTimeout(() => settle(false), SETTLE_MS);
    },

    /** Whether a report would arrive; a server that was away has forgotten the last one. @param {boolean} stands */
    link(stands) {
      const fresh = stands && !linked;
      linked = stands;
      if (fresh && heard !== null) emit(heard);
    },
  };
}
