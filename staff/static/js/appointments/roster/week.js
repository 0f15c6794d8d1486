/** The roster by weeks, for one department of the hall (R46). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { useAsked } from "../../state/asked.js";
import { addDays, dayText, mondayOf, today } from "../../state/days.js";
import { whyNotAllowed } from "../../state/rights.js";
import { sessionStore } from "../../state/session.js";
import { useStore } from "../../state/store.js";
import { ActButton } from "../../parts/act_button.js";
import { Asked } from "../../parts/asked.js";
import { Empty } from "../../parts/small.js";
import { DepartmentFilter, useHallDepartments } from "../list/filters.js";
import { viewStore } from "../view.js";
import { Board } from "./board.js";
import { Changes } from "./changes.js";
import { ExceptionSheet } from "./exception.js";

function WeekSwitch({ monday }) {
  const now = mondayOf(today());
  const go = (to) => viewStore.set({ week: to === now ? null : to });
  return html`<div class="day-switch" role="group" aria-label=${t("staff-appt-week")}>
    <button type="button" class="day-key" aria-label=${t("staff-appt-week-before")} onClick=${() => go(addDays(monday, -7))}>
      <${Icon} name="chevron-left" size=${26} /></button>
    <button type="button" class="day-today" disabled=${monday === now} onClick=${() => go(now)}>
      <b>${monday === now ? t("staff-appt-this-week") : t("staff-appt-to-this-week")}</b>
      <span>${t("staff-appt-week-from", { day: dayText(monday) })}</span></button>
    <button type="button" class="day-key" aria-label=${t("staff-appt-week-after")} onClick=${() => go(addDays(monday, 7))}>
      <${Icon} name="chevron-right" size=${26} /></button>
  </div>`;
}

export function Roster() {
  const staff = useStore(sessionStore, (value) => value.staff);
  const view = useStore(viewStore);
  const departments = useHallDepartments();
  const department = view.department ?? departments[0]?.code;
  const monday = view.week ?? mondayOf(today());
  const [at, setAt] = useState(null);
  const asked = useAsked(department ? `/roster?from=${monday}&days=7&department=${department}` : null);
  const changes = useAsked(`/roster/exceptions?from=${monday < today() ? monday : today()}`);
  const doctors = asked.answer?.doctors ?? [];
  const mine = new Set(doctors.map(({ number }) => number));
  const exceptions = (changes.answer?.exceptions ?? []).filter((one) => mine.has(one.doctor));
  const refused = whyNotAllowed(staff, "roster.manage");
  return html`<div class="appt-body">
      <div class="filters"><${DepartmentFilter} chosen=${department} all=${false} /></div>
      <${Asked} asked=${asked} loading=${t("staff-appt-roster-loading")} failed=${t("staff-appt-roster-failed")}>
        ${(answer) => answer.doctors.length
          ? html`<${Board} doctors=${answer.doctors} exceptions=${exceptions} onPress=${(cell) => !refused && setAt(cell)} />
              <${Changes} exceptions=${exceptions.filter((one) => one.last >= today())} />`
          : html`<${Empty} icon="people" text=${t("staff-appt-roster-empty")} />`}
      <//>
    </div>
    <div class="thumb-bar"><${WeekSwitch} monday=${monday} />
      <${ActButton} guard="roster/exception" verb="ask" look="primary" icon="pencil" local right="roster.manage"
        label=${t("staff-appt-exception")}
        reason=${doctors.length ? null : t("staff-busy-read")} onPress=${() => setAt({ doctor: null, day: null })} /></div>
    ${at && html`<${ExceptionSheet} doctors=${doctors} at=${at} onClose=${() => setAt(null)} />`}`;
}
