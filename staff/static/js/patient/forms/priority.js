/** A group that goes ahead, noted when the papers were seen (R29). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";

const GROUPS = ["elder", "military", "fire_rescue"];

export function PrioritySheet({ ticket, reload, onClose }) {
  const { send, guard } = useTicketForm({ ticket, step: "priority", reload, onClose });
  const choice = (group, verb, icon) => html`<${ActButton} key=${verb} guard=${guard} verb=${verb} look="secondary"
    icon=${icon} label=${t(`staff-priority-${verb}`)}
    reason=${(ticket.priority ?? null) === group ? t("staff-nothing-changed") : null}
    onPress=${() => send({ group }, verb)} />`;
  return html`<${Sheet} title=${t("staff-priority-title", { number: ticket.number })} lead=${t("staff-priority-lead")}
    onClose=${onClose}>
    <div class="offer-choices">
      ${GROUPS.map((group) => choice(group, group, "shield-check"))}
      ${choice(null, "none", "close")}
    </div>
  <//>`;
}
