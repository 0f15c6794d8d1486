/** Somebody pressed for help at a kiosk or on a phone (R64). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { running, secondsSince, useNow } from "../state/time.js";
import { beside, say, whoName } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { TaskLine } from "./line.js";

/** The kiosk's page -> what the person was doing there; a page that stands nowhere here is simply not said. */
const PAGES = {
  home: "home", name: "name", about: "about", idNumber: "identity", phone: "phone", where: "where", words: "where",
  suggestion: "suggestion", departments: "suggestion", readback: "readback", ticket: "ticket",
  find: "find", findBirth: "find", choosePerson: "find", notFound: "find",
};

function pageText(page) {
  return PAGES[page] ? t("staff-help-page", { page: t(`staff-page-${PAGES[page]}`) }) : null;
}

/** Who it is: the place of a kiosk, or the number of a phone; and what they asked for. */
function titleOf(task) {
  const reason = ["rebook", "worse"].includes(task.reason) ? `-${task.reason}` : "";
  return t(`staff-help-title${reason}`, { place: task.number ?? say(task.place) });
}

const step = (task, verb) =>
  act({
    key: `help/${task.id}`,
    verb,
    run: () => api.post(`/help/${task.id}/${verb}`, {}),
    done: () => t(`staff-help-done-${verb}`),
    failed: t("staff-failed-save"),
  });

export function HelpCard({ task }) {
  useNow();
  const claimed = task.state === "claimed";
  const parts = claimed
    ? [t("staff-taken-by", { name: whoName(task.by) }), pageText(task.page)]
    : [t("staff-help-waited", { time: running(secondsSince(task.raised_at)) }), pageText(task.page)];
  const guard = `help/${task.id}`;
  return html`<${TaskLine} id=${`help-${task.id}`} icon="headset-person" claimed=${claimed}
    title=${titleOf(task)} detail=${beside(parts)}
    action=${claimed
      ? html`<${ActButton} guard=${guard} right="tasks" verb="resolve" look="secondary" size="side"
        label=${t("staff-help-resolve")}
          onPress=${() => step(task, "resolve")} />`
      : html`<${ActButton} guard=${guard} right="tasks" verb="claim" look="secondary" size="side"
        label=${t("staff-help-claim")}
          busyLabel=${t("staff-busy-claim")} onPress=${() => step(task, "claim")} />`} />`;
}
