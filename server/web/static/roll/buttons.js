/** What a person does to a printer, as buttons beside a virtual one's paper: pull the paper, open the cover … (R59). */
import { t } from "../js/language.js";
import { Icon, html } from "../js/parts.js";

/** Each button: what it changes, from what to what, and the words of both. */
const BUTTONS = [
  { id: "paper-out", icon: "file", name: "paper", on: "out", off: "full" },
  { id: "paper-low", icon: "info", name: "paper", on: "low", off: "full" },
  { id: "cover", icon: "printer", name: "cover_open", on: true, off: false },
  { id: "cutter", icon: "close", name: "cutter_jammed", on: true, off: false },
  { id: "power", icon: "logout", name: "power", on: false, off: true },
  { id: "silent", icon: "speaker-off", name: "silent", on: true, off: false },
  { id: "slow", icon: "clock", name: "slow", on: true, off: false },
  { id: "stalled", icon: "pause", name: "stalled", on: true, off: false },
];

const WELL = new Set(["ready", "paper_low"]);

/** How it would answer now, in one word. */
export function RollState({ trouble }) {
  const well = WELL.has(trouble.state);
  return html`<p class=${`roll-state ${well ? "" : "is-trouble"}`} role="status">
    <${Icon} name=${well ? "check-circle" : "triangle"} size=${24} />
    <span>${t(`common-roll-state-${trouble.state.replaceAll("_", "-")}`)}</span></p>`;
}

/** @param {{trouble: object, busy: boolean, onChange: (change: object) => void}} props */
export function RollButtons({ trouble, busy, onChange, printer }) {
  return html`<div class="roll-buttons" role="group" aria-label=${t("common-roll-buttons", { printer })}>
    ${BUTTONS.map(({ id, icon, name, on, off }) => {
      const pressed = trouble[name] === on;
      return html`<button type="button" key=${id} class="roll-button" aria-pressed=${String(pressed)} disabled=${busy}
        onClick=${() => onChange({ [name]: pressed ? off : on })}>
        <${Icon} name=${icon} size=${22} /><span>${t(`common-roll-do-${id}`)}</span></button>`;
    })}
  </div>`;
}
