/** A number was given at the desk: which, where, how many are before it. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Plate } from "/static/house/js/parts.js";
import { openTicket } from "../state/route.js";
import { beside, say } from "../state/words.js";
import { rangeText } from "../parts/small.js";
import { Sheet } from "../parts/sheet.js";

export function Issued({ answer, onClose }) {
  const range = rangeText(answer.estimate);
  const urgent = answer.state === "urgent";
  const ahead = answer.ahead > 0 ? t("staff-ahead", { count: answer.ahead }) : t("staff-ahead-none");
  const open = () => {
    onClose();
    openTicket(answer.id);
  };
  return html`<${Sheet} title=${urgent ? t("staff-issued-urgent") : t("staff-issued-title")} lead=${say(answer.place)}
    onClose=${onClose}
    foot=${html`<div class="task-actions"><button type="button" class="button"
      onClick=${open}>${t("staff-issued-open")}</button>
      <button type="button" class="button button-quiet" onClick=${onClose}>${t("staff-close")}</button></div>`}>
    <div class="issued"><${Plate} number=${answer.number} size=${96} />
      <p><b>${say(answer.names)}</b>
        <span>${urgent ? t("staff-issued-urgent-detail") : beside([ahead, range])}</span>
      </p></div>
  <//>`;
}
