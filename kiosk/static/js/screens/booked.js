// Booked: day and time, place, the code in large letters, the address for the phone. No name stands here.
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";
import { useCountdown } from "../countdown.js";
import { Header, Question, ServiceBar } from "../frame.js";
import { spacedCode } from "../validate.js";
import { AppointmentCard } from "./appointment-card.js";
import { PrintStrip } from "./ticket.js";

/** Paper may fail to come, and people write it down or take a picture: nobody is hurried. */
const SHOWN_FOR = 90;

export function Booked({ state, send, onLanguage }) {
  const { booked, language } = state;
  const left = useCountdown(SHOWN_FOR, () => send("wipe"));
  return html`<section class="page page-booked">
    <${Header} state=${state} />
    <div class="page-body page-in">
      <${Question} help=${t("kiosk-booked-help")}>${t("kiosk-booked-title")}</${Question}>
      <${AppointmentCard} appointment=${booked} language=${language} />
      <section class="booked-code">
        <img src=${`/a/${booked.token}/qr.svg`} alt=${t("kiosk-booked-scan-alt")} width="300" height="300" />
        <div>
          <span>${t("kiosk-booked-code")}</span>
          <b class="number">${spacedCode(booked.code)}</b>
          <p>${t("kiosk-booked-scan")}</p>
        </div>
      </section>
      <div class="ticket-foot">
        ${state.print
          ? html`<${PrintStrip} print=${state.print} slip="appointment" />`
          : html`<div class="print" role="status"><${Icon} name="phone-screen" size=${56} />
              <span><b>${t("kiosk-booked-paper")}</b><span>${t("kiosk-booked-paper-second")}</span></span></div>`}
        <button type="button" class="action action-main" onClick=${() => send("wipe")}>
          <span>${t("kiosk-ticket-noted")}</span><small>${t("kiosk-ticket-left", { seconds: left })}</small></button>
      </div>
    </div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first />
  </section>`;
}
