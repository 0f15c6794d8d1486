/** To another department, with a reason; the history goes along (R45). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { DepartmentField } from "../../parts/departments.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";
import { ReasonField } from "./reasons.js";

const USUAL = ["staff-why-doctor-advice", "staff-why-wrong-department", "staff-why-patient-wish"];

export function TransferSheet({ ticket, reload, onClose }) {
  const [department, setDepartment] = useState(null);
  const [reason, setReason] = useState("");
  const { errors, send, guard } = useTicketForm({ ticket, step: "transfer", reload, onClose });
  const missing = !department ? t("staff-choose-department") : !reason.trim() ? t("staff-reason-missing") : null;
  return html`<${Sheet} title=${t("staff-transfer-title", { number: ticket.number })} lead=${t("staff-transfer-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="transfer" look="primary" size="main" label=${t("staff-transfer")}
      reason=${missing}
      onPress=${() => send({ department, reason: reason.trim() })} />`}>
    <${DepartmentField} value=${department} onValue=${setDepartment} except=${ticket.department}
      error=${errors.department} />
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
