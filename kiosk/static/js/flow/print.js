// How a slip stands, as whoever waits for it is told.

/** What the kiosk has words for; a slip that was given up is one that cannot be printed. */
const STATES = new Set(["waiting", "printing", "sent", "printed", "trouble"]);

/** @param {{state: string} | null} print */
export const printState = (print) => (print?.state === "dropped" ? "trouble" : STATES.has(print?.state) ? print.state : "waiting");
