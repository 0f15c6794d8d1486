/** The virtual paper roll: every slip that a virtual printer has put out, the newest on top, each under its printer. */
import { ApiProblem, createApi } from "../js/api.js";
import { timeOfDay } from "../js/clock.js";
import { currentLanguage, loadLanguage, pick, t } from "../js/language.js";
import { Icon, html, render } from "../js/parts.js";
import { RollButtons, RollState } from "./buttons.js";

const POLL_MS = 2000;
const POLL_MOST_MS = 15_000;
const SHOWN = 30;

const api = createApi();
/** Where nobody tries it out on this very machine, staff are asked for who they are. */
const staff = createApi({ csrf: true });
const place = document.getElementById("app");
/** Slips that stood there when the page was opened do not slide out. */
const seen = new Set();

/** `touched` is the printer to which something is being done, `refused` why it was not.
 * @type {{printers: any[] | null, closed: boolean, offline: boolean, touched: string | null, refused: string | null}} */
let state = { printers: null, closed: false, offline: false, touched: null, refused: null };
let failures = 0;

async function ask() {
  try {
    const { printers } = await api.get("/printers/virtual");
    failures = 0;
    state = { ...state, printers: printers.map(ordered), closed: false, offline: false };
  } catch (problem) {
    failures += 1;
    const closed = problem instanceof ApiProblem && [401, 403, 404].includes(problem.status);
    state = { ...state, closed, offline: !closed };
  }
  draw();
  setTimeout(ask, Math.min(POLL_MOST_MS, POLL_MS * 2 ** Math.min(failures, 3)));
}

/** Somebody does something to a printer; the page shows what became of it. */
async function touch(printer, change) {
  state = { ...state, touched: printer, refused: null };
  draw();
  try {
    const path = `/printers/virtual/${printer}/trouble`;
    const changed = ordered(await api.post(path, change).catch((problem) => (problem.code === "csrf" ? staff.post(path, change) : Promise.reject(problem))));
    state = { ...state, printers: state.printers.map((one) => (one.printer === printer ? changed : one)) };
  } catch (problem) {
    state = { ...state, refused: problem instanceof ApiProblem ? problem.detail : t("common-roll-not-done") };
  }
  state = { ...state, touched: null };
  draw();
}

function ordered(printer) {
  const slips = [...printer.slips].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return { ...printer, slips: slips.slice(0, SHOWN), count: slips.length };
}

function draw() {
  render(html`<${Page} ...${state} />`, place);
  for (const printer of state.printers ?? []) for (const slip of printer.slips) seen.add(slip.id);
}

function Page({ printers, closed, offline, touched, refused }) {
  return html`<div class="roll-page">
    <header class="roll-head">
      <a class="roll-home" href="/"><${Icon} name="arrow-left" size=${26} /><span>${t("common-page-home")}</span></a>
      <h1>${t("common-roll-title")}</h1>
      <p class="second">${t("common-roll-lead")}</p>
    </header>
    <main>${body(printers, closed, touched)}</main>
    ${refused && html`<p class="roll-offline" role="alert"><${Icon} name="octagon-alert" /><span>${refused}</span></p>`}
    ${offline && html`<p class="roll-offline" role="status"><${Icon} name="wifi-off" /><span>${t("common-reconnecting")}</span></p>`}
  </div>`;
}

function body(printers, closed, touched) {
  if (closed) {
    return html`<${Said} icon="lock" title=${t("common-roll-closed")} second=${t("common-roll-closed-second")} />`;
  }
  if (!printers) return html`<p class="second">${t("common-loading")}</p>`;
  if (!printers.length) return html`<${Said} icon="printer" title=${t("common-roll-none")} second=${t("common-roll-none-second")} />`;
  const empty = !printers.some((printer) => printer.slips.length);
  return html`${empty && html`<${Said} icon="printer" title=${t("common-roll-empty")} second=${t("common-roll-empty-second")} />`}
    <div class="rolls">${printers.map((printer) => html`<${Roll} key=${printer.printer} printer=${printer} busy=${touched === printer.printer} />`)}</div>`;
}

function Said({ icon, title, second }) {
  return html`<div class="roll-said">
    <${Icon} name=${icon} size=${88} />
    <h2>${title}</h2>
    <p class="second">${second}</p>
  </div>`;
}

function Roll({ printer, busy }) {
  const name = nameOf(printer);
  return html`<section class="roll" aria-label=${name}>
    <header class="roll-printer">
      <${Icon} name="printer" size=${26} />
      <h2>${name}</h2>
      <span class="second">${t("common-roll-count", { count: printer.count })}</span>
    </header>
    <div class="roll-touch">
      <${RollState} trouble=${printer.trouble} />
      <${RollButtons} trouble=${printer.trouble} busy=${busy} printer=${name} onChange=${(change) => touch(printer.printer, change)} />
    </div>
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
