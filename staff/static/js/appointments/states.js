/**
 * How an appointment stands, as icon and word, and what may be done with it. Pure: no request, no drawing.
 */

/** state -> [look of the tag, icon] */
const LOOKS = {
  booked: ["waiting", "calendar-check"],
  checked_in: ["cover", "person-check"],
  done: ["done", "check"],
  cancelled: ["done", "close"],
  no_show: ["missed", "person-x"],
  moved: ["done", "swap"],
};

/** From so many minutes after the booked time somebody who has not come is looked for. */
const LATE_AFTER_MINUTES = 1;

/**
 * Minutes since the booked time at which nobody has come yet.
 * @param {{state: string, starts_at: string}} appointment
 * @param {number} now ms
 * @returns {number|null} null where nobody is missed
 */
export function minutesLate({ state, starts_at: startsAt }, now) {
  if (state !== "booked") return null;
  const minutes = Math.floor((now - Date.parse(startsAt)) / 60_000);
  return minutes >= LATE_AFTER_MINUTES ? minutes : null;
}

/** @returns {{kind: string, icon: string, word: string}} `word` ends the id of the sentence */
export function standing({ state, arrival }) {
  const [kind, icon] = LOOKS[state] ?? LOOKS.booked;
  if (state === "checked_in" && arrival === "late") return { kind: "over", icon: "clock", word: "checked_in-late" };
  return { kind, icon, word: state };
}

/** Somebody may still come: it can be moved, cancelled, signed in for. */
export const isOpen = ({ state }) => state === "booked";

/**
 * By booked time, each time once, as the list shows it.
 * @template {{time: string}} T
 * @param {T[]} appointments in order of time
 * @returns {{time: string, appointments: T[]}[]}
 */
export function byTime(appointments) {
  const groups = [];
  for (const one of appointments) {
    const last = groups.at(-1);
    if (last?.time === one.time) last.appointments.push(one);
    else groups.push({ time: one.time, appointments: [one] });
  }
  return groups;
}

/** @returns {{total: number, came: number, missing: number, missed: number}} */
export function counts(appointments, now) {
  const inState = (...states) => appointments.filter(({ state }) => states.includes(state)).length;
  return {
    total: inState("booked", "checked_in", "done", "no_show"),
    came: inState("checked_in", "done"),
    missing: appointments.filter((one) => minutesLate(one, now) !== null).length,
    missed: inState("no_show"),
  };
}
