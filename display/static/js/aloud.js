/** What is said beside calls: an evacuation text until it ends, at full volume, and notices between calls (R61). */
import { dueNotice, noticeTurn, speaks, textLines } from "./plan.js";

/** An evacuation text is said again after so long, in milliseconds. */
const REPEAT_MS = 4_000;
const FULL = 100;

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/**
 * @param {object} options
 * @param {{announce: Function, stop: Function}} options.voice
 * @param {() => string[]} options.languages of the hall
 * @param {() => number} options.now
 */
export function createAloud({ voice, languages, now }) {
  const said = new Set();
  let since = null;
  let alarmed = "";
  let saying = "";
  let guarded = null;

  async function repeat(emergency) {
    while (alarmed === emergency.id) {
      await voice.announce(emergency.id, textLines("emergencies", emergency, languages()), { volume: FULL });
      await pause(REPEAT_MS);
    }
  }

  async function sayNotice(notice, first) {
    saying = notice.id;
    const ended = voice.announce(notice.id, textLines("notices", notice, languages()));
    if (first) guarded = ended;
    const { over } = await ended;
    if (over) said.add(notice.id);
    saying = "";
    guarded = null;
  }

  return {
    /** The evacuation text that stands, or null. @param {object | null} emergency */
    alarm(emergency) {
      const id = emergency?.id ?? "";
      if (id === alarmed) return;
      alarmed = id;
      voice.stop();
      if (emergency) repeat(emergency);
    },

    /** Time has passed. @param {import("./call_queue.js").CallQueue} queue @param {object[]} notices @param {string} say */
    tick(queue, notices, say) {
      since ??= now();
      if (alarmed || saying || !speaks(say)) return;
      const notice = dueNotice(notices, said, since, now());
      const turn = notice ? noticeTurn(notice, queue, now()) : "no";
      if (turn !== "no") sayNotice(notice, turn === "first");
    },

    /** Settles when a call may be said: at once, unless a notice has waited so long that calls wait for it. */
    clear: () => Promise.resolve(guarded),

    /** The server is lost: a notice falls silent and is said when it is back; an evacuation goes on. */
    lost() {
      if (saying) voice.stop();
    },
  };
}
