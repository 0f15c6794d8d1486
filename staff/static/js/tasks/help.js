/** Somebody pressed for help at a kiosk or on a phone (R64). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { running, secondsSince, useNow } from "../state/time.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { byName } from "./outcome.js";
import { TaskLine } from "./line.js";

/** Kiosk pages have names of their own; one that has none yet is simply not said. */
const PAGES = ["home", "name", "phone", "identity", "where", "suggestion", "confirm", "ticket", "appointment"];

function pageText(page) {
  return PAGES.includes(page) ? t("staff-help-page", { page: t(`staff-page-${page}`) }) : null;
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
    ? [t("staff-taken-by", { name: byName(task.by) }), pageText(task.page)]
    : [t("staff-help-waited", { time: running(secondsSince(task.raised_at)) }), pageText(task.page)];
  const guard = `help/${task.id}`;
  return html`<${TaskLine} id=${`help-${task.id}`} icon="headset-person" claimed=${claimed}
    title=${t("staff-help-title", { place: say(task.place) })} detail=${parts.filter(Boolean).join(" · ")}
    action=${claimed
      ? html`<${ActButton} guard=${guard} verb="resolve" look="secondary" size="side" label=${t("staff-help-resolve")}
          onPress=${() => step(task, "resolve")} />`
      : html`<${ActButton} guard=${guard} verb="claim" look="secondary" size="side" label=${t("staff-help-claim")}
          busyLabel=${t("staff-busy-claim")} onPress=${() => step(task, "claim")} />`} />`;
}
