/** The class of the visit, changed with a reason (R15–R18). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { ChoiceField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";
import { ReasonField } from "./reasons.js";

const CLASSES = ["first", "return", "consultation", "check_up", "orthodontics"];
const USUAL = ["staff-why-other-tooth", "staff-why-same-problem", "staff-why-asks-only"];

export function VisitClassSheet({ ticket, reload, onClose }) {
  const [visitClass, setVisitClass] = useState(ticket.visit_class);
  const [reason, setReason] = useState("");
  const { errors, send, guard } = useTicketForm({ ticket, step: "visit-class", reload, onClose });
  const missing = visitClass === ticket.visit_class ? t("staff-nothing-changed") : !reason.trim() ? t("staff-reason-missing") : null;
  return html`<${Sheet} title=${t("staff-class-title", { number: ticket.number })} lead=${t("staff-class-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="visit-class" look="primary" size="main" label=${t("staff-save")}
      reason=${missing}
      onPress=${() => send({ visit_class: visitClass, reason: reason.trim() })} />`}>
    <${ChoiceField} name="visit_class" label=${t("staff-class-label")} value=${visitClass} onValue=${setVisitClass}
      error=${errors.visit_class}
      options=${CLASSES.map((code) => ({ value: code, label: t(`staff-class-${code}`) }))} />
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
