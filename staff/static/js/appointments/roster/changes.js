/** What differs from the weekly rule from today on, and taking it back. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { ReasonField } from "../../patient/forms/reasons.js";
import { api } from "../../state/api.js";
import { dayText } from "../../state/days.js";
import { beside, say, whoName } from "../../state/words.js";
import { Refusal, useChange } from "../use_change.js";

const USUAL = ["staff-appt-why-back", "staff-appt-why-mistake"];

function daysText({ first, last, from, to }) {
  const days = first === last ? dayText(first) : t("staff-appt-days", { first: dayText(first), last: dayText(last) });
  return from ? t("staff-appt-days-hours", { days, from, to }) : days;
}

function WithdrawSheet({ exception, onClose }) {
  const [reason, setReason] = useState("");
  const { errors, refusal, send, guard } = useChange({ guard: `exception/${exception.id}`, fields: ["reason"] });
  const withdraw = async () => {
    const { ok } = await send({
      verb: "withdraw", icon: "undo", failed: t("staff-appt-failed-roster"),
      run: () => api.post(`/roster/exceptions/${exception.id}/withdraw`, { reason: reason.trim() }),
      done: () => t("staff-appt-done-withdraw"),
    });
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-appt-withdraw-title")}
    lead=${beside([say(exception.doctor_names), daysText(exception)])} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="withdraw" look="primary" size="main"
      label=${t("staff-appt-withdraw")}
      reason=${reason.trim() ? null : t("staff-reason-missing")} onPress=${withdraw} /><${Refusal}
        refusal=${refusal} /></div>`}>
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}

/** @param {{exceptions: object[]}} props withdrawn ones are left out */
export function Changes({ exceptions }) {
  const [open, setOpen] = useState(null);
  const shown = exceptions.filter((one) => !one.withdrawn_at);
  return html`<section class="card"><h2 class="roster-changes-title">${t("staff-appt-changes")}</h2>
    ${shown.length
      ? html`<ul class="device-list">${shown.map((one) => html`<li class="device-row" key=${one.id} data-exception=${one.id}>
          <div class="task-words"><h3>${beside([t(`staff-appt-kind-${one.kind}`), say(one.doctor_names), daysText(one)])}</h3>
            <p>${beside([one.reason, whoName(one.by)])}</p></div>
          <${ActButton} guard=${`exception/${one.id}`} verb="ask" size="side" right="roster.manage" local
            label=${t("staff-appt-withdraw")}
            onPress=${() => setOpen(one)} /></li>`)}</ul>`
      : html`<p class="second">${t("staff-appt-changes-none")}</p>`}
    ${open && html`<${WithdrawSheet} exception=${open} onClose=${() => setOpen(null)} />`}
  </section>`;
}
