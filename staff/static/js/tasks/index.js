/** Everything that needs a person, most urgent first; or the sentence that nothing does. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "../state/store.js";
import { crowdOpen, hallStore, openCount, tasksOf } from "../state/hall.js";
import { useNarrow } from "../parts/narrow.js";
import { Empty } from "../parts/small.js";
import { AlarmCard } from "./alarm.js";
import { ApologyCard } from "./apology.js";
import { HelpCard } from "./help.js";
import { FaultCard } from "./fault.js";
import { ArrangementCard } from "./arrangement.js";
import { CrowdCard } from "./crowd.js";
import { SecondStepCard } from "./second_step.js";
import { MessageCard } from "../messages/card.js";
import { atDesk } from "../messages/state.js";
import { useDelivered } from "../messages/steps.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { UnshownCard } from "./unshown.js";
import { alarmsFirst, firstFew, longestFirst } from "./order.js";

export function Tasks() {
  const documents = useStore(hallStore, (value) => value.documents);
  const tasks = tasksOf(documents);
  const staff = useStore(sessionStore, (value) => value.staff);
  const messages = may(staff, "message") ? atDesk(documents) : [];
  useDelivered(messages.filter((message) => message.towards === "desk"));
  const count = openCount(tasks) + (may(staff, "tasks") ? crowdOpen(documents) : 0) + messages.filter((message) => message.towards === "desk").length;
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const apologies = longestFirst(tasks.apologies, "waiting_since");
  // Upright, the rooms must be in sight below: two of a kind, and how many more there are.
  const more = [apologies, tasks.unshown].reduce((sum, list) => sum + list.length - firstFew(list).length, 0);
  const folds = narrow && more > 0;
  const some = (list) => (folds && !unfolded ? firstFew(list) : list);
  const long = some(apologies).map((task) => html`<${ApologyCard} key=${`apology-${task.id}`} task=${task} />`);
  const first = [
    ...alarmsFirst(tasks.alarms).map((task) => html`<${AlarmCard} key=${`alarm-${task.id}`} task=${task} />`),
    ...(documents["staff/crowd"]?.alert && may(staff, "tasks") ? [html`<${CrowdCard} key="crowd" />`] : []),
    ...some(tasks.unshown).map((task) => html`<${UnshownCard} key=${`unshown-${task.call_id}`} task=${task} />`),
  ];
  const last = [
    ...messages.map((message) => html`<${MessageCard} key=${`message-${message.id}`} message=${message} />`),
    ...longestFirst(tasks.helps, "raised_at").map((task) => html`<${HelpCard} key=${`help-${task.id}`} task=${task} />`),
    ...longestFirst(tasks.arrangements, "waiting_since").map((task) => html`<${task.case === "second_step" ? SecondStepCard : ArrangementCard}
      key=${`arrangement-${task.id}`} task=${task} />`),
    ...tasks.faults.map((task) => html`<${FaultCard} key=${`fault-${task.id}`} task=${task} />`),
  ];
  const empty = !first.length && !long.length && !last.length;
  return html`<header class="section-head">
      <h2 id="tasks-title">${t("staff-tasks-title")}</h2>
      ${count > 0 && html`<b class="count-dot number">${count}</b>
        <span class="caption">${t("staff-tasks-order")}</span>`}
    </header>
    ${empty
      ? html`<${Empty} text=${t("staff-tasks-empty")} detail=${t("staff-tasks-empty-detail")} />`
      : narrow // side by side: a card that grows when it is claimed pushes nothing across
        ? html`<div class="task-split"><ul class="task-list">${[...first, ...last]}</ul><ul class="task-list">${long}</ul></div>`
        : html`<ul class="task-list">${[...first, ...long, ...last]}</ul>`}
    ${folds && html`<button type="button" class="button button-quiet is-small task-fold"
      aria-expanded=${unfolded ? "true" : "false"} onClick=${() => setUnfolded(!unfolded)}>
      ${unfolded ? t("staff-tasks-fewer") : t("staff-tasks-more", { count: more })}</button>`}`;
}
