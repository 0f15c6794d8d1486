/** Another time: a reason, a wish, and two or three concrete offers (R73, R74). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { ReasonField } from "../../patient/forms/reasons.js";
import { api } from "../../state/api.js";
import { openAppointment } from "../../state/route.js";
import { OfferPlace } from "../offers/list.js";
import { useChoice } from "../offers/use_choice.js";
import { WishFields } from "../offers/wish.js";
import { Refusal } from "../use_change.js";
import { whenText } from "../words.js";
import { Gone } from "./gone.js";

const USUAL = ["staff-appt-why-patient-asks", "staff-appt-why-late", "staff-appt-why-doctor-away", "staff-appt-why-longer"];

const open = (moved) => openAppointment(moved.id);

/** Stored as a change of time; the new one is opened. */
const reschedule = (appointment) => async (to) => {
  const { appointment: moved } = await api.post(`/appointments/${appointment.id}/reschedule`, to);
  return moved;
};

/**
 * @param {object} props
 * @param {object} props.appointment
 * @param {() => void} props.onClose
 * @param {string} [props.reason] where the reason is known already
 * @param {(to: object) => Promise<object|null>} [props.store] another way to store it
 * @param {(moved: object|null) => void} [props.onMoved] what follows; without it the new appointment is opened
 */
export function RescheduleSheet({ appointment, onClose, reason: known = "", store = reschedule(appointment), onMoved = open }) {
  const { id, department, doctor, units } = appointment;
  const [reason, setReason] = useState(known);
  const requestId = useRef(newRequestId());
  const { wish, set, found, chosen, choose, gone, errors, refusal, send, guard } = useChoice({
    department, first: { doctor, units }, guard: `appointment/${id}`,
  });
  const move = async () => {
    const { ok, answer } = await send({
      verb: "reschedule", icon: "swap", failed: t("staff-appt-failed-reschedule"),
      run: () => store({
        request_id: requestId.current, starts_at: chosen.starts_at, doctor: chosen.doctor, units: chosen.units, reason: reason.trim(),
      }),
      done: () => t("staff-appt-done-reschedule", { when: whenText(chosen) }),
    });
    if (!ok) return;
    onClose();
    onMoved(answer);
  };
  const missing = !chosen ? t("staff-appt-choose-time") : !reason.trim() ? t("staff-reason-missing") : null;
  return html`<${Sheet} title=${t("staff-appt-reschedule-title")}
    lead=${t("staff-appt-reschedule-lead", { when: whenText(appointment) })}
    onClose=${onClose}
    foot=${html`<div class="foot-stack"><${Gone} sentence=${gone} />
      <${OfferPlace} found=${found} chosen=${chosen} guard=${guard} onChoose=${choose} ask="" />
      <${ActButton} guard=${guard} verb="reschedule" look="primary" size="main" reason=${missing} onPress=${move}
        label=${chosen ? t("staff-appt-move-to", { when: whenText(chosen) }) : t("staff-appt-reschedule")} />
      <${Refusal} refusal=${refusal} /></div>`}>
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
    <${WishFields} wish=${wish} set=${set} units=${wish.units} />
  <//>`;
}
