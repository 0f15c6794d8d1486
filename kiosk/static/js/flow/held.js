// A number that somebody holds already today: printed once more, as a copy, instead of a second number (R59, R105).
import { ask, closeHelp, go, homeOf } from "./moves.js";

/** Pages on which a scanned slip is no business of whoever stands there. */
const DEAF = new Set(["sending", "redFlag", "ticket"]);

/** Somebody was found for a new number: perhaps they hold one. The page does not wait for the answer. */
export const askHeld = (state, ref) => ask({ ...state, held: { ref, tickets: [] } }, "held", "/tickets/held", { ref });

/** A scanner read a slip's address. Whoever scans begins anew. */
export function scannedTicket(state, { token }) {
  if (DEAF.has(state.page)) return state;
  const { help } = closeHelp(state);
  const scanning = { ...homeOf(state), help, path: "known", page: "scanning", trail: ["home"], held: { token, tickets: [] } };
  return ask(scanning, "held", "/tickets/held", { token });
}

/** Whoever was found and holds nothing goes on as before; a slip that was scanned is always answered. */
export function heldTaken(state, body) {
  const held = { ...state.held, tickets: body.tickets ?? [] };
  const here = state.page === "scanning" || (state.page === "readback" && held.tickets.length > 0);
  return here ? { ...state, held, page: "held", errors: {} } : state;
}

/** A slip that nobody knows: the page says so. */
export const heldRefused = (state) => (state.page === "scanning" ? { ...state, page: "held" } : state);

/** One request_id from the first press until an answer: a repeated press prints one copy. */
export function printHeld(state, { id, uuid }) {
  const { ref, token } = state.held;
  const body = { ...(ref ? { ref } : { token }), ticket: id, request_id: uuid };
  return ask(go(state, "sending"), "again", "/tickets/held/print", body);
}

/** Printed often enough, or ended meanwhile: the sentence stands on the page. */
export function againRefused(state, problem) {
  return { ...state, page: "held", trail: state.trail.slice(0, -1), errors: { held: { text: problem.detail } } };
}

/** Another number all the same: whoever was found goes on, whoever scanned begins. */
export const otherNumber = (state) => (state.person ? go(state, "readback") : homeOf(state));
