// Danger: sit down, no queue, staff are coming, and since when (R22, R23, R24). It says only what is true: that staff
// were told is shown once the server has it.
import { Icon } from "/static/house/js/parts/icon.js";
import { Running } from "/static/house/js/parts/time.js";
import { t, tIn } from "/static/house/js/language.js";
import { html, useEffect } from "/static/vendor/htm-preact.js";
import { Header, Question } from "../frame.js";

const OTHER = { "zh-CN": "en", en: "zh-CN" };
const GONE_AFTER = 5 * 60 * 1000;

function News({ alarm }) {
  const told = alarm.state !== "sending";
  const claimed = ["claimed", "resolved"].includes(alarm.state);
  const title = claimed ? "kiosk-red-coming" : told ? "kiosk-red-told" : alarm.failed ? "kiosk-red-untold" : "kiosk-red-telling";
  const second = !told && alarm.failed ? "kiosk-red-shout" : "kiosk-red-stay";
  return html`<div class=${`red-clock ${!told && alarm.failed ? "is-untold" : ""}`} role="status">
    <${Running} since=${new Date(alarm.since).toISOString()} />
    <span><b>${t(title)}</b><span>${t(second)}</span></span>
  </div>`;
}

export function RedFlag({ state, send }) {
  const { alarm, language } = state;
  // Once a guide has closed the alarm, or nobody is left to touch the page, it makes room for the next person.
  useEffect(() => {
    if (alarm.state === "resolved") { const timer = setTimeout(() => send("wipe"), 5000); return () => clearTimeout(timer); }
    const timer = setTimeout(() => send("wipe"), GONE_AFTER);
    return () => clearTimeout(timer);
  }, [alarm.state]);
  const other = OTHER[language];
  const untold = alarm.state === "sending" && alarm.failed;
  return html`<section class="page page-red on-dark">
    <${Header} state=${state} bare />
    <div class="page-body">
      <div class="red-icon"><${Icon} name="octagon-alert" size=${208} /></div>
      <${Question}>${t("kiosk-red-sit")}<br />${t(untold ? "kiosk-red-shout-title" : "kiosk-red-staff")}</${Question}>
      <p class="red-words">${t("kiosk-red-now")}<br />${t("kiosk-red-call")}</p>
      <p class="red-other" lang=${other}>${tIn(other, untold ? "kiosk-red-both-untold" : "kiosk-red-both-first")}<br />${tIn(other, "kiosk-red-both-second")}</p>
      <${News} alarm=${alarm} />
      <button type="button" class="red-mistake" onClick=${() => send("dismissAlarm")}>
        <b>${t("kiosk-red-mistake")}</b>${!untold && html`<span>${t("kiosk-red-mistake-second")}</span>`}</button>
    </div>
  </section>`;
}
