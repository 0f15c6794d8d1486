/** The day's appointments by time, with the day and the booking within the thumb's reach. */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { useAsked } from "../../state/asked.js";
import { addDays, dayText, nearDay, today } from "../../state/days.js";
import { useStore } from "../../state/store.js";
import { useNow } from "../../state/time.js";
import { ActButton } from "../../parts/act_button.js";
import { Asked } from "../../parts/asked.js";
import { Empty } from "../../parts/small.js";
import { BookSheet } from "../book/sheet.js";
import { byTime, counts } from "../states.js";
import { viewStore } from "../view.js";
import { Filters, useHallDepartments } from "./filters.js";
import { Notices } from "./notices.js";
import { Row } from "./row.js";

export const useDay = () => useStore(viewStore, (value) => value.day) ?? today();

/** Before, today, next. */
export function DaySwitch() {
  const day = useDay();
  const go = (to) => viewStore.set({ day: to === today() ? null : to });
  return html`<div class="day-switch" role="group" aria-label=${t("staff-appt-day")}>
    <button type="button" class="day-key" aria-label=${t("staff-appt-day-before")} onClick=${() => go(addDays(day, -1))}>
      <${Icon} name="chevron-left" size=${26} /></button>
    <button type="button" class="day-today" disabled=${day === today()} onClick=${() => go(today())}>
      <b>${nearDay(day) ?? t("staff-appt-to-today")}</b><span>${dayText(day)}</span></button>
    <button type="button" class="day-key" aria-label=${t("staff-appt-day-after")} onClick=${() => go(addDays(day, 1))}>
      <${Icon} name="chevron-right" size=${26} /></button>
  </div>`;
}

function Figures({ appointments, now }) {
  const figures = counts(appointments, now);
  return html`<p class="appt-figures">${["total", "came", "missing", "missed"].map((name) => html`<span key=${name}
    class=${name === "missing" && figures.missing ? "is-late" : ""}>
    ${t(`staff-appt-count-${name}`)} <b class="number">${figures[name]}</b></span>`)}</p>`;
}

/** @returns {object[]} those of the day who have appointments in the chosen department, once each */
function doctorsAmong(appointments, department) {
  const found = new Map();
  for (const one of appointments) {
    if (one.department === department) found.set(one.doctor, { number: one.doctor, names: one.doctor_names });
  }
  return [...found.values()];
}

function Groups({ appointments, now, day }) {
  const place = useRef(null);
  const groups = byTime(appointments);
  const next = groups.findIndex((group) => Date.parse(group.appointments[0].ends_at) > now);
  useEffect(() => {
    if (next > 0) place.current?.scrollIntoView({ block: "start" }); // what lies behind is above
  }, [day]);
  return html`<ol class="appt-groups">${groups.map((group, index) => html`<li class="card appt-group" key=${group.time}
    ref=${index === next ? place : undefined}>
    <h2 class="appt-time number">${group.time}</h2>
    <ul class="patient-list">${group.appointments.map((one) => html`<${Row} key=${one.id} appointment=${one}
      now=${now} />`)}</ul>
  </li>`)}</ol>`;
}

export function Day() {
  const now = useNow();
  const day = useDay();
  const departments = useHallDepartments();
  const { department, doctor } = useStore(viewStore);
  const [booking, setBooking] = useState(false);
  const asked = useAsked(`/appointments?day=${day}`);
  const codes = departments.map(({ code }) => code);
  const mine = (asked.answer?.appointments ?? []).filter((one) => codes.includes(one.department));
  const shown = mine.filter((one) => [null, one.department].includes(department) && [null, one.doctor].includes(doctor));
  return html`<div class="appt-body" data-day=${day}>
      <${Filters} doctors=${doctorsAmong(mine, department ?? (codes.length === 1 ? codes[0] : null))} />
      <${Notices} />
      <${Asked} asked=${asked} loading=${t("staff-appt-loading")} failed=${t("staff-appt-failed")}>
        ${() => shown.length
          ? html`<${Figures} appointments=${shown} now=${now} /><${Groups} appointments=${shown} now=${now} day=${day} />`
          : html`<${Empty} icon="calendar-check" text=${t("staff-appt-empty", { day: nearDay(day) ?? dayText(day) })}
              detail=${t("staff-appt-empty-detail")} />`}
      <//>
    </div>
    <div class="thumb-bar"><${DaySwitch} />
      <${ActButton} guard="book" verb="book" look="primary" icon="plus" label=${t("staff-appt-book")}
        onPress=${() => setBooking(true)} /></div>
    ${booking && html`<${BookSheet} onClose=${() => setBooking(false)} />`}`;
}
