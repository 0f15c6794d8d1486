import { html } from "/static/vendor/htm-preact.js";
import { t } from "../language.js";
import { Icon } from "./icon.js";

/** The eight kinds and the cover tag: icon and the sentence's id. */
const KINDS = {
  waiting: ["clock", "common-badge-waiting"],
  calling: ["speaker", "common-badge-calling"],
  in_room: ["door", "common-badge-in-room"],
  missed: ["person-x", "common-badge-missed"],
  done: ["check", "common-badge-done"],
  over: ["triangle", "common-badge-over"],
  critical: ["octagon-alert", "common-badge-urgency"],
  urgency: [null, "common-badge-urgency"],
  companion: ["people", "common-badge-companion"],
  cover: [null, "common-badge-cover"],
};

/**
 * A status badge: icon and word.
 * @param {object} props
 * @param {keyof typeof KINDS} props.kind
 * @param {Record<string, string | number>} [props.args] calling: {attempt}; over: {minutes}; urgency and critical:
 *   {level: 1–4}; companion: {count}; cover: {doctor}
 * @param {any} [props.children] other words instead of the kind's own
 */
export function Badge({ kind, args, children }) {
  const look = kind === "urgency" && args?.level === 1 ? "critical" : kind;
  const [icon, id] = KINDS[look] ?? [null, kind];
  return html`<span class=${`badge badge-${look}`}>
    ${icon && html`<${Icon} name=${icon} size=${18} />`}<span>${children ?? t(id, args)}</span>
  </span>`;
}
