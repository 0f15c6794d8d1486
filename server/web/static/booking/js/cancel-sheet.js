import { Button, Icon, Sheet, html, useState } from "../../js/parts.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, t } from "../../js/language.js";
import { sentenceOf } from "./asking.js";
import { Reasons } from "./reasons.js";

const REASONS = ["work", "well", "elsewhere", "other"];

/**
 * Giving a time up: why; another time stands beside it, because nobody should go without one (R75).
 * @param {{api: any, path: string, appointment: any, onClose: () => void, onChange: () => void, onCancelled: (answer: any) => void}} props
 */
export function CancelSheet({ api, path, appointment, onClose, onChange, onCancelled }) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  async function send() {
    setMissing(reason ? "" : t("booking-reason-missing"));
    if (!reason) return;
    setBusy(true);
    setProblem("");
    try {
      onCancelled(await api.post(`${path}/cancel`, { reason: t(`booking-reason-${reason}`) }));
    } catch (refused) {
      setBusy(false);
      setProblem(sentenceOf(refused));
    }
  }

  return html`<${Sheet} label=${t("booking-cancel-title")} onClose=${onClose}>
    <h2>${t("booking-cancel-title")}</h2>
    <p class="sheet-lead">${t("booking-when", { date: dateAndDay(appointment.starts_at, currentLanguage()), time: appointment.time })}</p>
    <${Reasons} names=${REASONS} value=${reason} problem=${missing} onChoose=${(name) => { setReason(name); setMissing(""); }} />
    ${problem && html`<p class="strip strip-warn" role="alert"><${Icon} name="triangle" size=${26} /><span>${problem}</span></p>`}
    <div class="sheet-actions">
      <${Button} wide look="secondary" disabled=${busy} onClick=${onChange}>${t("booking-cancel-rather")}<//>
      <${Button} wide look="danger" busy=${busy} busyText=${t("booking-sending")} onClick=${send}>${t("booking-cancel-do")}<//>
      <${Button} wide look="quiet" disabled=${busy} onClick=${onClose}>${t("booking-cancel-keep")}<//>
    </div>
  <//>`;
}
