/** The daily count: what became of a day's appointments, by channel and by doctor, and a table to take along (R67). */
import { html } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { useAsked } from "../../state/asked.js";
import { addDays, dayText, nearDay } from "../../state/days.js";
import { beside, say } from "../../state/words.js";
import { departmentName, useDepartments } from "../../parts/departments.js";
import { Asked } from "../../parts/asked.js";
import { Empty } from "../../parts/small.js";
import { DaySwitch, useDay } from "../list/day.js";

const COLUMNS = ["total", "kept", "missed", "cancelled", "open"];

function Table({ title, rows }) {
  return html`<section class="card count-card"><table class="count-table"><caption>${title}</caption>
    <thead><tr><td></td>${COLUMNS.map((name) => html`<th scope="col" key=${name}>${t(`staff-appt-count-head-${name}`)}</th>`)}</tr></thead>
    <tbody>${rows.map(({ key, name, detail, row, all }) => html`<tr key=${key} class=${all ? "is-all" : ""}>
      <th scope="row">${name}${detail && html`<span>${detail}</span>`}</th>
      ${COLUMNS.map((column) => html`<td key=${column} class="number">${row[column]}</td>`)}</tr>`)}</tbody></table></section>`;
}

function Download({ first, last, label }) {
  const query = new URLSearchParams({ from: first, to: last, language: currentLanguage() });
  return html`<a class="button button-quiet is-small" download href=${`/api/v1/appointments/counts.csv?${query}`}>
    <${Icon} name="file" size=${22} />${label}</a>`;
}

function Tables({ answer }) {
  const departments = useDepartments();
  const all = { key: "all", name: t("staff-appt-count-all"), row: answer.total, all: true };
  const channels = answer.by_channel.map((row) => ({ key: row.channel, name: t(`staff-appt-channel-${row.channel}`), row }));
  const doctors = answer.by_doctor.map((row) => ({
    key: `${row.department}/${row.doctor}`, name: say(row.doctor_names),
    detail: beside([departmentName(departments, row.department), row.doctor]), row,
  }));
  return html`<${Table} title=${t("staff-appt-count-by-channel")} rows=${[...channels, all]} />
    <${Table} title=${t("staff-appt-count-by-doctor")} rows=${doctors} />`;
}

export function Counts() {
  const day = useDay();
  const asked = useAsked(`/appointments/counts/day?day=${day}`);
  return html`<div class="appt-body" data-day=${day}>
      <${Asked} asked=${asked} loading=${t("staff-appt-count-loading")} failed=${t("staff-appt-count-failed")}>
        ${(answer) => html`${answer.total.total
          ? html`<${Tables} answer=${answer} />`
          : html`<${Empty} icon="calendar-check" text=${t("staff-appt-count-empty", { day: nearDay(day) ?? dayText(day) })}
              detail=${t("staff-appt-count-empty-detail")} />`}
          <p class="count-booked">${t("staff-appt-count-booked", { ...answer.booked_that_day, count: answer.booked_that_day.total })}</p>`}
      <//>
    </div>
    <div class="thumb-bar"><${DaySwitch} /><div class="count-downloads">
      <${Download} first=${day} last=${day} label=${t("staff-appt-count-csv-day")} />
      <${Download} first=${addDays(day, -29)} last=${day} label=${t("staff-appt-count-csv-month")} /></div></div>`;
}
