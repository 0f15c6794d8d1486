/** Who holds the tablet, which hall they chose, and what they may do. */
import { createStore } from "./store.js";
import { followHall } from "./hall.js";

const HALL_KEY = "houzhen-staff-hall";

/** state: "unknown" until the server was asked, then "out" or "in". */
export const sessionStore = createStore({ state: "unknown", staff: null, hall: null, clinic: null, ended: false });

export function rememberedHall() {
  try {
    return localStorage.getItem(HALL_KEY);
  } catch {
    return null; // a locked-down browser forgets; the hall is asked again
  }
}

function remember(hall) {
  try {
    localStorage.setItem(HALL_KEY, hall);
  } catch {
    // see rememberedHall
  }
}

/** Halls that this person may choose; nobody named means all of them. */
export function hallsFor(staff, clinic) {
  const all = clinic?.halls ?? [];
  const mine = staff?.halls ?? [];
  return mine.length ? all.filter((hall) => mine.includes(hall.code)) : all;
}

/** Follows a hall and remembers it on this tablet. */
export function followAndRemember(code) {
  remember(code);
  sessionStore.set({ hall: code });
  followHall(code);
}

export function leaveHall() {
  sessionStore.set({ hall: null });
  followHall(null);
}

/** @param {boolean} ended true when the session ended by itself and the person should know */
export function signedOut(ended = false) {
  followHall(null);
  sessionStore.set({ state: "out", staff: null, hall: null, ended });
}
