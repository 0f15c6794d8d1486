/** One sentence and the way out, on every screen of the hall; nothing else is shown or spoken. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";

/** Wider than two lines of the largest size, in Chinese characters. */
const LONG = 28;

const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter < "\u2000" ? 0.5 : 1), 0);

/** @param {{w: object, emergency: {kind: string, texts: object, direction: string}}} props */
export function Emergency({ w, emergency }) {
  const arrow = ["left", "right", "up"].includes(emergency.direction) ? emergency.direction : null;
  const main = w.name(emergency.texts) || w.say("display-evacuation");
  const second = w.alsoName(emergency.texts) || w.also("display-evacuation");
  const long = widthOf(main) > LONG ? "emergency-long" : "";
  return html`<section class=${`emergency ${long}`} role="alert" data-testid="emergency" data-kind=${emergency.kind}>
    ${arrow && html`<${Icon} name=${`arrow-${arrow}`} class=${`emergency-arrow emergency-${arrow}`} />`}
    <h1 class="emergency-text">${main}</h1>
    <p class="emergency-second" lang=${w.second}>${second}</p>
  </section>`;
}
