// A reader read something that means nothing here: said over whatever page there is, for a few seconds or until a touch.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { useCountdown } from "../countdown.js";

const SHOWN_FOR = 10;

export function Misread({ send }) {
  useCountdown(SHOWN_FOR, () => send("closeMisread"));
  return html`<button type="button" class="misread" onClick=${() => send("closeMisread")}>
    <${Icon} name="qr-code" size=${64} /><span><b>${t("kiosk-misread")}</b><span>${t("kiosk-misread-second")}</span></span>
    <${Icon} name="close" size=${44} /></button>`;
}
