/** A button that acts: busy at once with its verb, disabled only with a reason written under it. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Button } from "/static/house/js/parts.js";
import { useBusy } from "../state/act.js";
import { hallStore, isOffline } from "../state/hall.js";
import { whyNotAllowed } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";

/**
 * @param {object} props
 * @param {string} props.guard what is guarded against a second tap, e.g. "room/3"
 * @param {string} props.verb this button's own name within the guard
 * @param {string} props.label verb and object
 * @param {string} [props.busyLabel] 正在叫; "" keeps only the ring
 * @param {string} [props.sub] second line
 * @param {string|null} [props.reason] why it cannot be pressed now; shown, and the button rests
 * @param {string} [props.right] what the person must have the right to (state/rights.js)
 * @param {string} [props.look] as the house's Button
 * @param {"main"|"row"|"third"|"side"|"small"|"tile"} [props.size]
 * @param {boolean} [props.local] works without the server (opens a sheet), so offline does not stop it
 */
export function ActButton(props) {
  const { guard, verb, label, busyLabel, sub, look = "quiet", icon, onPress, size, local = false } = props;
  const underway = useBusy(guard);
  const offline = useStore(hallStore, isOffline) && !local;
  const busy = underway === verb;
  const staff = useStore(sessionStore, (value) => value.staff);
  const reason = offline ? t("staff-offline-short") : (whyNotAllowed(staff, props.right) ?? props.reason ?? null);
  return html`<${Button} look=${look} class=${size ? `is-${size}` : ""} icon=${icon}
    iconSize=${size === "tile" ? 26 : 22}
    stacked=${size === "tile"} second=${sub} busy=${busy}
    busyText=${busyLabel === "" ? " " : (busyLabel ?? t("staff-busy"))}
    disabled=${Boolean(reason) || Boolean(underway)} reason=${reason} aria-label=${props.ariaLabel}
    onClick=${onPress}>${label}<//>`;
}
