// A choice card of the kiosk: icon or letter, a name, a second line, and figures at the right.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";

/**
 * @param {object} props
 * @param {"main" | "outline" | "quiet"} [props.look]
 * @param {string} [props.letter] a department's letter in place of the icon
 */
export function ChoiceCard({ look = "outline", icon, letter, name, second, aside, size = 80, disabled, class: extra = "", ...rest }) {
  return html`<button type="button" class=${`card-choice card-choice-${look} ${extra}`} disabled=${disabled} ...${rest}>
    ${icon && html`<${Icon} name=${icon} size=${size} />`}
    ${letter && html`<span class="card-choice-letter number" aria-hidden="true">${letter}</span>`}
    <span class="card-choice-words">
      <span class="card-choice-name">${name}</span>
      ${second && html`<span class="card-choice-second">${second}</span>`}
    </span>
    ${aside && html`<span class="card-choice-aside">${aside}</span>`}
  </button>`;
}

/** People waiting and the range, as a department's card shows them at its right. */
export function Figures({ department }) {
  const { waiting, estimate } = department;
  if (!waiting) return html`<span>${t("kiosk-nobody-waits")}</span>`;
  return html`<span class="figures">
    <b>${t("kiosk-people", { count: waiting })}</b>
    ${estimate && html`<small>${t(estimate.low ? "kiosk-about-minutes" : "kiosk-within-minutes", { low: estimate.low, high: estimate.high })}</small>`}
  </span>`;
}
