/** One sentence and the way out, on every screen of the hall; nothing else is shown or spoken. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";

/** @param {{w: object, emergency: {kind: string, texts: object, direction: string}}} props */
export function Emergency({ w, emergency }) {
  const arrow = ["left", "right", "up"].includes(emergency.direction) ? emergency.direction : null;
  const main = w.name(emergency.texts) || w.say("display-evacuation");
  const second = w.alsoName(emergency.texts) || w.also("display-evacuation");
  return html`<section class="emergency" role="alert" data-testid="emergency" data-kind=${emergency.kind}>
    ${arrow && html`<${Icon} name=${`arrow-${arrow}`} class="emergency-arrow" />`}
    <h1 class="emergency-text">${main}</h1>
    <p class="emergency-second" lang=${w.second}>${second}</p>
  </section>`;
}
