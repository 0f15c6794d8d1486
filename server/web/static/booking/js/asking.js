/** Questions to the server that go on until an answer comes, and the sentence for a refusal. */
import { ApiOffline, ApiProblem } from "../../js/api.js";
import { t } from "../../js/language.js";
import { useEffect, useState } from "../../js/parts.js";

const AGAIN_MS = 2500;

/**
 * Ask, and ask again while nobody answers.
 * @param {() => Promise<any>} ask
 * @param {any[]} when asks anew when one of these changes
 * @returns {{answer: any, problem: ApiProblem | null, trouble: boolean, set: (answer: any) => void, again: () => void}}
 */
export function useAnswer(ask, when) {
  const [held, setHeld] = useState({ answer: null, problem: null, trouble: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    let timer = 0;
    // What answered another question must not stand there as if it answered this one.
    setHeld({ answer: null, problem: null, trouble: false });
    const put = (change) => wanted && setHeld((before) => ({ ...before, ...change }));
    const once = async () => {
      try {
        put({ answer: await ask(), problem: null, trouble: false });
      } catch (problem) {
        if (problem instanceof ApiOffline) {
          put({ trouble: true });
          if (wanted) timer = setTimeout(once, AGAIN_MS);
        } else put({ problem, trouble: false });
      }
    };
    once();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [...when, round]);
  return { ...held, set: (answer) => setHeld({ answer, problem: null, trouble: false }), again: () => setRound(round + 1) };
}

/**
 * What to tell somebody whose request failed.
 * @param {unknown} problem
 */
export function sentenceOf(problem) {
  return (problem instanceof ApiProblem && problem.detail) || t("booking-not-sent");
}
