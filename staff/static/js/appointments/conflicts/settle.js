/** A supervisor's three ways to settle it: another time, cancelled, or kept as it is (R35). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { ReasonField } from "../../patient/forms/reasons.js";
import { api } from "../../state/api.js";
import { CancelSheet } from "../forms/cancel.js";
import { RescheduleSheet } from "../forms/reschedule.js";
import { Refusal, useChange } from "../use_change.js";
import { whenText } from "../words.js";

const USUAL = ["staff-appt-why-comes-anyway", "staff-appt-why-colleague"];
const resolve = (conflict, body) => api.post(`/roster/conflicts/${conflict.id}/resolve`, body);
const nothing = () => {};

function MoveSheet({ conflict, onClose }) {
  // The request needs no number of its own: a conflict is settled once.
  const store = ({ starts_at: startsAt, doctor, units, reason }) =>
    resolve(conflict, { outcome: "move", starts_at: startsAt, doctor, units, reason });
  return html`<${RescheduleSheet} appointment=${conflict.appointment} reason=${t("staff-appt-why-doctor-away")} store=${store}
    onMoved=${nothing} onClose=${onClose} />`;
}

function GiveUpSheet({ conflict, onClose }) {
  const { department, units } = conflict.appointment;
  const store = async (reason) => {
    await resolve(conflict, { outcome: "cancel", reason });
    // It is cancelled whatever becomes of this: without an answer there is only nothing to offer.
    return api.post("/appointments/offers", { department, units }).catch(() => ({ offers: [] }));
  };
  return html`<${CancelSheet} appointment=${conflict.appointment} store=${store} onBooked=${nothing} onClose=${onClose} />`;
}

function KeepSheet({ conflict, onClose }) {
  const [reason, setReason] = useState("");
  const { errors, refusal, send, guard } = useChange({ guard: `conflict/${conflict.id}`, fields: ["reason"] });
  const keep = async () => {
    const { ok } = await send({
      verb: "keep", icon: "check-circle", failed: t("staff-appt-failed-settle"),
      run: () => resolve(conflict, { outcome: "keep", reason: reason.trim() }), done: () => t("staff-appt-done-keep"),
    });
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-appt-keep-title")} lead=${whenText(conflict.appointment)} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="keep" look="primary" size="main"
      label=${t("staff-appt-keep")}
      reason=${reason.trim() ? null : t("staff-reason-missing")} onPress=${keep} /><${Refusal} refusal=${refusal} /></div>`}>
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}

export const SETTLE = { move: MoveSheet, cancel: GiveUpSheet, keep: KeepSheet };
