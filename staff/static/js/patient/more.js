/** The rarer things that can be done with a ticket, each saying why when it cannot. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { instant, useNow } from "../state/time.js";
import { ActButton } from "../parts/act_button.js";
import { Sheet } from "../parts/sheet.js";
import { undo } from "../state/act.js";
import { whyNot } from "./actions.js";

/** The doctor's estimate from which staff offer a choice (R52), in minutes. */
const OFFER_FROM = 15;

function offerReason(ticket) {
  const state = whyNot("offer", ticket);
  if (state) return state;
  const likely = ticket.estimate?.likely ?? ticket.estimate?.high;
  return likely > OFFER_FROM ? null : t("staff-offer-not-needed");
}

function reprint(ticket) {
  return act({
    key: `ticket/${ticket.id}`,
    verb: "reprint",
    run: () => api.post(`/tickets/${ticket.id}/reprint`, {}),
    done: () => t("staff-done-reprint", { number: ticket.number }),
    icon: "printer",
    failed: t("staff-failed-reprint", { number: ticket.number }),
  });
}

export function MoreSheet({ ticket, onSheet, onClose }) {
  const guard = `ticket/${ticket.id}`;
  const left = Math.ceil(((instant(ticket.undo_until) ?? 0) - useNow()) / 1000);
  const line = (action, icon, label, onPress, more = {}) => html`<${ActButton} guard=${guard} verb=${action}
    size="line" icon=${icon}
    label=${label} reason=${whyNot(action, ticket)} onPress=${onPress} ...${more} />`;
  const done = async (run) => {
    const { ok } = await run();
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-more-title", { number: ticket.number })} onClose=${onClose}>
    <div class="more-lines">
      ${left > 0 && html`<${ActButton} guard=${guard} verb="undo" size="line" icon="undo"
        label=${t("staff-undo-left", { count: left })}
        onPress=${() => done(() => undo(ticket))} />`}
      ${line("triage", "check-circle", t("staff-triage-open"), () => onSheet("triage"), { local: true })}
      ${line("offer", "clock", t("staff-offer"), () => onSheet("offer"), { local: true, reason: offerReason(ticket) })}
      ${line("doctor", "user", t("staff-whose-change"), () => onSheet("doctor"), { local: true })}
      ${line("priority", "shield-check", t("staff-priority"), () => onSheet("priority"), { local: true })}
      ${line("visit-class", "tag", t("staff-class-change"), () => onSheet("visit-class"), { local: true })}
      ${line("no-fee", "tag", t("staff-no-fee"), () => onSheet("no-fee"), { local: true })}
      ${line("message", "message", t("staff-message-about-ticket"), () => onSheet("message"), { local: true })}
      ${line("special", "flag", t("staff-special-add"), () => onSheet("special"), { local: true })}
      ${line("rebook", "calendar-check", t("staff-appt-rebook"), () => onSheet("rebook"), { local: true })}
      ${line("next-visit", "calendar", t("staff-appt-next-visit"), () => onSheet("next-visit"), { local: true })}
      ${line("reprint", "printer", t("staff-reprint"), () => done(() => reprint(ticket)))}
      ${line("cancel", "close", t("staff-cancel", { number: ticket.number }), () => onSheet("cancel"), { local: true, look: "danger" })}
    </div>
  <//>`;
}
