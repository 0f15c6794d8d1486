import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "./icon.js";

/**
 * A button: a verb and an object. Busy keeps the width and says what is going on; disabled says why.
 * @param {object} props
 * @param {"primary" | "secondary" | "quiet" | "tint" | "danger" | "danger-filled" | "plain" | "dark" | "on-danger" | "outline-on-danger"} [props.look]
 * @param {string} [props.icon]
 * @param {number} [props.iconSize] pixels; without it the icon goes with the letters
 * @param {string} [props.second] a second line under the verb
 * @param {boolean} [props.busy]
 * @param {string} [props.busyText] 正在叫
 * @param {boolean} [props.disabled]
 * @param {string} [props.reason] why it is disabled, under the verb
 * @param {boolean} [props.wide]
 * @param {boolean} [props.stacked] icon above the words
 * @param {boolean} [props.iconAfter]
 * @param {(event: Event) => void} [props.onClick]
 * @param {any} [props.children]
 */
export function Button({
  look = "primary",
  icon,
  iconSize = "text",
  second,
  busy = false,
  busyText,
  disabled = false,
  reason,
  wide = false,
  stacked = false,
  iconAfter = false,
  type = "button",
  class: extra = "",
  children,
  ...rest
}) {
  const classes = ["button", look !== "primary" && `button-${look}`, wide && "button-wide", busy && "is-busy", extra];
  if (stacked || second || reason) classes.push("button-stacked");
  const drawn = icon && html`<${Icon} name=${icon} size=${iconSize} />`;
  const line = disabled && reason ? reason : second;
  const words = busy && busyText ? busyText : children;
  return html`<button
    type=${type}
    class=${classes.filter(Boolean).join(" ")}
    disabled=${disabled || busy}
    aria-busy=${busy ? "true" : undefined}
    ...${rest}
  >
    ${stacked && !busy && drawn}
    <span class="button-verb">
      ${busy ? html`<span class="ring" aria-hidden="true"></span>` : !stacked && !iconAfter && drawn}
      <span>${words}</span>
      ${!busy && !stacked && iconAfter && drawn}
    </span>
    ${line && html`<span class="button-second">${line}</span>`}
  </button>`;
}

/**
 * A choice card: icon, name, a second line. Closed ones are grey and say when.
 * @param {{icon?: string, iconSize?: number, name: string, second?: string, main?: boolean, disabled?: boolean, aside?: any, onClick?: Function}} props
 */
export function Choice({ icon, iconSize = 96, name, second, main = false, aside, class: extra = "", children, ...rest }) {
  return html`<button type="button" class=${`choice ${main ? "choice-main" : ""} ${extra}`} ...${rest}>
    ${icon && html`<${Icon} name=${icon} size=${iconSize} />`}
    <span class="choice-words">
      <span class="choice-name">${name}</span>
      ${second && html`<span class="choice-second">${second}</span>`}
    </span>
    ${aside && html`<span class="choice-aside">${aside}</span>`} ${children}
  </button>`;
}

/**
 * A chip that can be chosen; the tick tells it without colour.
 * @param {{chosen?: boolean, disabled?: boolean, onClick?: Function, children?: any}} props
 */
export function Chip({ chosen = false, class: extra = "", children, ...rest }) {
  return html`<button type="button" class=${`chip ${extra}`} aria-pressed=${String(chosen)} ...${rest}>
    ${chosen && html`<${Icon} name="check" size="text" />`}<span>${children}</span>
  </button>`;
}

/**
 * Two to four exclusive values.
 * @param {{label: string, value: any, options: {value: any, label: string}[], onChange: (value: any) => void, soft?: boolean}} props
 */
export function Segmented({ label, value, options, onChange, soft = false, class: extra = "" }) {
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = (Math.max(at, 0) + step + options.length) % options.length;
    onChange(options[next].value);
    event.currentTarget.children[next].focus();
  };
  const chosen = options.some((option) => option.value === value);
  return html`<div
    class=${`segmented ${soft ? "segmented-soft" : ""} ${extra}`}
    role="radiogroup"
    aria-label=${label}
    onKeyDown=${move}
  >
    ${options.map(
      (option, index) =>
        html`<button
          type="button"
          role="radio"
          key=${option.value}
          aria-checked=${String(option.value === value)}
          tabindex=${option.value === value || (!chosen && index === 0) ? 0 : -1}
          onClick=${() => onChange(option.value)}
        >
          ${option.label}
        </button>`,
    )}
  </div>`;
}
