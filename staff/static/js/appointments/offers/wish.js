/** What somebody would like: whom, from which day, which half of it, how long. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { DayField } from "../../parts/day_field.js";
import { ChoiceField } from "../../parts/fields.js";
import { Stepper } from "../../parts/stepper.js";
import { useAsked } from "../../state/asked.js";
import { addDays, mondayOf, nearDay, today } from "../../state/days.js";
import { say } from "../../state/words.js";
import { lengthText } from "../words.js";

export const MOST_UNITS = 16;
export const NO_WISH = { doctor: null, earliest: null, part: null, units: null };
const PARTS = [null, "morning", "afternoon"];

/** The doctors of a department, by the roster. @returns {object[]} */
export function useDoctors(department) {
  const { answer } = useAsked(department ? `/roster?from=${today()}&days=1&department=${department}` : null);
  return answer?.doctors ?? [];
}

function DoctorField({ department, value, onValue }) {
  const doctors = useDoctors(department);
  const options = [{ value: null, label: t("staff-appt-any-doctor") },
    ...doctors.map(({ number, names, title }) => ({ value: number, label: say(names), detail: say(title) }))];
  return html`<${ChoiceField} name="doctor" label=${t("staff-appt-doctor")} value=${value} onValue=${onValue}
    options=${options} />`;
}

function EarliestField({ value, onValue }) {
  const now = today();
  const near = [now, addDays(now, 1), addDays(now, 2)].map((day) => ({ value: day === now ? null : day, label: nearDay(day) }));
  const monday = addDays(mondayOf(now), 7);
  const options = near.some((one) => one.value === monday) ? near : [...near, { value: monday, label: t("staff-appt-next-monday") }];
  return html`<div class="form-pair wish-from">
    <${ChoiceField} name="earliest" label=${t("staff-appt-earliest")} value=${value} onValue=${onValue}
      options=${options} />
    <${DayField} name="earliest-day" label=${t("staff-appt-earliest-day")} value=${value} first=${now}
      none=${t("staff-day-none")} onValue=${(day) => onValue(day && day > now ? day : null)} />
  </div>`;
}

export function PartField({ value, onValue }) {
  return html`<${ChoiceField} name="part" label=${t("staff-appt-part")} value=${value} onValue=${onValue}
    options=${PARTS.map((part) => ({ value: part, label: t(`staff-appt-part-${part ?? "any"}`) }))} />`;
}

export function UnitsField({ value, onValue, help, label = t("staff-appt-units") }) {
  return html`<${Stepper} label=${label} value=${value} text=${lengthText(value)} least=${1} most=${MOST_UNITS}
    less=${t("staff-appt-units-less")} more=${t("staff-appt-units-more")} onValue=${onValue} help=${help} />`;
}

/**
 * @param {{wish: typeof NO_WISH & {department: string}, set: (patch: object) => void, units: number}} props
 *   units: how long it is now, whoever said so
 */
export function WishFields({ wish, set, units, help }) {
  return html`<${DoctorField} department=${wish.department} value=${wish.doctor} onValue=${(doctor) => set({ doctor })} />
    <${EarliestField} value=${wish.earliest} onValue=${(earliest) => set({ earliest })} />
    <div class="form-pair">
      <${PartField} value=${wish.part} onValue=${(part) => set({ part })} />
      <${UnitsField} value=${units} onValue=${(many) => set({ units: many })} help=${help} />
    </div>`;
}
