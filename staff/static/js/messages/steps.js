/** What is done to a message; nothing here makes a sound. */
import { useEffect } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api, sessionLost } from "../state/api.js";

const told = new Set();

/** Tells the sender that messages stand on this tablet: once each, again only where the server could not be told. */
export function useDelivered(messages) {
  const ids = messages.filter((message) => !message.delivered_at).map(({ id }) => id).join(",");
  useEffect(() => {
    for (const id of ids ? ids.split(",") : []) {
      if (told.has(id)) continue;
      told.add(id);
      api.post(`/messages/${id}/delivered`, {}).catch((problem) => {
        told.delete(id);
        sessionLost(problem);
      });
    }
  }, [ids]);
}

/** Somebody has opened it; where the server cannot be told now, the answer tells it. */
export const noteRead = (message) => {
  if (!message.read_at) api.post(`/messages/${message.id}/read`, {}).catch(sessionLost);
};

export const answer = (message, body) =>
  act({
    key: `message/${message.id}`,
    verb: body.answer ?? "text",
    run: () => api.post(`/messages/${message.id}/answer`, body),
    done: () => t("staff-message-answered"),
    icon: "check-circle",
    failed: t("staff-message-failed"),
  });

export const putAway = (message) =>
  act({
    key: `message/${message.id}`,
    verb: "close",
    run: () => api.post(`/messages/${message.id}/close`, {}),
    done: () => (message.answered_at ? null : t("staff-message-taken-back")),
    icon: "undo",
    failed: t("staff-failed-save"),
  });
