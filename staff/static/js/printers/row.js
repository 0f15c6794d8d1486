/** One printer of the devices page: where it stands, how it is and since when, what it owes, what came out last. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { clock } from "../state/time.js";
import { beside, listed, say } from "../state/words.js";
import { Tag } from "../parts/small.js";
import { lastId, printerTag } from "./states.js";

export const printerName = (printer) => say(printer.names) || printer.code;

/** When the printer was last asked, and since when it is as it is. */
const known = ({ known_at: at, since, trouble }) =>
  at && (trouble ? t("staff-printer-since", { since: clock(since), time: clock(at) }) : t("staff-printer-known", { time: clock(at) }));

/** Whom it serves, when staff took it out, when it is expected back. */
function first(printer) {
  const { out } = printer;
  if (out) {
    const by = out.by && t("staff-printer-out-by", { name: out.by.name, time: clock(out.since) });
    return beside([out.reason, by, out.until && t("staff-printer-until", { time: clock(out.until) })]);
  }
  const serves = listed(printer.serves.map((names) => say(names)));
  return beside([say(printer.place) || (serves && t("staff-printer-serves", { devices: serves })), known(printer)]);
}

export function second({ last, owed, dropped }) {
  return beside([
    last && t(lastId(last), { number: last.number, time: clock(last.at) }),
    owed > 0 && t("staff-printer-owed", { count: owed }),
    dropped > 0 && t("staff-printer-dropped", { count: dropped }),
  ]);
}

export function PrinterRow({ printer, onOpen }) {
  const tag = printerTag(printer);
  const name = printerName(printer);
  const paper = second(printer);
  return html`<li class="device-row" id=${`device-${printer.code}`}>
    <span class=${`task-icon ${printer.trouble && !printer.out ? "is-warn" : ""}`}><${Icon} name="printer" size=${26} /></span>
    <div class="task-words"><h3>${name}</h3><p>${first(printer)}</p>${paper && html`<p>${paper}</p>`}</div>
    ${printer.chosen && html`<${Tag} kind="tint" icon="settings">${t("staff-printer-chosen")}<//>`}
    <${Tag} kind=${tag.kind} icon=${tag.icon}>${t(tag.id)}<//>
    <button type="button" class="button button-quiet is-side" aria-label=${t("staff-printer-manage", { printer: name })}
      onClick=${onOpen}>${t("staff-printer-open")}</button>
  </li>`;
}
