import { html } from "/static/vendor/htm-preact.js";
import { t } from "../language.js";

/** A ticket's state -> the plate's look. */
const LOOKS = {
  called: "calling",
  out: "in_room",
  finished: "done",
  cancelled: "done",
  transferred: "done",
  expired: "done",
  urgent: "waiting",
};

/**
 * @param {string} number "A029"
 * @returns {[string, string]} ["A", "029"]
 */
export function splitNumber(number) {
  const match = /^([A-Za-z]*)(.*)$/.exec(number ?? "");
  return [match?.[1] ?? "", match?.[2] ?? ""];
}

/**
 * @param {string} number "A029"
 * @returns {string} "A 029", as a screen reader should say it
 */
export function spokenNumber(number) {
  return splitNumber(number).filter(Boolean).join(" ");
}

/**
 * The number plate.
 * @param {object} props
 * @param {string} props.number
 * @param {string} [props.state] waiting | calling | in_room | missed | done | dark | off, or a ticket's own state
 * @param {number | string} [props.size] height: pixels or a CSS length; without it `--plate-height` counts
 * @param {boolean} [props.wide] as wide as what holds it
 * @param {boolean} [props.word] a missed plate carries the word 过号; false where the place itself says it
 */
export function Plate({ number, state = "waiting", size, wide = false, word = true }) {
  const look = LOOKS[state] ?? state;
  const [letter, digits] = splitNumber(number);
  const style = size ? { "--plate-height": typeof size === "number" ? `${size}px` : size } : undefined;
  const long = digits.length > 3 ? " plate-long" : "";
  const plate = html`<span
    class=${`plate plate-${look}${wide ? " plate-wide" : ""}${long}`}
    style=${style}
    role="img"
    aria-label=${spokenNumber(number)}
  >
    ${letter && html`<span class="plate-tile" aria-hidden="true">${letter}</span>`}
    <span class="plate-digits" aria-hidden="true">${digits}</span>
  </span>`;
  if (look !== "missed" || !word) return plate;
  return html`<span class="plate-with-word">${plate}<span class="plate-word">${t("common-badge-missed")}</span></span>`;
}
