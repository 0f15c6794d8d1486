/**
 * Leads one screen through the calls: feeds the pure queue with what the server says, lets the voice speak, and
 * tells the server what people could see and hear.
 */
import { advance, callKey, emptyQueue, picture, receive, receiveQuietly, silence, voiceEnded } from "./call_queue.js";
import { isAnswered } from "./model.js";
import { spokenNumber, spokenRoom } from "./speech.js";

/** After a break too short to show as offline, a call up to this old is still news, in milliseconds. */
const NEWS_MS = 20_000;
/** Only a call of the last minute is reported as seen: after a restart of the server all screens come at once. */
const REPORT_MS = 60_000;
const REMEMBERED = 256;

/**
 * The main language twice, each other language once (R106: the number only).
 * @param {object} call
 * @param {ReturnType<import("./words.js").words>} speak
 * @param {(language: string, id: string, args: object) => string} sentence
 */
export function announcement(call, speak, sentence) {
  const line = (language) => {
    const room = call.room_names?.[language] ?? call.room_names?.[language.split("-")[0]] ?? call.label;
    const args = { number: spokenNumber(call.number, language), room: spokenRoom(String(room), language) };
    return { language, text: sentence(language, "display-voice-call", args) };
  };
  const [main, ...others] = speak.all;
  return [line(main), line(main), ...others.map(line)];
}

/**
 * @param {object} options
 * @param {{announce: Function, stop: Function} | null} options.voice null for a screen without sound
 * @param {(call: object) => Array<{text: string, language: string}>} options.linesFor
 * @param {(payload: object) => void} options.emitShown
 * @param {() => number} options.now
 * @param {(call: object) => boolean} [options.concerns] calls that this screen shows
 * @param {() => void} options.onChange
 */
export function createConductor({ voice, linesFor, emitShown, now, concerns = () => true, onChange }) {
  let queue = emptyQueue();
  let revision = 0;
  let rooms = [];
  let quiet = true;
  let speaking = "";
  /** Announcements that the server knows to have been seen here. */
  const reported = new Set();
  let linked = false;

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
    if (key === speaking) return;
    speaking = key;
    voice?.stop();
    if (call) speak(call, key);
  }

  async function speak(call, key) {
    const { spoken } = voice ? await voice.announce(call.call_id, linesFor(call)) : { spoken: false };
    if (spoken) emitShown({ revision, call_id: call.call_id, shown: true, spoken: true });
    change(voiceEnded(queue, key));
  }

  return {
    /** A new state from the server. @param {{revision: number, documents: object}} state @param {object} model */
    receive(state, model) {
      const calls = model.calls.filter(concerns);
      const leap = state.revision !== revision + 1;
      revision = state.revision;
      rooms = model.rooms;
      if (quiet || model.emergency) {
        quiet = false;
        change(receiveQuietly(queue, calls, now()));
      } else {
        change(receive(queue, calls, now(), leap ? now() - NEWS_MS : -Infinity));
      }
    },

    /** The server is lost: silence, and what comes with the next picture is no news. */
    lost() {
      quiet = true;
      change(silence(queue));
    },

    tick() {
      change(advance(queue, now(), (call) => isAnswered(call, rooms)));
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
