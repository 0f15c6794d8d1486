// Waiting for the server: nothing under 300 ms, then the shape of the page and the truth, after 15 s a way on.
import { Icon } from "/static/house/js/parts/icon.js";
import { pick, t } from "/static/house/js/language.js";
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Page, Question } from "../frame.js";

const NOTHING_BEFORE = 300;

export function Waiting(props) {
  const { state, title } = props;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), NOTHING_BEFORE);
    return () => clearTimeout(timer);
  }, []);
  if (state.slow === "stuck") return html`<${Stuck} ...${props} />`;
  return html`<${Page} name="waiting" first sub=${t("kiosk-sub-waiting")} progress=${false} ...${props}>
    ${late && html`<${Question}>${title}</${Question}>
      <div class="shape shape-plate"><span class="ring"></span></div>
      <div class="shape-card shape-place"><i></i><i></i><i></i></div>
      <div class="shape-card shape-code"><i></i><i></i><i></i></div>
      <p class="waiting-truth" role="status">${t(state.slow ? "kiosk-waiting-slow" : "kiosk-waiting-received")}</p>`}
  </${Page}>`;
}

/** No answer for 15 s: no endless ring, and no number that might not be stored. */
function Stuck(props) {
  const { state, send } = props;
  const desk = pick(state.device?.desk);
  const say = (id) => t(state.path === "booking" ? `${id}-booking` : id);
  return html`<${Page} name="stuck" first sub=${t("kiosk-sub-waiting")} progress=${false} ...${props}>
    <div class="stuck-icon"><${Icon} name="clock" size=${160} /></div>
    <${Question} help=${state.stuckDetail ?? say("kiosk-stuck-help")}>${say("kiosk-stuck-title")}</${Question}>
    ${desk && html`<p class="stuck-desk">${desk}</p>`}
    <div class="choices choices-low">
      <${ChoiceCard} look="main" icon="refresh" name=${t("kiosk-stuck-retry")} second=${say("kiosk-stuck-retry-second")} onClick=${() => send("retry")} />
      <${ChoiceCard} icon="headset-person" name=${t("kiosk-stuck-guide")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
      <${ChoiceCard} look="quiet" icon="home" name=${say("kiosk-stuck-home")} onClick=${() => send("wipe")} />
    </div>
  </${Page}>`;
}

export const Sending = (props) => html`<${Waiting} ...${props} title=${t("kiosk-sending-title")} />`;
