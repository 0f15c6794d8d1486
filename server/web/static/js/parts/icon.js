import { html } from "/static/vendor/htm-preact.js";
import { icons } from "../icons.js";

const LARGE = 100;

/**
 * A line icon, hidden from screen readers.
 * @param {{name: string, size?: number | "text", class?: string}} props size in pixels (CSS may override), or "text":
 *   a little larger than the letters beside it
 */
export function Icon({ name, size = 24, class: extra = "" }) {
  if (size === "text") return html`<${Icon} name=${name} class=${`icon-text ${extra}`} />`;
  return html`<svg
    class=${`icon ${size > LARGE ? "icon-large" : ""} ${extra}`}
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    aria-hidden="true"
    focusable="false"
  >
    <path d=${icons[name] ?? icons.info} />
  </svg>`;
}

/**
 * The clinic's mark: one character on a tile, and its name.
 * @param {{sign: string, name: string, second?: string}} props
 */
export function Mark({ sign, name, second }) {
  return html`<span class="mark">
    <span class="mark-sign" aria-hidden="true"><span>${sign}</span></span>
    <span class="mark-words"
      ><span class="mark-name">${name}</span>${second && html`<small class="mark-second">${second}</small>`}</span
    >
  </span>`;
}

/**
 * A department's letter on a small tile, as in tables.
 * @param {{letter: string}} props
 */
export function LetterTile({ letter }) {
  return html`<span class="letter-tile" aria-hidden="true">${letter}</span>`;
}
