// Two or three concrete times as large choices, of a part of the day or of later days (R74).
import { dateAndDay } from "/static/house/js/clock.js";
import { pick, t } from "/static/house/js/language.js";
import { Segmented } from "/static/house/js/parts/button.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { departmentOf } from "../flow.js";
import { Page, Question } from "../frame.js";
import { doctorShown } from "./appointment-card.js";
import { Waiting } from "./waiting.js";

const PARTS = ["all", "morning", "afternoon"];

function Time({ offer, state, send }) {
  return html`<button type="button" class="card-choice card-choice-outline time-choice" onClick=${() => send("chooseTime", { offer })}>
    <span class="time-choice-time number">${offer.time}</span>
    <span class="card-choice-words">
      <span class="card-choice-name">${dateAndDay(offer.starts_at, state.language)}</span>
      <span class="card-choice-second">${t("kiosk-time-second", { doctor: doctorShown(offer), minutes: offer.minutes })}</span>
    </span>
  </button>`;
}

/** Nothing free: another part of the day, another department, or a person. */
function NoTimes({ send }) {
  return html`<p class="times-none" role="status">${t("kiosk-times-none")}</p>
    <div class="choices choices-foot">
      <${ChoiceCard} look="main" icon="layout" name=${t("kiosk-choose-other")} onClick=${() => send("startBooking")} />
      <${ChoiceCard} icon="headset-person" name=${t("kiosk-stuck-guide")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
    </div>`;
}

export function Times(props) {
  const { state, send, onLanguage } = props;
  const { booking } = state;
  const asking = state.request?.kind === "times";
  if (state.slow || (!booking.offers && asking)) return html`<${Waiting} ...${props} title=${t("kiosk-times-waiting")} sub=${t("kiosk-sub-booking")} />`;
  const offers = booking.offers ?? [];
  const department = pick(departmentOf(state, booking.department)?.names);
  return html`<${Page} name="times" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${t("kiosk-times-help", { department })}>${t("kiosk-times-title")}</${Question}>
    <${Segmented} class="times-parts" label=${t("kiosk-times-parts")} value=${booking.part ?? "all"}
      options=${PARTS.map((value) => ({ value, label: t(`kiosk-times-${value}`) }))} onChange=${(value) => send("times", { part: value === "all" ? null : value })} />
    <div class="times-news" role="status">${(booking.taken || booking.ended) && html`<p class=${booking.taken ? "is-taken" : ""}><${Icon} name=${booking.taken ? "triangle" : "info"} size=${44} />
      <span>${t(booking.taken ? "kiosk-times-taken" : "kiosk-times-ended")}</span></p>`}</div>
    ${offers.length
      ? html`<div class="choices times-choices">
          ${offers.map((offer) => html`<${Time} key=${offer.starts_at + offer.doctor} offer=${offer} state=${state} send=${send} />`)}
          <div class="times-more">
            <button type="button" class="action action-side" disabled=${booking.ended} onClick=${() => send("laterTimes")}><span>${t("kiosk-times-later")}</span></button>
            ${booking.earliest && html`<button type="button" class="action action-side" onClick=${() => send("times", {})}><span>${t("kiosk-times-first")}</span></button>`}
          </div>
        </div>`
      : html`<${NoTimes} send=${send} />`}
  </${Page}>`;
}
