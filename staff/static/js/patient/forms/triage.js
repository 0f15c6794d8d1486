/** Confirm or change what triage suggested: department and urgency (R21, R27). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { DepartmentField } from "../../parts/departments.js";
import { ChoiceField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";

const LEVELS = [1, 2, 3, 4];

export function TriageSheet({ ticket, reload, onClose }) {
  const [department, setDepartment] = useState(ticket.department);
  const [urgency, setUrgency] = useState(ticket.urgency ?? 4);
  const { errors, send, guard } = useTicketForm({ ticket, step: "triage", reload, onClose });
  const same = department === ticket.department && urgency === ticket.urgency;
  return html`<${Sheet} title=${t("staff-triage-title", { number: ticket.number })} lead=${t("staff-triage-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="triage" look=${urgency <= 2 ? "danger-filled" : "primary"}
      size="main"
      label=${urgency <= 2 ? t("staff-triage-urgent") : same ? t("staff-triage-agree") : t("staff-triage-save")}
      onPress=${() => send({ department, urgency })} />`}>
    <${DepartmentField} value=${department} onValue=${setDepartment} current=${ticket.department}
      error=${errors.department} />
    <${ChoiceField} name="urgency" label=${t("staff-urgency-label")} value=${urgency} onValue=${setUrgency}
      error=${errors.urgency}
      help=${urgency <= 2 ? t("staff-urgency-help") : null}
      options=${LEVELS.map((level) => ({ value: level, label: t("staff-urgency", { level }) }))} />
  <//>`;
}
