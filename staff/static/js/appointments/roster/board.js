/** A week of a department: who is there when, how much of it is booked, and what differs from the rule (R46). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { dayText, shortDay, today } from "../../state/days.js";
import { say } from "../../state/words.js";

/** 停诊 where nothing is left of the day, 加诊 or 有调整 where something is. */
function changeOf(day, exceptions) {
  if (!day.changed) return null;
  if (!day.spans.length) return "off";
  const kinds = new Set(exceptions.filter((one) => one.first <= day.date && day.date <= one.last).map(({ kind }) => kind));
  return kinds.size === 1 && kinds.has("extra") ? "extra" : "partly";
}

const CHANGE_LOOK = { off: ["missed", "close"], extra: ["cover", "plus"], partly: ["over", "clock"] };

function Change({ change }) {
  if (!change) return null;
  const [kind, icon] = CHANGE_LOOK[change];
  return html`<span class=${`badge badge-${kind}`}><${Icon} name=${icon}
    size=${14} /><span>${t(`staff-appt-roster-${change}`)}</span></span>`;
}

function Cell({ doctor, day, exceptions, onPress }) {
  const change = changeOf(day, exceptions);
  const share = day.units ? Math.min(100, Math.round((day.booked_units / day.units) * 100)) : 0;
  const words = [say(doctor.names), dayText(day.date)].join(" ");
  return html`<td class=${day.date === today() ? "is-today" : ""}><button type="button" class="roster-cell"
    data-cell=${`${doctor.number}/${day.date}`}
    disabled=${day.date < today()} onClick=${() => onPress({ doctor: doctor.number, day: day.date })}>
    <span class="visually-hidden">${words}</span>
    <${Change} change=${change} />
    ${day.spans.map((span) => html`<span class="number roster-span" key=${span.from}>${span.from}–${span.to}</span>`)}
    ${!day.spans.length && !change && html`<span class="roster-none">${t("staff-appt-roster-none")}</span>`}
    ${!day.units && day.booked_units > 0 && html`<span
      class="roster-units is-late">${t("staff-appt-roster-upset", { booked: day.booked_units })}</span>`}
    ${day.units > 0 ? html`<span class="roster-units">${t("staff-appt-roster-units", { booked: day.booked_units, units: day.units })}</span>
      <svg class="roster-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect
        class="roster-bar-all" width="100" height="6" />
        <rect class="roster-bar-booked" width=${share} height="6" /></svg>` : null}
  </button></td>`;
}

/** @param {{doctors: object[], exceptions: object[], onPress: (at: {doctor: string, day: string}) => void}} props */
export function Board({ doctors, exceptions, onPress }) {
  const standing = exceptions.filter((one) => !one.withdrawn_at);
  return html`<div class="card roster-card" tabindex="0" role="region" aria-label=${t("staff-appt-list-roster")}><table
    class="roster">
    <thead><tr><th scope="col">${t("staff-appt-doctor")}</th>
      ${doctors[0].days.map(({ date }) => html`<th scope="col" key=${date}
        class=${date === today() ? "is-today" : ""}>${shortDay(date)}</th>`)}</tr></thead>
    <tbody>${doctors.map((doctor) => html`<tr key=${doctor.number}>
      <th scope="row"><b>${say(doctor.names)}</b><span>${say(doctor.title)}</span></th>
      ${doctor.days.map((day) => html`<${Cell} key=${day.date} doctor=${doctor} day=${day} onPress=${onPress}
        exceptions=${standing.filter((one) => one.doctor === doctor.number)} />`)}</tr>`)}</tbody>
  </table></div>`;
}
