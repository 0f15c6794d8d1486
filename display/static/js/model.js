/** The live documents of a hall as its screens need them. Pure. */

/** Until the server has said how this hour is to sound. */
const USUAL_VOICE = { by: "server", volume: 80, say: "twice", until: null };

const byOrder = (a, b) => (a.order ?? 0) - (b.order ?? 0) || String(a.code).localeCompare(String(b.code));

function documentsUnder(documents, prefix) {
  return Object.entries(documents)
    .filter(([key, value]) => key.startsWith(prefix) && value)
    .map(([key, value]) => ({ code: key.slice(prefix.length), ...value }));
}

/**
 * @param {Object<string, any>} documents
 * @returns {{hall: object | null, departments: object[], rooms: object[], calls: object[], notices: object[],
 *   emergency: object | null, voice: {by: string, volume: number, say: string, until: string | null}}} departments in order, each with its `rooms` in order
 */
export function hallModel(documents) {
  const rooms = documentsUnder(documents, "room/").sort(byOrder);
  const departments = documentsUnder(documents, "queue/")
    .sort(byOrder)
    .map((queue) => ({ ...queue, rooms: rooms.filter((room) => room.department === queue.code) }));
  return {
    hall: documents.hall ?? null,
    departments,
    rooms,
    calls: documents.calls ?? [],
    notices: documents.notices ?? [],
    emergency: documents.emergency ?? null,
    voice: documents.voice ?? USUAL_VOICE,
  };
}

/**
 * Whether nobody has to come any more: the patient has gone in, or the room has let the number go (missed, moved).
 * @param {object} call @param {object[]} rooms @returns {boolean}
 */
export function isAnswered(call, rooms) {
  const room = rooms.find((one) => one.code === call.room);
  if (!room) return false;
  return room.holding?.number !== call.number || room.holding.state === "in_room";
}

/** What the calm panel says: `ready` (call follows), `empty` (come at once), `closed` (not open now).
 * @param {object[]} departments @returns {"ready" | "empty" | "closed"} */
export function calmKind(departments) {
  const open = departments.filter((department) => department.open);
  if (open.length === 0) return "closed";
  const busy = open.some((department) => department.waiting > 0 || department.next?.length > 0);
  const called = open.some((department) => department.rooms.some((room) => room.holding?.state === "called"));
  return busy || called ? "ready" : "empty";
}

/** @param {object[]} departments @returns {string | null} the next opening of a closed hall, "13:30" */
export function nextOpening(departments) {
  return departments.map((department) => department.opens_at).filter(Boolean).sort()[0] ?? null;
}

/**
 * A wait is a range, never one figure and never nought.
 * @param {{low: number, high: number} | null | undefined} estimate minutes
 * @returns {{low: number, high: number} | {high: number} | null}
 */
export function waitRange(estimate) {
  if (!estimate) return null;
  const low = Math.max(0, Math.round(estimate.low));
  const high = Math.max(5, low, Math.round(estimate.high));
  if (low < 1) return { high };
  return { low, high: high === low ? low + 5 : high };
}

/** The room's name without the sign's own figure: 3号诊室 -> 号诊室; the whole where the figure does not lead.
 * @param {string} name @param {string} label @returns {{sign: string, rest: string, leads: boolean}} */
export function doorSign(name, label) {
  const sign = String(label ?? "").trim();
  const leads = sign !== "" && name.startsWith(sign);
  return { sign, rest: leads ? name.slice(sign.length).trim() : name, leads };
}
