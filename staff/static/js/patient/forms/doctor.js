/** Another doctor, or any; not wanting the doctor of before reaches the supervisor (R37, R38, R39). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { ANY, DoctorField } from "../../parts/doctors.js";
import { CheckField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { say } from "../../state/words.js";
import { useTicketForm } from "./form.js";
import { ReasonField } from "./reasons.js";

const USUAL = ["staff-why-doctor-busy", "staff-why-doctor-away", "staff-why-patient-wish"];

export function DoctorSheet({ ticket, reload, onClose }) {
  const [doctor, setDoctor] = useState(null);
  const [refused, setRefused] = useState(false);
  const [reason, setReason] = useState("");
  const { errors, send, guard } = useTicketForm({ ticket, step: "doctor", reload, onClose });
  const now = say(ticket.doctor_names);
  const missing = !doctor ? t("staff-whose-choose") : !reason.trim() ? t("staff-reason-missing") : null;
  const body = { doctor: doctor === ANY ? null : doctor, reason: reason.trim(), refused };
  return html`<${Sheet} title=${t("staff-whose-title", { number: ticket.number })}
    lead=${now ? t("staff-whose-now", { name: now }) : t("staff-whose-now-any")} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="doctor" look="primary" size="main" label=${t("staff-save")}
      reason=${missing} onPress=${() => send(body)} />`}>
    <${DoctorField} department=${ticket.department} value=${doctor} onValue=${setDoctor} except=${ticket.doctor}
      error=${errors.doctor} />
    ${ticket.doctor && html`<${CheckField} name="refused" label=${t("staff-whose-refused", { name: now })}
      value=${refused} onValue=${setRefused} />`}
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
