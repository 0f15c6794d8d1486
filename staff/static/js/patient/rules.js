/**
 * What may be done to a ticket in its state, and why not (ticket states: SPEC of the queue; R41, R50).
 * Pure: no request, no drawing.
 */

/** action -> states that allow it */
const ALLOWED = {
  call: ["waiting"],
  recall: ["called"],
  arrive: ["called"],
  missed: ["called"],
  leave: ["in_room"],
  finish: ["in_room", "out"],
  return: ["missed", "out"],
  transfer: ["waiting", "called", "missed", "in_room", "out"],
  cancel: ["waiting", "called", "missed", "out", "urgent"],
  worse: ["waiting", "called", "missed", "out"],
  rebook: ["waiting", "called", "missed", "out"],
  "next-visit": ["called", "in_room", "out", "finished"],
  triage: ["waiting", "called", "missed", "out", "urgent"],
  "visit-class": ["waiting", "called", "in_room", "out", "missed", "urgent"],
  special: ["waiting", "called", "in_room", "out", "missed", "urgent"],
  offer: ["waiting"],
  "no-fee": ["in_room", "out", "finished"],
  doctor: ["waiting"],
  priority: ["waiting", "called", "out", "missed"],
  message: ["waiting", "called", "in_room", "out", "missed", "urgent"],
  reprint: ["waiting", "called", "in_room", "out", "missed", "urgent"],
};

/** @returns {boolean} whether `action` fits a ticket in `state` */
export const allows = (action, state) => Boolean(ALLOWED[action]?.includes(state));

/**
 * The one thing that a ticket's state asks for now.
 * @returns {"call"|"arrive"|"finish"|"return"|"triage"|null}
 */
export function mainAction(state) {
  return { waiting: "call", called: "arrive", in_room: "finish", missed: "return", out: "return", urgent: "triage" }[state] ?? null;
}

/**
 * Into which room a waiting ticket can be called now.
 * @param {{id: string, department: string}} ticket
 * @param {{room: object, detail: object|undefined}[]} rooms of the hall
 * @returns {{room: object|null, turn: boolean, busy: object|null}} turn: it is that room's next; busy: the room
 *   that would take it next but still holds someone
 */
export function roomForCall(ticket, rooms) {
  const mine = rooms.filter(({ room, detail }) => room.department === ticket.department && detail?.next?.ticket === ticket.id);
  const free = mine.find(({ room }) => room.state === "open" && !room.holding);
  if (free) return { room: free.room, turn: true, busy: null };
  return { room: null, turn: mine.length > 0, busy: mine[0]?.room ?? null };
}

/** Rooms of the ticket's department that could take somebody at once. */
export function freeRooms(ticket, rooms) {
  return rooms.map(({ room }) => room).filter((room) => room.department === ticket.department && room.state === "open" && !room.holding);
}
