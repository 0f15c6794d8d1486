/**
 * What is asked of the server and shown as a list: kept fresh while it is looked at, asked anew after each change of
 * one's own or, unless each look is recorded, of anybody, and still shown, with its age, while the server cannot be reached.
 */
import { useCallback, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { act } from "./act.js";
import { api, sessionLost } from "./api.js";
import { hallStore, isOffline } from "./hall.js";
import { createStore, useStore } from "./store.js";
import { serverNow } from "./time.js";

/** The server says at once when appointments change; this is for what changes by the clock. */
const EVERY = 60_000;
const NOTHING = { answer: null, problem: null, at: null };

const changes = createStore({ count: 0 });

/** Something was changed: every list that is in sight is asked again. */
export const noteChange = () => changes.set({ count: changes.get().count + 1 });

/** As `act`, and lists follow. @param {Parameters<typeof act>[0]} options */
export async function change(options) {
  const result = await act(options);
  if (result.ok) noteChange();
  return result;
}

/**
 * @param {string|null} path null asks nothing
 * @param {{once?: boolean}} [options] once: each look is recorded, so it is asked again only
 *   after a change of one's own; with `follows` after anybody's
 * @returns {{answer: any, problem: any, at: number|null, reload: () => Promise<void>}} `at`: when the answer came
 */
export function useAsked(path, { once = false, follows = !once } = {}) {
  const [held, setHeld] = useState({ path: null, ...NOTHING });
  const asked = useRef(0);
  const count = useStore(changes, (value) => value.count);
  const offline = useStore(hallStore, isOffline);
  const elsewhere = useStore(hallStore, (value) => (!follows ? 0 : (value.documents["staff/appointments"]?.count ?? 0)));
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    if (path === null) return;
    try {
      const answer = await api.get(path);
      if (mine === asked.current) setHeld({ path, answer, problem: null, at: serverNow() });
    } catch (problem) {
      if (sessionLost(problem) || mine !== asked.current) return;
      setHeld((before) => (before.path === path ? { ...before, problem } : { path, ...NOTHING, problem }));
    }
  }, [path]);
  useEffect(() => {
    reload();
    if (once) return undefined;
    const timer = setInterval(reload, EVERY);
    return () => clearInterval(timer);
  }, [reload, count, elsewhere, once || offline]);
  return { ...(held.path === path ? held : NOTHING), reload };
}
