/** Cancelled with a reason; at once the next times are offered, and one touch books again (R75). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { ActButton } from "../../parts/act_button.js";
import { Sheet } from "../../parts/sheet.js";
import { ReasonField } from "../../patient/forms/reasons.js";
import { api } from "../../state/api.js";
import { openAppointment } from "../../state/route.js";
import { OfferPlace } from "../offers/list.js";
import { bookAgain } from "../requests.js";
import { Refusal, useChange } from "../use_change.js";
import { whenText } from "../words.js";
import { Gone } from "./gone.js";

const USUAL = ["staff-appt-why-cannot-come", "staff-appt-why-better", "staff-appt-why-elsewhere", "staff-appt-why-twice"];

const open = (booked) => openAppointment(booked.id);

function Offered({ appointment, offers: first, onClose, onBooked }) {
  const [offers, setOffers] = useState(first);
  const [gone, setGone] = useState(null);
  const requestId = useRef(newRequestId());
  const guard = `appointment/${appointment.id}`;
  const { refusal, send } = useChange({
    guard, onOffers: (others, sentence) => {
      setOffers(others);
      setGone(sentence);
    },
  });
  const book = async (offer) => {
    setGone(null);
    const { ok, answer } = await send({
      verb: "book", icon: "calendar-check", failed: t("staff-appt-failed-book"),
      run: () => bookAgain(appointment, offer, requestId.current),
      done: (given) => t("staff-appt-done-book", { when: whenText(given) }),
    });
    if (!ok) return;
    onClose();
    onBooked(answer);
  };
  return html`<${Sheet} title=${t("staff-appt-cancelled-title")} lead=${t("staff-appt-cancelled-lead")} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${Gone} sentence=${gone} />
      <${OfferPlace} found=${{ offers }} guard=${guard} onChoose=${book} />
      <${Refusal} refusal=${refusal} />
      <button type="button" class="button button-quiet" onClick=${onClose}>${t("staff-appt-no-new-time")}</button></div>`}>
    <blockquote class="apology-words"><p>${t("staff-appt-cancelled-words")}</p></blockquote>
  <//>`;
}

const cancelled = (appointment) => (reason) => api.post(`/appointments/${appointment.id}/cancel`, { reason });

/**
 * @param {object} props
 * @param {object} props.appointment
 * @param {() => void} props.onClose
 * @param {(reason: string) => Promise<{offers: object[]}>} [props.store] another way to store it
 * @param {(booked: object) => void} [props.onBooked] what follows a new time; without it the new one is opened
 */
export function CancelSheet({ appointment, onClose, store = cancelled(appointment), onBooked = open }) {
  const [reason, setReason] = useState("");
  const [offers, setOffers] = useState(null);
  const { errors, refusal, send, guard } = useChange({ guard: `appointment/${appointment.id}`, fields: ["reason"] });
  const cancel = async () => {
    const { ok, answer } = await send({
      verb: "cancel", icon: "close", failed: t("staff-appt-failed-cancel"),
      run: () => store(reason.trim()),
      done: () => t("staff-appt-done-cancel"),
    });
    if (ok) setOffers(answer.offers);
  };
  if (offers) return html`<${Offered} appointment=${appointment} offers=${offers} onClose=${onClose} onBooked=${onBooked} />`;
  return html`<${Sheet} title=${t("staff-appt-cancel-title")}
    lead=${t("staff-appt-cancel-lead", { when: whenText(appointment) })}
    onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="cancel" look="danger-filled" size="main"
      label=${t("staff-appt-cancel")}
      reason=${reason.trim() ? null : t("staff-reason-missing")} onPress=${cancel} /><${Refusal}
        refusal=${refusal} /></div>`}>
    <${ReasonField} usual=${USUAL} value=${reason} onValue=${setReason} error=${errors.reason} />
  <//>`;
}
