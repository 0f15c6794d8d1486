// An appointment as it is read back: the day and the time first, then where and with whom.
import { dateAndDay } from "/static/house/js/clock.js";
import { pick, t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";

/** "11月23日 星期一 09:30" */
export const whenShown = (one, language) => t("kiosk-appointment-when", { date: dateAndDay(one.starts_at, language), time: one.time });

/** "李明·主任医师", or the name alone where nobody knows the title. */
export function doctorShown({ doctor_names: names, title }) {
  const words = pick(title);
  return words ? t("kiosk-doctor", { name: pick(names), title: words }) : pick(names);
}

/**
 * @param {object} props
 * @param {object} props.appointment as the server answers it
 * @param {string} [props.name] of whom it is, with its middle hidden
 */
export function AppointmentCard({ appointment, language, name }) {
  return html`<section class="visit-card">
    <p class="visit-day">${dateAndDay(appointment.starts_at, language)}<span>${t(`kiosk-part-${appointment.part}`)}</span></p>
    <p class="visit-time number">${appointment.time}</p>
    <dl class="visit-facts">
      <div><dt>${t("kiosk-label-department")}</dt><dd><b>${pick(appointment.department_names)}</b><span>${doctorShown(appointment)}</span></dd></div>
      ${name && html`<div><dt>${t("kiosk-label-name")}</dt><dd class="visit-name"><b>${name}</b></dd></div>`}
      ${!name && html`<div><dt><${Icon} name="pin" size=${56} /></dt><dd><b>${pick(appointment.place)}</b><span>${pick(appointment.way)}</span></dd></div>`}
    </dl>
  </section>`;
}
