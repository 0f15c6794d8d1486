/** Small parts that several pages share. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { secondsSince, useNow, APOLOGY_AFTER, WARN_AFTER, apologyMinutes } from "../state/time.js";

export { Running } from "/static/house/js/parts.js";

/** "等了 18:12", in the warning colour from 15:00. */
export function Waited({ since }) {
  useNow();
  const seconds = secondsSince(since);
  return html`<span class=${seconds >= WARN_AFTER ? "waited is-late" : "waited"}>
    ${t("staff-waited", { minutes: Math.floor(seconds / 60) })}
  </span>`;
}

/** A tag: always a word, and an icon where colour means something. */
export function Tag({ kind = "plain", icon, children }) {
  return html`<span class=${`badge badge-${kind}`}>${icon && html`<${Icon} name=${icon} size=${16} />`}
    <span>${children}</span></span>`;
}

const CRITICAL = ["critical", "octagon-alert"];
const URGENCY_LOOK = { 1: CRITICAL, 2: CRITICAL, 3: ["over", "triangle"], 4: ["urgency", null] };

export function UrgencyTag({ urgency }) {
  if (!urgency) return null;
  const [kind, icon] = URGENCY_LOOK[urgency] ?? URGENCY_LOOK[4];
  return html`<${Tag} kind=${kind} icon=${icon}>${t("staff-urgency", { level: urgency })}<//>`;
}

export function CompanionTag({ count }) {
  return count ? html`<${Tag} kind="companion" icon="people">${t("staff-companion")}<//>` : null;
}

/** Over 20 minutes: the clock badge. */
export function OverTag({ since }) {
  useNow();
  if (secondsSince(since) < APOLOGY_AFTER) return null;
  return html`<${Tag} kind="over" icon="triangle">${t("staff-over-20", apologyMinutes())}<//>`;
}

/** Nothing here, in a sentence. */
export function Empty({ icon = "check-circle", text, detail, children }) {
  return html`<div class="empty"><${Icon} name=${icon} size=${40} />
    <p class="empty-text">${text}</p>${detail && html`<p class="empty-detail">${detail}</p>`}${children}
  </div>`;
}

/** The shape of what is coming, and the truth about it. */
export function Loading({ text, rows = 3 }) {
  return html`<div class="loading" role="status"><p class="loading-text">${text}</p>
    ${Array.from({ length: rows }, (_, index) => html`<div class="skeleton" key=${index}></div>`)}
  </div>`;
}

/** A range of minutes as words; a single exact wait is never promised. */
export function rangeText(estimate) {
  if (!estimate) return null;
  if (Math.round(estimate.low) === 0) return t("staff-range-within", { high: Math.round(estimate.high) });
  return t("staff-range", { low: Math.round(estimate.low), high: Math.round(estimate.high) });
}

/** Two to four exclusive views, white on grey. */
export function Tabs({ label, options, value, onValue }) {
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = (at + step + options.length) % options.length;
    onValue(options[next].value);
    event.currentTarget.children[next].focus();
  };
  return html`<div class="segmented segmented-soft tabs" role="tablist" aria-label=${label} onKeyDown=${move}>
    ${options.map(
      (option) => html`<button type="button" role="tab" key=${option.value} id=${`tab-${option.value}`}
        aria-controls=${`panel-${option.value}`} aria-selected=${option.value === value ? "true" : "false"}
        tabindex=${option.value === value ? 0 : -1} onClick=${() => onValue(option.value)}>
        ${option.icon && html`<${Icon} name=${option.icon} size=${20} />`}<span>${option.label}</span>
      </button>`,
    )}
  </div>`;
}
