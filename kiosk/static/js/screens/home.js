// The first page: what waits where, the three ways in, the strip for emergencies (R4, R22, R53).
import { Icon } from "/static/house/js/parts/icon.js";
import { timeOfDay } from "/static/house/js/clock.js";
import { currentLanguage, pick, t } from "/static/house/js/language.js";
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { Header, Question, ServiceBar } from "../frame.js";

const A_PAGE = 8;
const PAGE_EVERY = 8000;

function Row({ department }) {
  const { prefix, short, names, open, opens_at: opensAt, waiting, estimate } = department;
  const name = pick(short?.["zh-CN"] || short?.zh ? short : names);
  const size = name.length > 5 ? "is-longer" : name.length > 3 ? "is-long" : "";
  return html`<li class="board-row">
    <span class="board-letter number" aria-hidden="true">${prefix}</span>
    <span class=${`board-name ${size}`}>${name}</span>
    ${!open && html`<span class="board-closed">${opensAt ? t("kiosk-opens-at", { time: opensAt }) : t("kiosk-closed-today")}</span>`}
    ${open && !waiting && html`<span class="board-free">${t("kiosk-board-free")}</span>`}
    ${open && waiting > 0 && html`<span class="board-people"><b class="number">${waiting}</b><span>${t("kiosk-board-unit")}</span></span>
      <span class="board-range">${estimate ? t(estimate.low ? "kiosk-range" : "kiosk-range-within", { low: estimate.low, high: estimate.high }) : ""}</span>`}
  </li>`;
}

export function Board({ clinic, both }) {
  const { departments } = clinic;
  const pages = Math.ceil(departments.length / A_PAGE);
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setPage((at) => (at + 1) % pages), PAGE_EVERY);
    return () => clearInterval(timer);
  }, [pages]);
  const at = Math.min(page, Math.max(0, pages - 1));
  const shown = departments.slice(at * A_PAGE, at * A_PAGE + A_PAGE);
  const nobody = departments.every(({ waiting }) => !waiting) && departments.some(({ open }) => open);
  return html`<section class="board" aria-label=${t("kiosk-board")}>
    <h2 class="board-head"><b>${t("kiosk-board")}</b>${both && html`<span>${t("kiosk-board-second")}</span>`}
      <span class="board-age">${nobody ? t("kiosk-board-nobody") : t("kiosk-board-age", { time: timeOfDay(clinic.updated_at ?? clinic.now) })}</span></h2>
    <ul class="board-rows">${shown.map((department) => html`<${Row} key=${department.code} department=${department} />`)}</ul>
    ${pages > 1 && html`<div class="board-dots" role="img" aria-label=${t("kiosk-board-page", { page: at + 1, pages })}>
      ${Array.from({ length: pages }, (_, place) => html`<i class=${place === at ? "is-now" : ""}></i>`)}</div>`}
  </section>`;
}

export function EmergencyStrip({ send, both = currentLanguage() === "zh-CN" }) {
  return html`<button type="button" class="emergency" onClick=${() => send("worse")}>
    <${Icon} name="octagon-alert" size=${80} />
    <span class="emergency-words">
      <b>${t("kiosk-emergency-signs")}</b>
      <span>${t("kiosk-emergency-do")}</span>
      ${both && html`<small>${t("kiosk-emergency-second")}</small>`}
    </span>
  </button>`;
}

function Way({ path, icon, look, send, aside }) {
  return html`<button type="button" class=${`way way-${look}`} onClick=${() => send("start", { path })}>
    <${Icon} name=${icon} size=${look === "main" ? 104 : 88} />
    <span class="way-words"><b>${t(`kiosk-way-${path}`)}</b><span>${t(`kiosk-way-${path}-second`)}</span></span>
    ${aside && html`<span class="way-aside">${aside}</span>`}
  </button>`;
}

export function Home({ state, send, onLanguage }) {
  const { clinic, large } = state;
  // Both languages stand here until one of them is chosen.
  const both = !large && state.language === "zh-CN";
  const figures = clinic?.departments?.length;
  return html`<section class="page page-home">
    <${Header} state=${state} />
    <div class="page-body page-in">
      <${Question} class="question-home" help=${both && t("kiosk-home-second")}>${t("kiosk-home-title")}</${Question}>
      ${!large && figures && html`<${Board} clinic=${clinic} both=${both} />`}
      ${!large && !figures && html`<section class="board board-empty" aria-hidden="true"></section>`}
      <div class="home-ask"><h2>${t(large ? "kiosk-home-ask-lines" : "kiosk-home-ask")}</h2>${both && html`<p>${t("kiosk-home-ask-second")}</p>`}</div>
      <div class="ways">
        <${Way} path="appointment" icon="calendar-check" look="main" send=${send} aside=${both && t("kiosk-way-appointment-how")} />
        <${Way} path="known" icon="id-card" look="outline" send=${send} />
        <${Way} path="new" icon="person-plus" look="outline" send=${send} />
      </div>
      <${EmergencyStrip} send=${send} />
    </div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first />
  </section>`;
}
