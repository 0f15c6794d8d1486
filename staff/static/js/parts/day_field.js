/**
 * A calendar day in the page's own language: the month, then the day with its weekday. The browser's date field would
 * speak the browser's language.
 */
import { html, useRef } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { addDays, dayOfMonthText, monthText } from "../state/days.js";

let serial = 0;

/** "2026-11" -> every day of it from `first` on. Pure. */
export function daysOf(month, first) {
  const days = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) if (day >= first) days.push(day);
  return days;
}

/** The months from a day on. Pure. */
export function monthsFrom(first, count) {
  const [year, month] = first.split("-").map(Number);
  return Array.from({ length: count }, (_, step) => {
    const place = year * 12 + month - 1 + step;
    return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
  });
}

/**
 * @param {{name: string, label: string, value: string|null, onValue: (day: string|null) => void, first: string,
 *          months?: number, none?: string, error?: string, help?: string}} props first: the earliest day; none: the
 *          word for no day, where there may be none
 */
export function DayField({ name, label, value, onValue, first, months = 13, none, error, help }) {
  const id = useRef(null);
  id.current ??= `day-${name}-${(serial += 1)}`;
  const month = value?.slice(0, 7) ?? "";
  const below = error ? html`<p class="field-problem" id=${`${id.current}-below`}><${Icon} name="octagon-alert" /><span>${error}</span></p>`
    : help && html`<p class="field-help" id=${`${id.current}-below`}>${help}</p>`;
  const toMonth = (chosen) => {
    if (!chosen) return onValue(null);
    const days = daysOf(chosen, first);
    return onValue(days.find((day) => day.slice(8) >= (value ?? first).slice(8)) ?? days.at(-1));
  };
  const common = { class: "field-input", "aria-invalid": error ? "true" : undefined, "aria-describedby": below ? `${id.current}-below` : undefined };
  return html`<div class="field day-field"><label class="field-label" for=${id.current}>${label}</label>
    <div class="day-selects">
      <select ...${common} id=${id.current} name=${`${name}-month`} value=${month} onChange=${(event) => toMonth(event.currentTarget.value)}>
        ${none && html`<option value="">${none}</option>`}
        ${monthsFrom(first, months).map((one) => html`<option key=${one} value=${one}>${monthText(one)}</option>`)}</select>
      <select ...${common} name=${name} aria-label=${t("staff-day-of", { label })} value=${value ?? ""} disabled=${!month}
        onChange=${(event) => onValue(event.currentTarget.value)}>
        ${(month ? daysOf(month, first) : []).map((day) => html`<option key=${day} value=${day}>${dayOfMonthText(day)}</option>`)}</select>
    </div>${below}</div>`;
}
