/** 免检: the visit ends without a fee, for a reason (R19). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";

const REASONS = ["consultation", "check_up", "milk_tooth", "not_to_be_drawn", "nothing_done"];

export function NoFeeSheet({ ticket, reload, onClose }) {
  const { send, guard } = useTicketForm({ ticket, step: "no-fee", reload, onClose });
  const choice = (reason, verb) => html`<${ActButton} key=${verb} guard=${guard} verb=${verb} look="secondary"
    label=${t(`staff-no-fee-${verb}`)}
    reason=${(ticket.no_fee ?? null) === reason ? t("staff-nothing-changed") : null}
    onPress=${() => send({ reason }, verb)} />`;
  return html`<${Sheet} title=${t("staff-no-fee-title", { number: ticket.number })} onClose=${onClose}>
    <div class="offer-choices">${REASONS.map((reason) => choice(reason, reason))}${choice(null, "none")}</div>
  <//>`;
}
