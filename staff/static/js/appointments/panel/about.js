/** What the appointment is about: behind its own tap, and never beside a name (R107). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";

export function About({ appointment }) {
  const [shown, setShown] = useState(false);
  const words = appointment.item ?? t("staff-appt-item-none");
  const visit = appointment.visit_class && t(`staff-class-${appointment.visit_class}`);
  return html`<section class="card">
    ${shown
      ? html`<p class="said"><span class="said-chip">${words}</span>${visit && html`<span
        class="said-chip">${visit}</span>`}</p>`
      : html`<p class="person-lead"><${Icon} name="eye-off" size=${26} /><span>${t("staff-appt-item-lead")}</span></p>
        <button type="button" class="button button-secondary" onClick=${() => setShown(true)}>
          <${Icon} name="eye" size=${22} />${t("staff-appt-item-show")}</button>`}
  </section>`;
}
