// The kiosk cannot give numbers now: the line is cut, or the day is over. Each says where to go and what holds.
import { dateAndDay, serverNow, timeOfDay } from "/static/house/js/clock.js";
import { pick, t, tIn } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { html } from "/static/vendor/htm-preact.js";
import { Header, Question, ServiceBar } from "../frame.js";
import { dayOf, today } from "../time.js";
import { EmergencyStrip } from "./home.js";

/** Without the server nobody can be rung: who is in danger must be told to call out. */
function CallOut() {
  return html`<div class="emergency" role="note"><${Icon} name="octagon-alert" size=${80} />
    <span class="emergency-words"><b>${t("kiosk-emergency-signs")}</b><span>${t("kiosk-red-shout")}</span></span></div>`;
}

const DAY = 24 * 3600 * 1000;
const OTHER = { "zh-CN": "en", en: "zh-CN" };

function Desk({ state }) {
  const place = pick(state.device?.desk) || t("kiosk-desk");
  const [title, second] = place.split(/[，,](.+)/);
  return html`<section class="desk"><${Icon} name="pin" size=${136} />
    <span><b>${title}</b>${second && html`<span>${second.trim()}</span>`}</span></section>`;
}

/** It shows no number that is not stored, and keeps what was typed until the idle time is over. */
export function Offline({ state, send, onLanguage }) {
  const other = OTHER[state.language];
  return html`<section class="page page-offline">
    <${Header} state=${state} />
    <div class="page-body page-in">
      <div class="offline-icon"><${Icon} name="wifi-off" size=${200} /></div>
      <${Question}>${t("kiosk-offline-title")}</${Question}>
      <p class="offline-words">${t("kiosk-offline-go")}<br />${t("kiosk-offline-valid")}</p>
      <p class="offline-other" lang=${other}><b>${tIn(other, "kiosk-offline-go")}</b><br /><span>${tIn(other, "kiosk-offline-valid")}</span></p>
      <${Desk} state=${state} />
      <${CallOut} />
      <p class="offline-back" role="status"><${Icon} name="refresh" size=${30} /><span>${t("kiosk-offline-back")}</span></p>
    </div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first helpOff />
  </section>`;
}

/** "明天 07:30" or the day itself, when numbers are given again. */
function resumes({ clinic, language }) {
  if (!clinic.resumes_at) return t("kiosk-closed-later");
  const time = timeOfDay(clinic.resumes_at);
  const day = dayOf(clinic.resumes_at);
  if (day === today()) return t("kiosk-closed-today-from", { time });
  if (day === dayOf(serverNow() + DAY)) return t("kiosk-closed-tomorrow", { time });
  return t("kiosk-closed-on", { day: dateAndDay(clinic.resumes_at, language), time });
}

export function Closed({ state, send, onLanguage }) {
  return html`<section class="page page-closed">
    <${Header} state=${state} />
    <div class="page-body page-in">
      <div class="offline-icon"><${Icon} name="clock" size=${200} /></div>
      <${Question}>${t("kiosk-closed-title")}</${Question}>
      <p class="offline-words">${resumes(state)}<br />${t("kiosk-closed-valid")}</p>
      <${Desk} state=${state} />
      <${EmergencyStrip} send=${send} />
    </div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first />
  </section>`;
}
