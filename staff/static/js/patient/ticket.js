/** One ticket's facts from the server, asked again when the hall says that something changed. */
import { useCallback, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { api, sessionLost } from "../state/api.js";
import { documentsOf, hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";

/**
 * What the hall's documents tell of this ticket's state. When it changes the facts are asked again; its place in the
 * queue is read from the documents themselves, so that nobody's moving up costs a request (each is recorded).
 * @returns {string}
 */
export function fingerprint(documents, id) {
  for (const doc of documentsOf(documents, "staff/room")) {
    if (doc.ticket !== id) continue;
    const holding = documents[`room/${doc.code}`]?.holding ?? {};
    return [doc.code, holding.state, holding.attempt, doc.special].join("/");
  }
  for (const doc of documentsOf(documents, "staff/queue")) {
    const waits = doc.waiting?.find((entry) => entry.ticket === id);
    if (waits) return [doc.department, waits.urgency, waits.visit_class, waits.special, waits.unconfirmed, waits.waiting_since, waits.doctor, waits.priority].join("/");
    if (doc.missed?.some((entry) => entry.ticket === id)) return `${doc.department}/missed`;
    if (doc.out?.some((entry) => entry.ticket === id)) return `${doc.department}/out`;
  }
  return "gone";
}

/** @param {string} id @returns {{ticket: object|null, problem: object|null, reload: () => Promise<void>}} */
export function useTicket(id) {
  const [held, setHeld] = useState({ ticket: null, problem: null });
  const live = useStore(hallStore, (value) => fingerprint(value.documents, id));
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const ticket = await api.get(`/tickets/${id}`);
      if (mine === asked.current) setHeld({ ticket, problem: null });
    } catch (problem) {
      if (sessionLost(problem) || mine !== asked.current) return;
      // What was read before stays, greyed by the offline bar; only a first read has nothing to show.
      setHeld((before) => ({ ticket: before.ticket, problem }));
    }
  }, [id]);
  useEffect(() => {
    reload();
  }, [reload, live]);
  return { ...held, reload };
}
