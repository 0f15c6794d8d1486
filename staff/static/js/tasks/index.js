/** Everything that needs a person, most urgent first; or the sentence that nothing does. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "../state/store.js";
import { hallStore, openCount, tasksOf } from "../state/hall.js";
import { Empty } from "../parts/small.js";
import { AlarmCard } from "./alarm.js";
import { ApologyCard } from "./apology.js";
import { HelpCard } from "./help.js";
import { FaultCard } from "./fault.js";
import { UnshownCard } from "./unshown.js";

/** Open before claimed, and then the longest first. */
function ordered(tasks, since) {
  const rank = (task) => (task.state === "claimed" ? 1 : 0);
  return [...tasks].sort((a, b) => rank(a) - rank(b) || String(a[since]).localeCompare(String(b[since])));
}

export function Tasks() {
  const documents = useStore(hallStore, (value) => value.documents);
  const tasks = tasksOf(documents);
  const count = openCount(tasks);
  const cards = [
    ...ordered(tasks.alarms, "raised_at").map((task) => html`<${AlarmCard} key=${`alarm-${task.id}`} task=${task} />`),
    ...tasks.unshown.map((task) => html`<${UnshownCard} key=${`unshown-${task.call_id}`} task=${task} />`),
    ...ordered(tasks.apologies, "waiting_since").map(
      (task) => html`<${ApologyCard} key=${`apology-${task.id}`} task=${task} />`,
    ),
    ...ordered(tasks.helps, "raised_at").map((task) => html`<${HelpCard} key=${`help-${task.id}`} task=${task} />`),
    ...tasks.faults.map((task) => html`<${FaultCard} key=${`fault-${task.id}`} task=${task} />`),
  ];
  return html`<header class="section-head">
      <h2 id="tasks-title">${t("staff-tasks-title")}</h2>
      ${count > 0 && html`<b class="count-dot number">${count}</b>
        <span class="caption">${t("staff-tasks-order")}</span>`}
    </header>
    ${cards.length
      ? html`<ul class="task-list">${cards}</ul>`
      : html`<${Empty} text=${t("staff-tasks-empty")} detail=${t("staff-tasks-empty-detail")} />`}`;
}
