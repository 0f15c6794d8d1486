/** One less, one more: a small whole number that a thumb sets. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";

/** @param {{label: string, value: number, text: string, least: number, most: number, less: string, more: string,
 *           onValue: (value: number) => void, help?: string}} props text: the number with its unit */
export function Stepper({ label, value, text, least, most, less, more, onValue, help }) {
  const step = (by) => onValue(Math.min(most, Math.max(least, value + by)));
  return html`<div class="field stepper" role="group" aria-label=${label}>
    <span class="field-label" aria-hidden="true">${label}</span>
    <div class="stepper-line">
      <button type="button" class="stepper-key" aria-label=${less} disabled=${value <= least} onClick=${() => step(-1)}>
        <${Icon} name="minus" size=${24} /></button>
      <output class="stepper-value" aria-live="polite">${text}</output>
      <button type="button" class="stepper-key" aria-label=${more} disabled=${value >= most} onClick=${() => step(1)}>
        <${Icon} name="plus" size=${24} /></button>
    </div>
    ${help && html`<p class="field-help">${help}</p>`}
  </div>`;
}
