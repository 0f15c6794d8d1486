// The two half sheets: "are you still there", and "a guide is coming".
import { pick, t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { Sheet } from "/static/house/js/parts/sheet.js";
import { Running } from "/static/house/js/parts/time.js";
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { idleOf } from "../idle.js";

const ROUND = 2 * Math.PI * 86;

export function IdleSheet({ state, send }) {
  const { warn_seconds: warn, wipe_seconds: wipe } = idleOf(state);
  const whole = wipe - warn;
  const [left, setLeft] = useState(whole);
  useEffect(() => {
    const end = performance.now() + whole * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 200);
    return () => clearInterval(timer);
  }, []);
  const stay = () => send("idleStay");
  return html`<${Sheet} label=${t("kiosk-idle-title")} onClose=${stay} class="idle-sheet">
    <div class="idle-ring" role="timer" aria-label=${t("kiosk-idle-left", { seconds: left })}>
      <svg viewBox="0 0 200 200" aria-hidden="true"><circle class="idle-rest" cx="100" cy="100" r="86" />
        <circle class="idle-left" cx="100" cy="100" r="86" stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - left / whole)} /></svg>
      <span class="number" aria-hidden="true">${left}</span>
    </div>
    <h2>${t("kiosk-idle-title")}</h2>
    <p>${t("kiosk-idle-left", { seconds: left })}</p>
    <button type="button" class="action action-main" onClick=${stay}>${t("kiosk-idle-stay")}</button>
    <button type="button" class="action action-side" onClick=${() => send("wipe")}>${t("kiosk-idle-clear")}</button>
  </${Sheet}>`;
}

const HELP = {
  sending: ["kiosk-help-sending", "kiosk-help-sending-second"],
  failed: ["kiosk-help-failed", "kiosk-help-failed-second"],
  open: ["kiosk-help-called", "kiosk-help-called-second"],
  claimed: ["kiosk-help-coming", "kiosk-help-called-second"],
  resolved: ["kiosk-help-done", "kiosk-help-done-second"],
};

export function HelpSheet({ state, send }) {
  const { help } = state;
  const shown = help.state === "sending" && help.failed ? "failed" : HELP[help.state] ? help.state : "open";
  // Who told a number that feels worse keeps it: the guide comes to them, and to nobody else's place.
  const [title, second] = help.number && shown === "open" ? ["kiosk-worse-told", "kiosk-worse-told-second"] : HELP[shown];
  const close = () => send("closeHelp");
  const desk = pick(state.device?.desk);
  return html`<${Sheet} label=${t(title)} onClose=${close} class="help-sheet">
    <div class="help-icon"><${Icon} name="headset-person" size=${150} /></div>
    <h2><span role="status">${t(title)}</span></h2>
    <p>${t(second, { number: help.number ?? "" })}${shown === "failed" && desk ? html`<br />${desk}` : null}</p>
    ${["open", "claimed"].includes(shown) && html`<p class="help-since">${t("kiosk-help-since")} <${Running} since=${new Date(help.since).toISOString()} /></p>`}
    <button type="button" class="action action-main" onClick=${close}>${t(state.page === "home" ? "kiosk-ticket-done" : "kiosk-help-close")}</button>
  </${Sheet}>`;
}
