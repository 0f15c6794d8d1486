/** A wait ahead of more than 15 minutes: what the patient would rather (R37, R52). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { rangeText } from "../../parts/small.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";

const CHOICES = [
  ["wait", "clock"],
  ["education", "book"],
  ["other_doctor", "swap"],
  ["rebook", "calendar-check"],
];

export function OfferSheet({ ticket, reload, onSheet, onClose }) {
  const { send, guard } = useTicketForm({ ticket, step: "offer", reload, onClose });
  const minutes = ticket.estimate ? Math.round(ticket.estimate.likely ?? ticket.estimate.high) : null;
  return html`<${Sheet} title=${t("staff-offer-title", { number: ticket.number })} lead=${rangeText(ticket.estimate)}
    onClose=${onClose}>
    ${minutes !== null && html`<blockquote
      class="apology-words"><p>${t("staff-offer-words", { minutes })}</p></blockquote>`}
    <div class="offer-choices">
      ${CHOICES.map(
        ([choice, icon]) => html`<${ActButton} key=${choice} guard=${guard} verb=${`offer-${choice}`} look="secondary"
          icon=${icon}
          label=${t(`staff-offer-${choice}`)}
          local=${choice === "rebook"}
          onPress=${() => (choice === "rebook" ? onSheet("rebook") : send({ choice }, `offer-${choice}`))} />`,
      )}
    </div>
  <//>`;
}
