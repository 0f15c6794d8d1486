// The number: number, place, people and range, code for the phone, paper; in this order (R43, R53). It never waits
// for the printer.
import { timeOfDay } from "/static/house/js/clock.js";
import { pick, t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { Plate } from "/static/house/js/parts/plate.js";
import { html, useLayoutEffect, useRef } from "/static/vendor/htm-preact.js";
import { useCountdown } from "../countdown.js";
import { departmentOf } from "../flow.js";
import { printState } from "../flow/print.js";
import { Header, Question, ServiceBar } from "../frame.js";

const SHOWN_FOR = 30;
/** Without paper people write down or photograph the number: nobody counts them down. */
const SHOWN_WITHOUT_PAPER = 90;

/** Takes the first of the looks in which no line of figures or of the place leaves its column; the last one wraps. */
function useFit(looks, of) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const leaves = (line) => line.scrollWidth > line.clientWidth + 1;
    const measure = () => looks.some((look) => {
      if (!box.current) return true;
      box.current.dataset.fit = look;
      return ![...box.current.querySelectorAll("[data-line]")].some(leaves);
    });
    measure();
    document.fonts.ready.then(measure);
    document.fonts.addEventListener("loadingdone", measure);
    return () => document.fonts.removeEventListener("loadingdone", measure);
  }, [of]);
  return box;
}

const PLACE_LOOKS = ["beside", "beside-small", "below", "below-small", "lines"];
const FIGURE_LOOKS = ["full", "step", "below"];

function Place({ ticket, department, large }) {
  const place = pick(ticket.place ?? department?.place);
  const way = pick(ticket.way ?? department?.way);
  const box = useFit(PLACE_LOOKS, `${place}/${way}/${large}`);
  return html`<div class="place" ref=${box}>
    <${Icon} name="pin" size=${72} />
    <span class="place-words"><span>${t("kiosk-ticket-go")}</span><b data-line>${place}</b></span>
    ${way && html`<span class="place-way">${way}</span>`}
  </div>`;
}

/** "25–40 分钟"; a wait that may be none is told by its end only, never as 0 minutes. */
function Range({ estimate: { low, high } }) {
  if (low) return html`<p data-line><b class="number">${low}–${high}</b>${t("kiosk-minutes-unit")}</p>`;
  const [before, after] = t("kiosk-within-minutes", { high }).split(String(high));
  return html`<p data-line>${before.trim()}<b class="number">${high}</b>${after.trim()}</p>`;
}

/** Who came before the booked time is not counted down with those who wait: they are called at their time. */
function Booked({ appointment, large }) {
  const box = useFit(FIGURE_LOOKS, `${appointment.starts_at}/${t("kiosk-ticket-booked-call")}/${large}`);
  return html`<div class="ahead ahead-booked" ref=${box}>
    <div class="ahead-people"><span>${t("kiosk-ticket-booked")}</span><p data-line><b class="number">${timeOfDay(appointment.starts_at)}</b></p></div>
    <div class="ahead-range"><p class="ahead-next">${t("kiosk-ticket-booked-call")}</p><span>${t("kiosk-ticket-booked-sooner")}</span></div>
  </div>`;
}

function Ahead({ ticket, large }) {
  const { ahead, returning_ahead: returning, estimate, expected } = ticket;
  const box = useFit(FIGURE_LOOKS, `${ahead}/${estimate?.low}/${estimate?.high}/${t("kiosk-minutes-unit")}/${large}`);
  return html`<div class="ahead" ref=${box}>
    ${ahead
      ? html`<div class="ahead-people">
          <span>${t("kiosk-ticket-ahead")}</span>
          <p data-line><b class="number">${ahead}</b>${t("kiosk-people-unit", { count: ahead })}</p>
          ${returning > 0 && html`<span>${t("kiosk-ticket-returning", { count: returning })}</span>`}
        </div>`
      : html`<div class="ahead-people ahead-alone"><p class="ahead-next">${t("kiosk-ticket-next")}</p></div>`}
    <div class="ahead-range">
      <span>${t("kiosk-ticket-wait")}</span>
      ${estimate ? html`<${Range} estimate=${estimate} />` : html`<p class="ahead-next">${t("kiosk-ticket-soon")}</p>`}
      ${expected && html`<span>${t("kiosk-ticket-expected", { from: timeOfDay(expected.from), to: timeOfDay(expected.to) })}</span>`}
    </div>
  </div>`;
}

function Scan({ ticket, trouble, elsewhere }) {
  const companion = ticket.companion > 0;
  return html`<div class="scan-words">
    <h2>${t(trouble ? "kiosk-scan-save" : "kiosk-scan")}<br />${t(trouble ? "kiosk-scan-save-second" : "kiosk-scan-second")}</h2>
    <hr />
    ${trouble
      ? html`<p>${t("kiosk-no-paper-told")}<br /><b>${elsewhere ? t("kiosk-print-moved", { place: elsewhere }) : t("kiosk-no-paper-desk")}</b></p>`
      : html`<p>${t("kiosk-worse-first")}<br /><b>${t("kiosk-worse-second")}</b><br />${t("kiosk-worse-third")}</p>`}
    <p class="scan-companion"><${Icon} name=${companion ? "people" : "user"} size=${40} /><span>${t(companion ? "kiosk-companion-one" : "kiosk-companion-none")}</span></p>
  </div>`;
}

/** Whoever came for an appointment reads when it is; everybody else what to listen for. */
function helpOf({ appointment }) {
  if (!appointment) return t("kiosk-ticket-help");
  return t(`kiosk-ticket-${appointment.arrival.replace("_", "-")}`, { time: timeOfDay(appointment.starts_at) });
}

const PRINT = {
  waiting: ["printer", "kiosk-print-now", "kiosk-print-slot"],
  printing: ["printer", "kiosk-print-now", "kiosk-print-slot"],
  sent: ["printer", "kiosk-print-sent", "kiosk-print-slot"],
  printed: ["check", "kiosk-print-done", "kiosk-print-slot"],
  trouble: ["triangle", "kiosk-print-trouble", "kiosk-print-trouble-second"],
};
/** The slip comes out of another printer: what is said in place of "take it below". */
const ELSEWHERE = { sent: "kiosk-print-sent", printed: "kiosk-print-done-there" };

/** @param {{print: object|null, slip?: string}} props slip: whose words it says, a ticket's or an appointment's */
export function PrintStrip({ print, slip = "" }) {
  const state = printState(print);
  const [icon, title, usual] = PRINT[state];
  const second = slip && state === "trouble" ? "kiosk-booked-paper-second" : usual;
  const moved = print?.state !== "dropped" && pick(print?.moved_names);
  return html`<div class=${`print print-${state} ${moved ? "print-there" : ""}`} role="status">
    <${Icon} name=${icon} size=${56} />
    <span><b>${t(moved ? ELSEWHERE[state] ?? "kiosk-print-there" : title)}</b><span>${moved ? t("kiosk-print-moved", { place: moved }) : t(second)}</span></span>
    ${["waiting", "printing"].includes(state) && html`<i class="print-line"></i>`}
  </div>`;
}

export function Ticket({ state, send, onLanguage }) {
  const { ticket, print } = state;
  const trouble = printState(print) === "trouble";
  const left = useCountdown(trouble ? SHOWN_WITHOUT_PAPER : SHOWN_FOR, () => send("wipe"));
  const department = departmentOf(state, ticket.department);
  return html`<section class="page page-ticket">
    <${Header} state=${state} />
    <div class="page-body page-in">
      <${Question} help=${helpOf(ticket)}>${t("kiosk-ticket-title")}</${Question}>
      <div class="ticket-number"><${Plate} number=${ticket.number} wide /></div>
      <div class="ticket-cards">
        <section class="ticket-card">
          <${Place} ticket=${ticket} department=${department} large=${state.large} />
          ${ticket.appointment?.arrival === "early"
            ? html`<${Booked} appointment=${ticket.appointment} large=${state.large} />`
            : html`<${Ahead} ticket=${ticket} large=${state.large} />`}
        </section>
        <div class="scan">
          <div class="scan-code"><img src=${`/api/v1/public/tickets/${ticket.token}/qr.svg`} alt=${t("kiosk-scan-alt")} width="298" height="298" /></div>
          <${Scan} ticket=${ticket} trouble=${trouble} elsewhere=${print?.state === "trouble" && pick(print.moved_names)} />
        </div>
      </div>
      <div class="ticket-foot">
        <${PrintStrip} print=${print} />
        <button type="button" class="action action-main" onClick=${() => send("wipe")}>
          ${trouble ? html`<span>${t("kiosk-ticket-noted")}</span>`
            : html`<span>${t("kiosk-ticket-done")}</span><small>${t("kiosk-ticket-left", { seconds: left })}</small>`}
        </button>
      </div>
    </div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first />
  </section>`;
}
