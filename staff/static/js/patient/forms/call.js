/** Calling somebody ahead of the order: a supervisor's decision, with a room and a reason (R50). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { ChoiceField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { say } from "../../state/words.js";
import { callNext } from "../../rooms/actions.js";
import { ReasonField } from "./reasons.js";

const USUAL = ["staff-why-condition", "staff-why-frail", "staff-why-doctor-asks"];

export function CallSheet({ ticket, rooms, reload, onClose }) {
  const [code, setCode] = useState(rooms.length === 1 ? rooms[0].code : null);
  const [reason, setReason] = useState("");
  const room = rooms.find((one) => one.code === code);
  const missing = !room ? t("staff-choose-room") : !reason.trim() ? t("staff-reason-missing") : null;
  const call = async () => {
    const { ok } = await callNext(room, { ticket: ticket.id, reason: reason.trim() });
    if (!ok) return;
    onClose();
    reload();
  };
  return html`<${Sheet} title=${t("staff-ahead-title", { number: ticket.number })} lead=${t("staff-ahead-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${`room/${code}`} verb="call" look="primary" size="main" icon="speaker"
      reason=${missing}
      label=${t("staff-call", { number: ticket.number })} busyLabel=${t("staff-busy-call")} onPress=${call} />`}>
    <${ChoiceField} name="room" label=${t("staff-room")} value=${code} onValue=${setCode}
      options=${rooms.map((one) => ({ value: one.code, label: say(one.names), detail: say(one.doctor?.names ?? one.doctor?.name) }))} />
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} />
  <//>`;
}
