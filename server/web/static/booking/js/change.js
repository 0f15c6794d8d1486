import { Button, Icon, html, useRef, useState } from "../../js/parts.js";
import { ApiProblem, newRequestId } from "../../js/api.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, t } from "../../js/language.js";
import { sentenceOf } from "./asking.js";
import { Back, Title } from "./frame.js";
import { Reasons } from "./reasons.js";
import { Times, doctorShown } from "./times.js";

const REASONS = ["work", "family", "road", "sooner", "other"];

/**
 * Another time for an appointment: why, and which (R73, R74).
 * @param {{api: any, path: string, appointment: any, onChanged: (answer: any) => void}} props
 */
export function ChangeStep({ api, path, appointment, onChanged }) {
  const [reason, setReason] = useState("");
  const [offer, setOffer] = useState(/** @type {any} */ (null));
  const [taken, setTaken] = useState(/** @type {{offers: any[], sentence: string} | null} */ (null));
  const [problem, setProblem] = useState("");
  const [missing, setMissing] = useState("");
  const [busy, setBusy] = useState(false);
  const request = useRef(newRequestId());

  function choose(one) {
    request.current = newRequestId();
    setOffer(one);
    setProblem("");
  }

  async function send() {
    setMissing(reason ? "" : t("booking-reason-missing"));
    if (!reason) return document.querySelector(".reasons .chip")?.focus();
    setBusy(true);
    setProblem("");
    try {
      onChanged(await api.post(`${path}/reschedule`, {
        request_id: request.current, starts_at: offer.starts_at, doctor: offer.doctor, reason: t(`booking-reason-${reason}`),
      }));
    } catch (refused) {
      setBusy(false);
      if (refused instanceof ApiProblem && refused.body.offers) {
        setOffer(null);
        setTaken({ offers: refused.body.offers, sentence: refused.detail });
        scrollTo(0, 0);
      } else setProblem(sentenceOf(refused));
    }
    return undefined;
  }

  const now = t("booking-change-now", { date: dateAndDay(appointment.starts_at, currentLanguage()), time: appointment.time, doctor: doctorShown(appointment) });
  return html`<${Back} /><${Title} lead=${now}>${t("booking-change-title")}<//>
    ${taken && html`<p class="strip strip-warn" role="alert"><${Icon} name="clock" size=${26} /><span>${taken.sentence}</span></p>`}
    <${Reasons} names=${REASONS} value=${reason} problem=${missing} onChoose=${(name) => { setReason(name); setMissing(""); }} />
    <${Times} ask=${(wish) => api.post(`${path}/offers`, wish)} when=${[path, taken]} given=${taken} chosen=${offer} onChoose=${choose} />
    ${offer && html`<div class="confirm">
      ${problem && html`<p class="strip strip-warn" role="alert"><${Icon} name="triangle" size=${26} /><span>${problem}</span></p>`}
      <${Button} wide busy=${busy} busyText=${t("booking-sending")} onClick=${send}>
        ${t("booking-change-do", { date: dateAndDay(offer.starts_at, currentLanguage()), time: offer.time })}<//></div>`}`;
}
