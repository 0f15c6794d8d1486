// The picture and its labels: touching either does the same (R21).
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { LABELS, MIRROR, VIEWS, leaderOf, rowOf } from "./figure.js";

/**
 * @param {object} props
 * @param {"front" | "back"} props.view
 * @param {string[]} props.chosen codes of regions
 * @param {(code: string) => string} props.nameOf
 * @param {(code: string) => boolean} props.known does the knowledge have this region?
 * @param {(code: string) => void} props.onTouch
 */
export function BodyPicture({ view, chosen, nameOf, known, onTouch }) {
  const is = (region) => chosen.includes(region);
  const labels = LABELS[view].filter(({ region }) => known(region));
  const draw = ({ region, path, inside }, key, transform) => html`<path key=${key} d=${path} transform=${transform}
    class=${`part ${inside ? "part-inside" : ""} ${is(region) ? "is-chosen" : ""}`} onClick=${() => onTouch(region)} />`;
  return html`<div class="body-picture">
    <svg viewBox="0 0 1080 730" width="1080" height="730" aria-hidden="true" focusable="false">
      ${VIEWS[view].flatMap((part, place) => [
        draw(part, `${place}`), part.side && draw(part, `${place}m`, MIRROR),
      ])}
      ${view === "back" && html`<path class="spine" d="M540 172 V338" />`}
      ${labels.map((label) => html`<g key=${label.region} class=${`leader ${is(label.region) ? "is-chosen" : ""}`}>
        <path d=${leaderOf(label)} /><circle cx=${label.point[0]} cy=${label.point[1]} r="7" />
      </g>`)}
    </svg>
    ${labels.map(({ region, side, row }) => html`<button type="button" key=${region} aria-pressed=${String(is(region))}
      class=${`body-label body-label-${side}`} style=${{ top: `${rowOf(row) - 43}px` }} onClick=${() => onTouch(region)}>
      ${is(region) && html`<${Icon} name="check" size=${34} />`}<span>${nameOf(region)}</span>
    </button>`)}
  </div>`;
}
