/** The times that answer a wish, asked again when the wish changes; of two answers the later wish counts. */
import { useCallback, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { api, sessionLost } from "../../state/api.js";

/** Somebody who taps + three times wants one answer, ms. */
const SETTLE = 200;
const NOTHING = { offers: null, units: null, plan: null, problem: null };

/** @param {{department?: string, doctor: string|null, earliest: string|null, part: string|null, units: number|null}} wish */
export const wishBody = ({ doctor, earliest, part, units }) => ({ doctor, earliest, part, units });

/**
 * @param {string} path
 * @param {object|null} body null: nothing is asked yet
 * @returns {{offers: object[]|null, units: number|null, plan: object|null, problem: any, asking: boolean,
 *            again: () => void, replace: (offers: object[]) => void}} replace: other times came with a refusal
 */
export function useOffers(path, body) {
  const [found, setFound] = useState(NOTHING);
  const asked = useRef(0);
  const key = body && JSON.stringify(body);
  const ask = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    setFound(NOTHING);
    if (!key) return;
    await new Promise((done) => setTimeout(done, SETTLE));
    if (mine !== asked.current) return;
    try {
      const answer = await api.post(path, JSON.parse(key));
      if (mine === asked.current) setFound({ ...NOTHING, ...answer });
    } catch (problem) {
      if (!sessionLost(problem) && mine === asked.current) setFound({ ...NOTHING, problem });
    }
  }, [path, key]);
  useEffect(() => {
    ask();
  }, [ask]);
  const replace = (offers) => {
    asked.current += 1;
    setFound((before) => ({ ...before, offers, problem: null }));
  };
  return { ...found, asking: Boolean(key), again: ask, replace };
}
