/** One ticket's facts from the server, asked again when the hall says that something changed. */
import { useCallback, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { api, sessionLost } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";

/** Documents in which this ticket's state shows; when their words change the facts are asked again. */
function fingerprint(documents, id) {
  const found = [];
  for (const [key, doc] of Object.entries(documents)) {
    if (!key.startsWith("staff/queue/") && !key.startsWith("staff/room/")) continue;
    const text = JSON.stringify(doc);
    if (text.includes(id)) found.push(key.startsWith("staff/queue/") ? entryOf(doc, id) : text);
  }
  return found.join("|");
}

function entryOf(doc, id) {
  const all = [...(doc.waiting ?? []), ...(doc.missed ?? []), ...(doc.out ?? [])];
  return JSON.stringify(all.find((entry) => entry.ticket === id) ?? doc.department);
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
