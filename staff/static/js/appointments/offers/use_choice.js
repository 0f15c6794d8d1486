/** A wish, the times that suit it, and the one that was chosen; a time that somebody else took makes room for others. */
import { useState } from "/static/vendor/htm-preact.js";
import { useChange } from "../use_change.js";
import { useOffers, wishBody } from "./use_offers.js";
import { NO_WISH } from "./wish.js";

/**
 * @param {{department: string, first: object, guard: string}} options first: what is wished to begin with
 * @returns {object} wish, set, found, chosen, choose, gone (why the chosen time is gone), and `useChange`'s errors,
 *   refusal, guard and send
 */
export function useChoice({ department, first, guard }) {
  const [wish, setWish] = useState({ ...NO_WISH, department, ...first });
  const [chosen, choose] = useState(null);
  const [gone, setGone] = useState(null);
  const found = useOffers("/appointments/offers", { department, ...wishBody(wish) });
  const change = useChange({
    guard, fields: ["reason"],
    onOffers: (offers, sentence) => {
      found.replace(offers);
      choose(null);
      setGone(sentence);
    },
  });
  const set = (patch) => {
    choose(null);
    setGone(null);
    setWish((before) => ({ ...before, ...patch }));
  };
  const send = (options) => {
    setGone(null);
    return change.send(options);
  };
  return { ...change, wish, set, found, chosen, choose, gone, send };
}
