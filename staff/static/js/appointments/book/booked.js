/** It is booked: the code, large, and the sentence to read back. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { Sheet } from "../../parts/sheet.js";
import { PrintButton } from "../print.js";
import { openAppointment } from "../../state/route.js";
import { say } from "../../state/words.js";
import { codeText, doctorText, whenText } from "../words.js";

/** @param {{appointment: object, onClose: () => void}} props */
export function Booked({ appointment, onClose }) {
  const open = () => {
    onClose();
    openAppointment(appointment.id);
  };
  const words = t("staff-appt-read-back", {
    when: whenText(appointment), department: say(appointment.department_names), doctor: doctorText(appointment),
    minutes: appointment.minutes, code: codeText(appointment.code),
  });
  return html`<${Sheet} title=${t("staff-appt-booked-title")} lead=${say(appointment.place)} onClose=${onClose}
    foot=${html`<div class="foot-stack"><button type="button" class="button is-main"
      onClick=${onClose}>${t("staff-appt-booked-done")}</button>
      <div class="task-actions"><button type="button" class="button button-quiet"
        onClick=${open}>${t("staff-appt-open")}</button>
      <${PrintButton} appointment=${appointment} />
      <a class="button button-quiet" href=${`/api/v1/appointments/${appointment.id}/calendar.ics`}
        download=${`${appointment.code}.ics`}>
        <${Icon} name="calendar" size=${22} />${t("staff-appt-calendar")}</a></div></div>`}>
    <div class="booked"><p><span>${t("staff-appt-code")}</span><b
      class="number booked-code">${codeText(appointment.code)}</b></p>
      <p><span>${doctorText(appointment)}</span><b>${whenText(appointment)}</b></p></div>
    <h3 class="caption">${t("staff-appt-read-back-title")}</h3>
    <blockquote class="apology-words"><p>${words}</p></blockquote>
  <//>`;
}
