/** What every form on one ticket does: send, say what went wrong beside its field, close when it stands. */
import { useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { fieldErrors, useFirstError } from "../../parts/fields.js";
import { act } from "../../state/act.js";
import { api } from "../../state/api.js";
import { openTicket } from "../../state/route.js";
import { sessionStore } from "../../state/session.js";

/** Another department means another number: the patient has to be told, and gets another slip. */
const newNumber = ({ number, print }, printed = print) =>
  t(printed ? "staff-new-number-printed" : "staff-new-number", { number });

/** Whether the signed-in person works in a hall; who has none named works in all. */
function isMine(hall) {
  const halls = sessionStore.get().staff?.halls ?? [];
  return !hall || halls.length === 0 || halls.includes(hall);
}

/**
 * @param {{ticket: {id: string, number: string}, step: string, path?: string, reload?: () => any,
 *          onClose: () => void, said?: (answer: any) => (string|null)}} options said: another sentence of success
 * @returns {{errors: Record<string, string>, send: (body: object, verb?: string) => Promise<void>, guard: string}}
 */
export function useTicketForm({ ticket, step, path = `/tickets/${ticket.id}/${step}`, reload, onClose, said }) {
  const [errors, setErrors] = useState({});
  useFirstError(errors);
  const guard = `ticket/${ticket.id}`;
  const send = async (body, verb = step) => {
    setErrors({});
    const { ok, answer: now } = await act({
      key: guard,
      verb,
      run: () => api.post(path, body),
      done: (answer) => {
        if (answer?.new) return newNumber(answer.new, answer.print);
        return said?.(answer) ?? t(`staff-done-${step}`, { number: answer?.number ?? ticket.number, room: "" });
      },
      failed: t(`staff-failed-${step}`, { number: ticket.number }),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    if (!ok) return;
    onClose();
    // Another department means a new number: the page goes along with the patient, but not into another's hall.
    const moved = now?.new?.id ?? now?.id;
    if (moved && moved !== ticket.id && isMine(now?.new?.hall)) openTicket(moved);
    else reload?.();
  };
  return { errors, send, guard };
}
