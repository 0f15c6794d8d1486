/**
 * One way to do anything: busy at once, never twice, success said, failure said with a way on.
 */
import { t } from "/static/house/js/language.js";
import { dismissToast, showToast } from "/static/house/js/parts.js";
import { ApiOffline } from "/static/house/js/api.js";
import { createStore, useStore } from "./store.js";
import { api, problemText, sessionLost } from "./api.js";
import { instant, serverNow } from "./time.js";

/** A refusal stays long enough to be read; what may be tried again stays until it is answered. */
const REFUSAL_SECONDS = 15;

/** key -> the verb under way. A key guards one thing (a room, a ticket, a task) against a second tap. */
const busyStore = createStore({});

/** @param {string} key @returns {string|undefined} the verb under way */
export const useBusy = (key) => useStore(busyStore, (value) => value[key]);

/**
 * @param {object} options
 * @param {string} options.key what is guarded, e.g. "room/3"
 * @param {string} options.verb which button shows the ring, e.g. "call"
 * @param {() => Promise<any>} options.run
 * @param {(answer: any) => (string|null)} [options.done] the sentence of success; null says nothing
 * @param {string} [options.doneDetail]
 * @param {string} [options.icon]
 * @param {string} options.failed the sentence of failure
 * @param {(problem: any) => boolean} [options.onProblem] true: said elsewhere, no toast
 * @returns {Promise<{ok: boolean, answer?: any, problem?: any}>}
 */
export async function act(options) {
  const { key, verb, run, onProblem } = options;
  if (busyStore.get()[key]) return { ok: false };
  busyStore.set({ [key]: verb });
  try {
    const answer = await run();
    tellDone(options, answer);
    return { ok: true, answer };
  } catch (problem) {
    if (!sessionLost(problem) && !onProblem?.(problem)) tellFailed(options, problem);
    return { ok: false, problem };
  } finally {
    busyStore.set({ [key]: undefined });
  }
}

function tellDone({ done, doneDetail, icon }, answer) {
  const text = done?.(answer);
  if (!text) return dismissToast();
  const undone = undoOf(answer);
  return showToast({ text, second: doneDetail, icon, ...undone });
}

function tellFailed(options, problem) {
  const again = problem instanceof ApiOffline || problem.status >= 500 || problem.status === 429;
  showToast({
    kind: "failed",
    text: options.failed,
    second: problemText(problem),
    ...(again ? { onRetry: () => act(options) } : { seconds: REFUSAL_SECONDS }),
  });
}

/** The ticket that an answer speaks of: call-next wraps it, the others are it. */
const ticketOf = (answer) => (answer?.ticket && typeof answer.ticket === "object" ? answer.ticket : answer);

function undoOf(answer) {
  const ticket = ticketOf(answer);
  const left = ((instant(ticket?.undo_until) ?? 0) - serverNow()) / 1000;
  return left > 0.5 ? { onUndo: () => undo(ticket), undoSeconds: left } : {};
}

/** Only a call that is taken back puts somebody into the queue again; the other steps leave them called or inside. */
const undoneText = ({ undo_step: step, number }) =>
  t(!step || step === "call" ? "staff-undone" : "staff-undone-step", { number });

/** Takes back the last call, arrival, missed call or end of consultation (10 seconds, R29). */
export function undo(ticket) {
  return act({
    key: `ticket/${ticket.id}`,
    verb: "undo",
    run: async () => ({ ...(await api.post(`/tickets/${ticket.id}/undo`, {})), undo_until: null }),
    done: () => undoneText(ticket),
    icon: "undo",
    failed: t("staff-failed-undo", { number: ticket.number }),
  });
}
