/** What is done to a room: call the next, call again, came in, missed, gone. */
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { createStore, useStore } from "../state/store.js";
import { say } from "../state/words.js";

/** room code -> {text, revision}: why the last call was refused; it goes when the room changes. */
const refusalStore = createStore({});

/** The reason of the last refusal, as long as the room stands as it stood then. */
export function useRefusal(room) {
  const refusal = useStore(refusalStore, (value) => value[room.code]);
  return refusal && refusal.since === standing(room) ? refusal.text : null;
}

/** While the evacuation text is on nobody new is called: their number would stand on no screen. */
export const useCallingStopped = () =>
  useStore(hallStore, (value) => (value.documents.emergency ? t("staff-refused-emergency") : null));

const standing = (room) => `${room.state}/${room.holding?.number ?? ""}/${room.holding?.state ?? ""}`;

function refusalText(problem, room) {
  const number = problem.body?.number ?? problem.body?.args?.number ?? room.holding?.number;
  return number ? t("staff-refused-not-left", { number }) : problem.detail;
}

/** A refusal that belongs under the verb (R41). @returns {boolean} true when it was said there */
function refused(room) {
  return (problem) => {
    if (problem.status !== 409 || problem.code !== "patient_not_left") return false;
    refusalStore.set({ [room.code]: { text: refusalText(problem, room), since: standing(room) } });
    return true;
  };
}

/**
 * Calls the next patient to a room, or a named one ahead of the order (supervisor, with a reason: R50).
 * @param {object} room
 * @param {{ticket: string|number, reason: string}|{}} [named]
 */
export function callNext(room, named = {}) {
  return act({
    key: `room/${room.code}`,
    verb: "call",
    run: () => api.post(`/rooms/${room.code}/call-next`, named),
    done: (answer) =>
      answer?.ticket
        ? t("staff-called", { number: answer.ticket.number, room: say(room.names) })
        : t("staff-nobody-waits", { room: say(room.names) }),
    icon: "speaker",
    failed: t("staff-failed-call"),
    onProblem: refused(room),
  });
}

/** Steps of one ticket, by their name in the address; each has a sentence for done and for failed. */
export function ticketStep(step, { id, number }, { guard = `ticket/${id}`, body = {}, room = "", onProblem } = {}) {
  return act({
    key: guard,
    verb: step,
    run: () => api.post(`/tickets/${id}/${step}`, body),
    done: () => t(`staff-done-${step}`, { number, room }),
    doneDetail: step === "missed" ? t("staff-done-missed-detail") : undefined,
    icon: step === "missed" ? "person-x" : step === "recall" ? "speaker" : "check-circle",
    failed: t(`staff-failed-${step}`, { number }),
    onProblem,
  });
}
