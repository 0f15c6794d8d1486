/** Leaving the queue with an appointment: both in one step, or neither (R48). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { Booked } from "../../appointments/book/booked.js";
import { Gone } from "../../appointments/forms/gone.js";
import { OfferPlace } from "../../appointments/offers/list.js";
import { useChoice } from "../../appointments/offers/use_choice.js";
import { WishFields } from "../../appointments/offers/wish.js";
import { Refusal } from "../../appointments/use_change.js";
import { whenText } from "../../appointments/words.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { api } from "../../state/api.js";
import { ReasonField } from "./reasons.js";

const USUAL = ["staff-appt-why-cannot-wait", "staff-why-another-time", "staff-appt-why-doctor-away"];

export function RebookSheet({ ticket, reload, onClose }) {
  const { id, number, department } = ticket;
  const [reason, setReason] = useState(t(USUAL[0]));
  const [booked, setBooked] = useState(null);
  const requestId = useRef(newRequestId());
  const { wish, set, found, chosen, choose, gone, errors, refusal, send, guard } = useChoice({
    department, first: { units: 1 }, guard: `ticket/${id}`,
  });
  const leave = async () => {
    const { ok, answer } = await send({
      verb: "rebook", icon: "calendar-check", failed: t("staff-appt-failed-rebook", { number }),
      run: () => api.post(`/tickets/${id}/rebook`, {
        request_id: requestId.current, doctor: chosen.doctor, starts_at: chosen.starts_at, units: chosen.units, reason: reason.trim(),
      }),
      done: () => t("staff-appt-done-rebook", { number }),
    });
    if (ok) setBooked(answer.appointment);
  };
  const close = () => {
    onClose();
    if (booked) reload();
  };
  if (booked) return html`<${Booked} appointment=${booked} onClose=${close} />`;
  const missing = !chosen ? t("staff-appt-choose-time") : !reason.trim() ? t("staff-reason-missing") : null;
  return html`<${Sheet} title=${t("staff-appt-rebook-title", { number })} lead=${t("staff-appt-rebook-lead", { number })}
    onClose=${onClose}
    foot=${html`<div class="foot-stack"><${Gone} sentence=${gone} />
      <${OfferPlace} found=${found} chosen=${chosen} guard=${guard} onChoose=${choose} ask="" />
      <${ActButton} guard=${guard} verb="rebook" look="primary" size="main" reason=${missing} onPress=${leave}
        label=${chosen ? t("staff-appt-rebook-send", { number, when: whenText(chosen) }) : t("staff-appt-rebook")} />
      <${Refusal} refusal=${refusal} /></div>`}>
    <${WishFields} wish=${wish} set=${set} units=${wish.units} />
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
