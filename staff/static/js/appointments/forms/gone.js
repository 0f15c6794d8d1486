/** Somebody was quicker: what was typed is still there, and other times stand below. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";

/** @param {{sentence: string|null}} props */
export function Gone({ sentence }) {
  if (!sentence) return null;
  return html`<p class="strip strip-warn gone" role="alert"><${Icon} name="triangle"
    size=${24} /><span>${sentence}</span></p>`;
}
