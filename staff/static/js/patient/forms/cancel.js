/** The number is given up, with a reason; who cannot wait is offered another time first (R48). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { allows } from "../rules.js";
import { useTicketForm } from "./form.js";
import { ReasonField } from "./reasons.js";

const USUAL = ["staff-why-went-home", "staff-why-another-time", "staff-why-wrong-number"];

export function CancelSheet({ ticket, reload, onSheet, onClose }) {
  const [reason, setReason] = useState("");
  const { errors, send, guard } = useTicketForm({ ticket, step: "cancel", reload, onClose });
  return html`<${Sheet} title=${t("staff-cancel-title", { number: ticket.number })} lead=${t("staff-cancel-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="cancel" look="danger-filled" size="main"
      label=${t("staff-cancel", { number: ticket.number })}
      reason=${reason.trim() ? null : t("staff-reason-missing")} onPress=${() => send({ reason: reason.trim() })} />`}>
    <${ActButton} guard=${guard} verb="rebook" look="secondary" icon="calendar-check" local
      label=${t("staff-appt-rebook-instead")}
      right="rebook" reason=${allows("rebook", ticket.state) ? null : t(`staff-now-${ticket.state}`)}
        onPress=${() => onSheet("rebook")} />
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
