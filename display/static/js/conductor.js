/**
 * Leads one screen through the calls: feeds the pure queue with what the server says, lets the voice speak, and
 * tells the server what people could see and hear.
 */
import { createAloud } from "./aloud.js";
import { advance, callKey, emptyQueue, picture, receive, receiveQuietly, silence, voiceEnded } from "./call_queue.js";
import { isAnswered } from "./model.js";
import { callLines } from "./plan.js";

/** After a break too short to show as offline, a call up to this old is still news, in milliseconds. */
const NEWS_MS = 20_000;
/** Only a call of the last minute is reported as seen: after a restart of the server all screens come at once. */
const REPORT_MS = 60_000;
const REMEMBERED = 256;

/**
 * @param {object} options
 * @param {{announce: Function, stop: Function, use: Function, prepare: Function} | null} options.voice null for a
 *   screen without sound
 * @param {() => string[]} options.languages of the hall, the first is the main one
 * @param {(payload: object) => void} options.emitShown
 * @param {() => number} options.now
 * @param {(call: object) => boolean} [options.concerns] calls that this screen shows
 * @param {() => void} options.onChange
 */
export function createConductor({ voice, languages, emitShown, now, concerns = () => true, onChange }) {
  const aloud = voice ? createAloud({ voice, languages, now }) : null;
  let queue = emptyQueue();
  let revision = 0;
  let shown = { rooms: [], notices: [], voice: { say: "twice" } };
  let quiet = true;
  /** The announcement whose turn it is, and the one that is being said. */
  let turn = "";
  let talking = "";
  /** Announcements that the server knows to have been seen here. */
  const reported = new Set();
  let linked = false;

  const linesFor = (call) => callLines(call, languages(), shown.voice.say);

  function change(next) {
    if (next === queue) return;
    queue = next;
    follow();
    onChange();
  }

  /** The voice follows the turn: what is yellow is spoken, what is no longer yellow falls silent. */
  function follow() {
    const call = queue.turn?.call ?? null;
    const key = call ? callKey(call) : "";
    if (key === turn) return;
    turn = key;
    if (talking) voice.stop();
    if (call) speak(call, key);
  }

  async function speak(call, key) {
    if (voice) await aloud.clear();
    if (key !== turn) return;
    const spoken = voice ? await say(call, key) : false;
    if (spoken) emitShown({ revision, call_id: call.call_id, shown: true, spoken: true });
    change(voiceEnded(queue, key));
  }

  async function say(call, key) {
    talking = key;
    const { spoken } = await voice.announce(call.call_id, linesFor(call), { chime: shown.voice.say !== "nothing" });
    if (talking === key) talking = "";
    return spoken;
  }

  return {
    /** A new state from the server. @param {{revision: number, documents: object}} state @param {object} model */
    receive(state, model) {
      const calls = model.calls.filter(concerns);
      const leap = state.revision !== revision + 1;
      revision = state.revision;
      shown = model;
      voice?.use(model.voice);
      if (!model.emergency) aloud?.alarm(null);
      if (quiet || model.emergency) {
        quiet = false;
        change(receiveQuietly(queue, calls, now()));
      } else {
        change(receive(queue, calls, now(), leap ? now() - NEWS_MS : -Infinity));
      }
      if (model.emergency) aloud?.alarm(model.emergency);
      for (const call of queue.waiting) voice?.prepare(linesFor(call));
    },

    /** The server is lost: silence, and what comes with the next picture is no news. */
    lost() {
      quiet = true;
      aloud?.lost();
      change(silence(queue));
    },

    tick() {
      if (!quiet) aloud?.tick(queue, shown.notices, shown.voice.say);
      change(advance(queue, now(), (call) => isAnswered(call, shown.rooms)));
    },

    /** What the screen shows. @param {number} rows */
    picture: (rows) => picture(queue, rows),

    /** After painting: these calls stand on the screen. @param {object[]} calls */
    painted(calls) {
      if (!linked) return;
      for (const call of calls) {
        if (reported.has(callKey(call)) || now() - Date.parse(call.at) > REPORT_MS) continue;
        reported.add(callKey(call));
        emitShown({ revision, call_id: call.call_id, shown: true, spoken: false });
      }
      for (const key of [...reported].slice(0, -REMEMBERED)) reported.delete(key);
    },

    /** Whether a report would arrive. @param {boolean} stands */
    link(stands) {
      linked = stands;
    },
  };
}
