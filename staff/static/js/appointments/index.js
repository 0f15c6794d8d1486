/** Appointments: the day, reminders, the roster and what it upsets, and who is to be rung. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useAsked } from "../state/asked.js";
import { useStore } from "../state/store.js";
import { Tabs } from "../parts/small.js";
import { Callbacks } from "./callbacks/list.js";
import { Counts } from "./counts/page.js";
import { Conflicts } from "./conflicts/list.js";
import { Day } from "./list/day.js";
import { Reminders } from "./reminders/list.js";
import { Roster } from "./roster/week.js";
import { viewStore } from "./view.js";

const LISTS = { day: Day, reminders: Reminders, roster: Roster, conflicts: Conflicts, callbacks: Callbacks, "count-page": Counts };

export function Appointments() {
  const list = useStore(viewStore, (value) => value.list);
  const List = LISTS[list];
  const upset = useAsked("/roster/conflicts").answer?.conflicts.length ?? 0;
  const label = (value) => {
    const name = t(`staff-appt-list-${value}`);
    return value === "conflicts" && upset ? t("staff-appt-list-count", { list: name, count: upset }) : name;
  };
  const options = Object.keys(LISTS).map((value) => ({ value, label: label(value) }));
  return html`<div class="appt-page">
    <${Tabs} label=${t("staff-appt-lists")} value=${list} options=${options}
      onValue=${(value) => viewStore.set({ list: value })} />
    <div class="appt-panel" role="tabpanel" id=${`panel-${list}`} aria-labelledby=${`tab-${list}`}><${List} /></div>
  </div>`;
}
