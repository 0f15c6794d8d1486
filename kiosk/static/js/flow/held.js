// A number that somebody holds already today: printed once more, as a copy, instead of a second number (R59, R105).
import { ask, closeHelp, go, homeOf } from "./moves.js";

/** Pages on which a scanned slip is no business of whoever stands there. */
const DEAF = new Set(["sending", "redFlag", "ticket"]);

/** Somebody was found for a new number: perhaps they hold one. No page changes under a finger: the next one waits. */
export const askHeld = (state, ref) => ask({ ...state, held: { ref, tickets: [] } }, "held", "/tickets/held", { ref });

/** A scanner read a slip's address. Whoever scans begins anew. */
export function scannedTicket(state, { token }) {
  if (DEAF.has(state.page)) return state;
  const { help } = closeHelp(state);
  const scanning = { ...homeOf(state), help, path: "known", page: "scanning", trail: ["home"], held: { token, tickets: [] } };
  return ask(scanning, "held", "/tickets/held", { token });
}

/** Whoever was found and holds nothing is read back; a slip that was scanned is always answered. */
export function heldTaken(state, body) {
  const held = { ...state, held: { ...state.held, tickets: body.tickets ?? [] }, errors: {} };
  if (state.page === "scanning") return { ...held, page: "held" };
  return go(held, held.held.tickets.length ? "held" : "readback");
}

/** A slip that nobody knows: the page says so. Whoever was found goes on. */
export const heldRefused = (state) => heldTaken(state, {});

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
