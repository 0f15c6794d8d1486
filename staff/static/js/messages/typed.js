/** What was typed in a message: asked for by the message's id, since no document carries it; kept while it is shown. */
import { useEffect, useState } from "/static/vendor/htm-preact.js";
import { api, sessionLost } from "../state/api.js";

const NOTHING = { text: null, answer_text: null };

/** @param {object} message @returns {{text: string|null, answer_text: string|null}} */
export function useTyped(message) {
  const [typed, setTyped] = useState(NOTHING);
  const asks = message.typed || message.answer_typed;
  useEffect(() => {
    if (!asks) return undefined;
    let current = true;
    api.get(`/messages/${message.id}`).then((answer) => current && setTyped(answer), sessionLost);
    return () => {
      current = false;
    };
  }, [message.id, asks, message.answered_at]);
  return asks ? typed : NOTHING;
}
