/**
 * What every form about appointments does: what is wrong stands beside its field, a refusal under the verb, and other
 * times are offered where the one that was chosen is gone.
 */
import { html, useState } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";
import { fieldErrors, useFirstError } from "../parts/fields.js";
import { change } from "../state/asked.js";

/**
 * @param {{guard: string, fields?: string[], onOffers?: (offers: object[], sentence: string) => void}} options
 *   fields: those that the form shows; what is wrong with any other is said under the verb
 * @returns {{errors: Record<string, string>, refusal: {code: string, text: string}|null, guard: string,
 *            send: (options: object) => Promise<{ok: boolean, answer?: any}>}}
 */
export function useChange({ guard, fields = [], onOffers }) {
  const [errors, setErrors] = useState({});
  const [refusal, setRefusal] = useState(null);
  useFirstError(errors);
  const onProblem = (problem) => {
    const found = fieldErrors(problem);
    setErrors(found);
    const elsewhere = Object.keys(found).find((field) => !fields.includes(field));
    if (elsewhere) setRefusal({ code: problem.code, text: found[elsewhere] });
    if (problem.body?.offers && onOffers) {
      onOffers(problem.body.offers, problem.detail);
      return true;
    }
    if (problem.status === 409) setRefusal({ code: problem.code, text: problem.detail });
    return problem.status === 409 || Object.keys(found).length > 0;
  };
  const send = (options) => {
    setErrors({});
    setRefusal(null);
    return change({ key: guard, onProblem, ...options });
  };
  return { errors, refusal, send, guard };
}

/** Why it was not done, under the verb. @param {{refusal: {text: string}|null}} props */
export function Refusal({ refusal }) {
  if (!refusal) return null;
  return html`<p class="field-problem under-verb" role="alert"><${Icon} name="octagon-alert" size=${20} />
    <span>${refusal.text}</span></p>`;
}
