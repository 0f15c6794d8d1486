import { Button, Toasts, html, useEffect, useNow, useState } from "../../js/parts.js";
import { t } from "../../js/language.js";
import { CalledPage } from "./called.js";
import { Frame } from "./frame.js";
import { LeaveSheet, ReadingSheet } from "./sheets.js";
import { useHelp } from "./help.js";
import { STALE_MS } from "./ticket.js";
import { EndPage, LoadingPage, MissedPage, UnknownPage, UrgentPage } from "./other-pages.js";
import { WaitingPage } from "./waiting.js";
import { WorseSheet } from "./worse-sheet.js";

/**
 * @typedef {object} PhoneState
 * @property {import("./ticket.js").PhoneTicket | null} ticket the last answer
 * @property {number | null} heardAt monotonic milliseconds of it
 * @property {boolean} unknown
 * @property {boolean} trouble the last try did not reach the server
 */

/** @typedef {(name: "worse" | "leave" | "help" | "offers" | "rebook", body: object) => Promise<any>} Act */

const ACTIONS = {
  waiting: ["worse", "leave"],
  called: ["help"],
  in_room: ["help"],
  out: ["worse", "leave"],
  missed: ["help", "leave"],
  urgent: [],
};

const BODIES = { waiting: WaitingPage, out: MissedPage, missed: MissedPage, urgent: UrgentPage };

/**
 * The whole page. Which body it shows follows the ticket's state; yellow only while called and connected.
 * @param {PhoneState & {act: Act, onLanguage: (language: string) => void}} props
 */
export function App({ ticket, heardAt, unknown, trouble, act, onLanguage }) {
  const [sheet, setSheet] = useState(/** @type {"worse" | "leave" | "reading" | null} */ (null));
  const help = useHelp(act);
  useNow();
  const stale = heardAt !== null && performance.now() - heardAt > STALE_MS;
  const phase = phaseOf(ticket, unknown, stale);

  useEffect(() => {
    document.documentElement.dataset.phase = phase;
  }, [phase]);

  // A call or an alarm is more important than whatever sheet is open.
  useEffect(() => {
    if (phase === "called" || phase === "urgent") setSheet(null);
  }, [phase]);

  const close = () => setSheet(null);
  const actions = phase === "unknown" || phase === "loading" ? [] : (ACTIONS[ticket.state] ?? []);
  const buttons = {
    worse: html`<${Button} look="danger" icon="pulse" disabled=${stale} reason=${t("phone-offline-speak")} onClick=${() => setSheet("worse")}>
      ${t("phone-worse")}
    <//>`,
    leave: html`<${Button} look="quiet" icon="calendar-check" disabled=${stale} onClick=${() => setSheet("leave")}>
      ${t("phone-leave")}
    <//>`,
    help: html`<${Button}
      look=${phase === "called" ? "dark" : "secondary"}
      icon="headset-person"
      disabled=${stale}
      busy=${help.busy}
      busyText=${t("phone-help-sending")}
      onClick=${help.ask}
    >
      ${t("phone-help")}
    <//>`,
  };
  const name = sheet && !stale ? sheet : null;
  return html`<${Frame}
      ticket=${ticket}
      stale=${stale}
      heardAt=${heardAt}
      onLanguage=${onLanguage}
      actions=${actions.map((action) => buttons[action])}
    >
      ${body(phase, { ticket, stale, trouble, onReading: () => setSheet("reading") })}
    <//>
    ${name === "worse" && html`<${WorseSheet} ticket=${ticket} act=${act} onClose=${close} />`}
    ${name === "leave" && html`<${LeaveSheet} ticket=${ticket} act=${act} onClose=${close} />`}
    ${name === "reading" && html`<${ReadingSheet} ticket=${ticket} onClose=${close} />`}
    <${Toasts} />`;
}

function phaseOf(ticket, unknown, stale) {
  if (unknown) return "unknown";
  if (!ticket) return "loading";
  return ticket.state === "called" && stale ? "called-before" : ticket.state;
}

function body(phase, props) {
  if (phase === "unknown") return html`<${UnknownPage} />`;
  if (phase === "loading") return html`<${LoadingPage} trouble=${props.trouble} />`;
  if (phase === "called") return html`<${CalledPage} ...${props} />`;
  const Body = BODIES[props.ticket.state] ?? EndPage;
  return html`<${Body} ...${props} />`;
}
