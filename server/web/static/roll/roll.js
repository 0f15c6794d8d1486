/** The virtual paper roll: every slip that a virtual printer has put out, the newest on top, each under its printer. */
import { ApiProblem, createApi } from "../js/api.js";
import { timeOfDay } from "../js/clock.js";
import { currentLanguage, loadLanguage, pick, t } from "../js/language.js";
import { Icon, html, render } from "../js/parts.js";

const POLL_MS = 2000;
const POLL_MOST_MS = 15_000;
const SHOWN = 30;

const api = createApi();
const place = document.getElementById("app");
/** Slips that stood there when the page was opened do not slide out. */
const seen = new Set();

/** @type {{printers: any[] | null, closed: boolean, offline: boolean}} */
let state = { printers: null, closed: false, offline: false };
let failures = 0;

async function ask() {
  try {
    const { printers } = await api.get("/printers/virtual");
    failures = 0;
    state = { printers: printers.map(ordered), closed: false, offline: false };
  } catch (problem) {
    failures += 1;
    const closed = problem instanceof ApiProblem && [401, 403, 404].includes(problem.status);
    state = { ...state, closed, offline: !closed };
  }
  draw();
  setTimeout(ask, Math.min(POLL_MOST_MS, POLL_MS * 2 ** Math.min(failures, 3)));
}

function ordered(printer) {
  const slips = [...printer.slips].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return { ...printer, slips: slips.slice(0, SHOWN), count: slips.length };
}

function draw() {
  render(html`<${Page} ...${state} />`, place);
  for (const printer of state.printers ?? []) for (const slip of printer.slips) seen.add(slip.id);
}

function Page({ printers, closed, offline }) {
  return html`<div class="roll-page">
    <header class="roll-head">
      <a class="roll-home" href="/"><${Icon} name="arrow-left" size=${26} /><span>${t("common-page-home")}</span></a>
      <h1>${t("common-roll-title")}</h1>
      <p class="second">${t("common-roll-lead")}</p>
    </header>
    <main>${body(printers, closed)}</main>
    ${offline && html`<p class="roll-offline" role="status"><${Icon} name="wifi-off" /><span>${t("common-reconnecting")}</span></p>`}
  </div>`;
}

function body(printers, closed) {
  if (closed) {
    return html`<${Said} icon="lock" title=${t("common-roll-closed")} second=${t("common-roll-closed-second")} />`;
  }
  if (!printers) return html`<p class="second">${t("common-loading")}</p>`;
  if (!printers.some((printer) => printer.slips.length)) {
    return html`<${Said} icon="printer" title=${t("common-roll-empty")} second=${t("common-roll-empty-second")} />`;
  }
  // A printer that put nothing out yet would only take place.
  const used = printers.filter((printer) => printer.slips.length);
  return html`<div class="rolls">${used.map((printer) => html`<${Roll} key=${nameOf(printer)} printer=${printer} />`)}</div>`;
}

function Said({ icon, title, second }) {
  return html`<div class="roll-said">
    <${Icon} name=${icon} size=${88} />
    <h2>${title}</h2>
    <p class="second">${second}</p>
  </div>`;
}

function Roll({ printer }) {
  const name = nameOf(printer);
  return html`<section class="roll" aria-label=${name}>
    <header class="roll-printer">
      <${Icon} name="printer" size=${26} />
      <h2>${name}</h2>
      <span class="second">${t("common-roll-count", { count: printer.count })}</span>
    </header>
    <div class="roll-slot" aria-hidden="true"></div>
    <ol class="roll-paper">
      ${printer.slips.map((slip) => html`<${Slip} key=${slip.id} slip=${slip} printer=${name} />`)}
    </ol>
  </section>`;
}

function Slip({ slip, printer }) {
  const time = timeOfDay(slip.at);
  return html`<li class=${`slip ${isNew(slip) ? "slip-new" : ""}`}>
    <img src=${slip.png} alt=${t("common-roll-slip", { printer, time })} decoding="async" />
    <p class="slip-line">
      <time datetime=${slip.at}>${time}</time>
      ${slip.copy && html`<span class="badge">${t("common-roll-copy")}</span>`}
    </p>
  </li>`;
}

/** A slip slides out once: the class stays with it while the page lives. */
const sliding = new Set();
let first = true;
function isNew(slip) {
  if (!seen.has(slip.id) && !first) sliding.add(slip.id);
  return sliding.has(slip.id);
}

function nameOf(printer) {
  if (printer.names) return pick(printer.names);
  return typeof printer.printer === "string" ? printer.printer : pick(printer.printer.names);
}

await loadLanguage(currentLanguage(), ["common"]);
await ask();
first = false;
