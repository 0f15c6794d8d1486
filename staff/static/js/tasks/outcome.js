/** A claimed card: pale, names who took it, and leaves only with an outcome. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../parts/act_button.js";
import { clock } from "../state/time.js";
import { whoName } from "../state/words.js";

export function TakenBy({ by, at }) {
  return html`<p class="taken"><${Icon} name="check-circle" size=${20} />
    <strong>${t("staff-taken-by", { name: whoName(by) })}</strong>${at && html`<span class="number">${clock(at)}</span>`}
  </p>`;
}

/**
 * @param {{guard: string, ask?: string, outcomes: {code: string, label: string, icon?: string, kind?: string,
 *          onPress: () => void, reason?: string}[]}} props
 */
export function Outcomes({ guard, outcomes, right, ask = t("staff-outcome-ask") }) {
  return html`<p class="outcome-ask">${ask}</p>
    <div class="outcomes">
      ${outcomes.map(
        (one) => html`<${ActButton} key=${one.code} guard=${guard} verb=${one.code} label=${one.label} icon=${one.icon}
          right=${right} look=${one.look ?? "secondary"} size="small" reason=${one.reason} onPress=${one.onPress} />`,
      )}
    </div>`;
}
