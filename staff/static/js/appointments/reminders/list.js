/** Whom to remind for tomorrow, and who was left over for today: to be done by noon (R70, R71). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Segmented } from "/static/house/js/parts.js";
import { useAsked } from "../../state/asked.js";
import { addDays, dayText, today } from "../../state/days.js";
import { Asked } from "../../parts/asked.js";
import { Empty } from "../../parts/small.js";
import { useHallDepartments } from "../list/filters.js";
import { ReminderCard } from "./card.js";
import { banner, isLeft, leftFirst } from "./state.js";

const list = (day) => `/appointments/reminders?day=${day}`;

/** @returns {(answer: any) => object[]} those of the tablet's hall */
function useMine() {
  const codes = useHallDepartments().map(({ code }) => code);
  return (answer) => (answer?.reminders ?? []).filter((one) => codes.includes(one.appointment.department));
}

/** 今天还有 3 位没有提醒到，12:00 前要办完 */
function Banner({ reminders, onShow }) {
  const { left, overdue } = banner(reminders);
  if (!left) return null;
  return html`<p class=${`strip remind-banner ${overdue ? "strip-danger" : "strip-warn"}`} role="alert">
    <${Icon} name=${overdue ? "octagon-alert" : "clock"} size=${28} />
    <span class="strip-title">${t(overdue ? "staff-appt-left-overdue" : "staff-appt-left-today", { count: left })}</span>
    ${onShow && html`<button type="button" class="button button-quiet is-small"
      onClick=${onShow}>${t("staff-appt-left-show")}</button>`}</p>`;
}

function Cards({ answer, mine, day }) {
  const shown = leftFirst(mine(answer));
  if (!shown.length) return html`<${Empty} icon="phone" text=${t("staff-appt-remind-empty", { day: dayText(day) })} />`;
  const left = shown.filter(isLeft).length;
  return html`<p class="appt-figures"><span>${t("staff-appt-remind-left")} <b class="number">${left}</b></span>
      <span>${t("staff-appt-remind-done")} <b class="number">${shown.length - left}</b></span>
      <span class="remind-sends"><${Icon} name=${answer.sends ? "send" : "phone"} size=${20} />
        ${t(answer.sends ? "staff-appt-sends" : "staff-appt-sends-not")}</span></p>
    <ul class="remind-list">${shown.map((one) => html`<${ReminderCard} key=${one.appointment.id} reminder=${one} />`)}</ul>`;
}

export function Reminders() {
  const now = today();
  const [which, setWhich] = useState("tomorrow");
  const mine = useMine();
  // Each look at these lists is recorded, so they are not asked again by themselves.
  const asked = { today: useAsked(list(now), { once: true }), tomorrow: useAsked(list(addDays(now, 1)), { once: true }) };
  const day = which === "today" ? now : addDays(now, 1);
  return html`<div class="appt-body" data-day=${day}>
      <${Banner} reminders=${mine(asked.today.answer)} onShow=${which === "today" ? null : () => setWhich("today")} />
      <${Asked} asked=${asked[which]} loading=${t("staff-appt-remind-loading")} failed=${t("staff-appt-remind-failed")}>
        ${(answer) => html`<${Cards} answer=${answer} mine=${mine} day=${day} />`}
      <//>
    </div>
    <div class="thumb-bar"><${Segmented} soft class="remind-days" label=${t("staff-appt-day")} value=${which}
      onChange=${setWhich}
      options=${["today", "tomorrow"].map((value) => ({ value, label: t(`staff-appt-${value}`) }))} />
      <p class="second">${dayText(day)}</p></div>`;
}
