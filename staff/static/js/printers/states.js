/** A printer in words: exactly what is known of it, and since when. Plain data in, ids of sentences out. */

/** States with a word of their own; any other trouble "needs a look". */
const NAMED = new Set([
  "ready", "paper_low", "paper_out", "cover_open", "cutter_fault", "overheated", "offline", "unreachable", "connection_lost",
  "stuck", "no_device", "bad_address", "agent_silent",
]);

/** @returns {{kind: string, icon: string|null, id: string}} the tag: its look and its sentence */
export function printerTag(printer) {
  if (printer.out) return { kind: "urgency", icon: "minus", id: printer.out.overdue ? "staff-printer-overdue" : "staff-printer-out" };
  if (!printer.known_at) return { kind: "urgency", icon: "clock", id: "staff-printer-unasked" };
  const own = NAMED.has(printer.state) ? printer.state.replaceAll("_", "-") : null;
  if (printer.trouble) return { kind: "over", icon: "triangle", id: `staff-printer-${own ?? (printer.state === "unknown" ? "gone-silent" : "other")}` };
  if (printer.state === "paper_low") return { kind: "over", icon: "info", id: "staff-printer-paper-low" };
  if (printer.state === "ready") return { kind: "waiting", icon: "check", id: "staff-printer-ready" };
  return { kind: "urgency", icon: "info", id: "staff-printer-tells-nothing" };
}

/** What came out last: confirmed by the printer, or only handed over. */
export const lastId = (last) => (last.confirmed ? "staff-printer-last" : "staff-printer-last-sent");

/** What may be chosen for a kind: only a serial line has a speed, only some need an address. */
export const hasAddress = (kind) => kind !== "virtual";
export const hasSpeed = (kind) => kind === "serial";

/** @returns {string[]} the settings in which a form differs from what holds */
export function changed(form, settings) {
  return Object.keys(form).filter((name) => form[name] !== settings[name] && (name !== "baud" || hasSpeed(form.kind)));
}
