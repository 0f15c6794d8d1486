/**
 * Which call is shown in yellow, which wait for their turn, which are only listed. Pure: plain values in, a new
 * state out; no clock, no page, no sound. Times are epoch milliseconds on the server's clock.
 *
 * The rules: calls queue up and none is lost; one at a time, for at least eight seconds and until its speech has
 * ended; a recall enters again; a call that was taken back is dropped; what was called while this screen had lost
 * the server is listed, never spoken and never yellow.
 *
 * @typedef {{call_id: string, number: string, department: string, room: string, label: string,
 *   room_names: Object<string, string>, direction: string, at: string, attempt: number}} Call
 * @typedef {{call: Call, began: number, voiceOver: boolean}} Turn
 * @typedef {{seen: string[], listed: Call[], waiting: Call[], turn: Turn | null, last: Call | null,
 *   since: number}} CallQueue
 */

/** The least time that a call stays yellow, in milliseconds. */
export const TURN_MS = 8_000;
/** A call without a successor stays up this long, in milliseconds; then the panel becomes calm. */
export const CALM_MS = 60_000;
/** The server lists at most this many calls: a list of this length may have pushed out an older one. */
export const LIST_LENGTH = 8;
/** More than a day's list can name; the oldest are forgotten first, so that the memory stays flat. */
const REMEMBERED = 256;

/** @returns {CallQueue} */
export function emptyQueue() {
  return { seen: [], listed: [], waiting: [], turn: null, last: null, since: 0 };
}

/** One announcement: each further attempt of the same call is another one. @param {Call} call */
export function callKey(call) {
  return `${call.call_id}/${call.attempt}`;
}

const instant = (call) => Date.parse(call.at) || 0;
const sameTicket = (a, b) => a.number === b.number && a.department === b.department;

function remember(seen, keys) {
  const added = keys.filter((key) => !seen.includes(key));
  return added.length ? [...seen, ...added].slice(-REMEMBERED) : seen;
}

/**
 * A call that left the list was taken back, unless a later call of the same ticket took its line, or the list is full
 * and the call older than all of it.
 */
function takenBack(call, calls) {
  if (calls.some((other) => callKey(other) === callKey(call))) return false;
  if (calls.some((other) => sameTicket(other, call) && instant(other) >= instant(call))) return false;
  const oldest = Math.min(...calls.map(instant));
  return calls.length < LIST_LENGTH || instant(call) > oldest;
}

/**
 * Calls that are new. An older call that comes back into the list after an undo stands below known ones and was
 * made before this screen began to listen: it is no new call.
 */
function newCalls(state, calls, notBefore) {
  const firstKnown = calls.findIndex((call) => state.seen.includes(callKey(call)));
  return calls.filter((call, place) => {
    if (state.seen.includes(callKey(call)) || instant(call) < notBefore) return false;
    const below = firstKnown !== -1 && place > firstKnown;
    return !(below && instant(call) < state.since);
  });
}

function enqueue(waiting, call) {
  const place = waiting.findIndex((other) => sameTicket(other, call));
  if (place === -1) return [...waiting, call];
  return waiting.map((other, index) => (index === place ? call : other));
}

/**
 * The list of calls has changed.
 * @param {CallQueue} state
 * @param {Call[]} calls the document `calls`, newest first
 * @param {number} now
 * @param {number} [notBefore] a call older than this is only listed: what a snapshot brings after a short break
 * @returns {CallQueue}
 */
export function receive(state, calls, now, notBefore = -Infinity) {
  const fresh = newCalls(state, calls, notBefore).reverse();
  const kept = state.waiting.filter((call) => !takenBack(call, calls));
  const undone = state.turn !== null && takenBack(state.turn.call, calls);
  const lastGone = state.last !== null && takenBack(state.last, calls);
  const next = {
    ...state,
    listed: calls,
    seen: remember(state.seen, calls.map(callKey)),
    waiting: fresh.reduce(enqueue, kept),
    turn: undone ? null : state.turn,
    last: lastGone ? null : state.last,
  };
  return advance(next, now);
}

/**
 * A first picture, or one after a loss of the server: everything in it is listed only.
 * @param {CallQueue} state
 * @param {Call[]} calls
 * @param {number} now
 * @returns {CallQueue}
 */
export function receiveQuietly(state, calls, now) {
  return {
    ...silence(state),
    listed: calls,
    seen: remember(state.seen, calls.map(callKey)),
    last: calls[0] ?? null,
    since: now,
  };
}

/** The server is lost, or the hall is being cleared: nothing is yellow and nothing waits to be spoken.
 * @param {CallQueue} state @returns {CallQueue} */
export function silence(state) {
  return { ...state, waiting: [], turn: null, last: state.turn?.call ?? state.last };
}

/** The speech of this announcement has ended, or there is none. @param {CallQueue} state @param {string} key */
export function voiceEnded(state, key) {
  if (state.turn === null || callKey(state.turn.call) !== key) return state;
  return { ...state, turn: { ...state.turn, voiceOver: true } };
}

/**
 * Time has passed.
 * @param {CallQueue} state
 * @param {number} now
 * @param {(call: Call) => boolean} [answered] whether the called patient has gone in or been let go
 * @returns {CallQueue}
 */
export function advance(state, now, answered = () => false) {
  const { turn, waiting } = state;
  if (turn !== null) {
    const elapsed = now - turn.began;
    // A clock that steps back would hold the turn for ever: a negative age counts as served.
    const served = turn.voiceOver && (elapsed >= TURN_MS || elapsed < 0);
    if (!served) return state;
    const calm = elapsed >= CALM_MS || elapsed < 0 || answered(turn.call);
    if (waiting.length === 0) return calm ? { ...state, turn: null, last: turn.call } : state;
  }
  if (waiting.length === 0) return state;
  const [call, ...rest] = waiting;
  return { ...state, waiting: rest, turn: { call, began: now, voiceOver: false }, last: call };
}

/**
 * What the screen shows of it: the call in yellow, the last one (for the calm panel), and the list beside it,
 * newest first, one line a ticket, in which every call that waits for its turn stands already.
 * @param {CallQueue} state
 * @param {number} [rows] lines that the list has
 * @returns {{call: Call | null, last: Call | null, recent: Call[], dense: boolean}}
 */
export function picture(state, rows = 4) {
  const call = state.turn?.call ?? null;
  const last = call ?? state.last ?? state.listed[0] ?? null;
  const lines = [];
  const outside = state.waiting.filter((one) => !state.listed.includes(one)).reverse();
  for (const one of [...state.listed, ...outside]) {
    const known = lines.some((other) => sameTicket(other, one));
    if (!known && !(last && sameTicket(last, one))) lines.push(one);
  }
  const waits = (one) => state.waiting.some((other) => sameTicket(other, one));
  const dense = lines.slice(rows).some(waits);
  const room = dense ? rows * 2 : rows;
  const hidden = lines.slice(room).filter(waits);
  const recent = hidden.length
    ? [...lines.filter(waits), ...lines.filter((one) => !waits(one))].slice(0, room)
    : lines.slice(0, room);
  return { call, last, recent, dense };
}
