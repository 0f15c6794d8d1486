/**
 * In which order the rooms stand: first those that ask for something now. Pure: no request, no drawing.
 */

/** @returns {"free"|"calling"|"occupied"|"paused"|"closed"} */
export function rowState(room) {
  if (room.holding?.state === "called") return "calling";
  if (room.holding) return "occupied";
  return room.state === "open" ? "free" : room.state;
}

/** Calling, then free with somebody waiting, occupied, free with nobody waiting, away or closed. */
function rank({ room, detail }) {
  const state = rowState(room);
  if (state === "free") return detail?.next ? 1 : 3;
  return { calling: 0, occupied: 2 }[state] ?? 4;
}

/**
 * @template {{room: object, detail: object|undefined}} T
 * @param {T[]} rows in the rooms' own order, which holds within a group
 * @returns {T[]}
 */
export function orderedRooms(rows) {
  return rows
    .map((row, place) => ({ row, place, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ row }) => row);
}

/** The rows in a former order; those that are new to it come last. */
export function keptOrder(rows, codes) {
  const place = ({ room }) => (codes.includes(room.code) ? codes.indexOf(room.code) : codes.length);
  return [...rows].sort((a, b) => place(a) - place(b));
}
