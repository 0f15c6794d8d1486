/** Two or three concrete times as big choices (R74), or the plain truth that there are none. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { dayText, nearDay } from "../../state/days.js";
import { useBusy } from "../../state/act.js";
import { hallStore, isOffline } from "../../state/hall.js";
import { useStore } from "../../state/store.js";
import { doctorText, timeText } from "../words.js";

export const sameTime = (a, b) => Boolean(a && b) && a.starts_at === b.starts_at && a.doctor === b.doctor;

function OfferChoice({ offer, chosen, disabled, onPress }) {
  const near = nearDay(offer.date);
  return html`<button type="button" class="offer" aria-pressed=${chosen === undefined ? undefined : String(chosen)}
    disabled=${disabled} onClick=${onPress}>
    <span class="offer-day">${near && html`<b>${near}</b>`}<span>${dayText(offer.date)}</span></span>
    <span class="offer-time number">${chosen && html`<${Icon} name="check" size=${24} />`}${timeText(offer)}</span>
    <span class="offer-who">${doctorText(offer)}</span>
    <span class="offer-length">${t("staff-appt-minutes", { minutes: offer.minutes })}</span>
  </button>`;
}

/**
 * @param {{offers: object[], chosen?: object|null, onChoose: (offer: object) => void, guard?: string}} props
 *   without `chosen` a touch acts at once; `guard`: what is under way while they rest
 */
export function OfferList({ offers, chosen, onChoose, guard = "offers" }) {
  const offline = useStore(hallStore, isOffline);
  const busy = Boolean(useBusy(guard));
  return html`<div class="offers" role="group" aria-label=${t("staff-appt-offers")}>
    ${offers.map((offer) => html`<${OfferChoice} key=${`${offer.doctor}/${offer.starts_at}`} offer=${offer}
      chosen=${chosen === undefined ? undefined : sameTime(chosen, offer)} disabled=${busy || offline}
      onPress=${() => onChoose(offer)} />`)}
  </div>`;
}

/** The same while they are looked for, where there are none, and where they cannot be read. */
export function OfferPlace({ found, ask, ...rest }) {
  if (found.offers?.length) return html`<${OfferList} offers=${found.offers} ...${rest} />`;
  if (found.problem) {
    return html`<p class="offers-none" role="alert"><${Icon} name="wifi-off" size=${24} />
      <span>${found.problem.detail || t("staff-appt-no-answer")}</span>
      <button type="button" class="button button-quiet is-small" onClick=${found.again}>${t("staff-try-again")}</button></p>`;
  }
  if (found.offers) {
    return html`<p class="offers-none" role="status"><${Icon} name="calendar-check" size=${24} />
      <span>${t("staff-appt-offers-none")}</span></p>`;
  }
  if (!found.asking) return html`<p class="offers-none"><${Icon} name="info" size=${24} /><span>${ask}</span></p>`;
  return html`<div class="offers" role="status" aria-label=${t("staff-appt-offers-loading")}>
    ${[0, 1, 2].map((place) => html`<div class="skeleton offer-skeleton" key=${place}></div>`)}</div>`;
}
