/** Ask the server for the ticket again and again: quicker when called, slower on trouble and in the background. */
import { ApiProblem } from "../../js/api.js";
import { noteServerTime } from "../../js/clock.js";
import { nextDelay } from "./ticket.js";

/**
 * @param {object} options
 * @param {ReturnType<typeof import("../../js/api.js").createApi>} options.api
 * @param {string} options.token
 * @param {(ticket: import("./ticket.js").PhoneTicket) => void} options.onTicket
 * @param {() => void} options.onUnknown the server knows no such ticket
 * @param {() => void} options.onTrouble one try did not reach the server
 */
export function followTicket({ api, token, onTicket, onUnknown, onTrouble }) {
  /** @type {any} */
  let latest = null;
  let failures = 0;
  let timer = 0;
  let asking = false;

  async function ask() {
    clearTimeout(timer);
    if (asking) return;
    asking = true;
    try {
      latest = await api.get(`/public/tickets/${encodeURIComponent(token)}`, { timeout: 6000 });
      failures = 0;
      noteServerTime(latest.now);
      onTicket(latest);
    } catch (problem) {
      failures += 1;
      if (problem instanceof ApiProblem && (problem.status === 404 || problem.status === 410)) {
        onUnknown();
        return;
      }
      onTrouble();
    } finally {
      asking = false;
    }
    timer = setTimeout(ask, nextDelay(latest, failures, document.hidden));
  }

  document.addEventListener("visibilitychange", () => !document.hidden && ask());
  window.addEventListener("online", ask);
  ask();
  return { ask };
}
