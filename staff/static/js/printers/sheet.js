/** What can be done with a printer, each saying why when it cannot; and the numbers that it owes or did not print. */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api, problemText, sessionLost } from "../state/api.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { ActButton } from "../parts/act_button.js";
import { Sheet } from "../parts/sheet.js";
import { Loading, Tag } from "../parts/small.js";
import { DropSheet, MoveSheet, OutSheet } from "./care.js";
import { printerName, second } from "./row.js";
import { SettingsSheet } from "./settings.js";
import { printerTag } from "./states.js";

/** Reasons with words of their own. */
const REASONS = new Set(["too_old", "overtaken", "unsure", "by_staff"]);

function Numbers({ title, slips, owed }) {
  if (!slips.length) return null;
  return html`<section class="slip-list"><h3>${title}</h3><ul>
    ${slips.map((slip) => html`<li key=${slip.id}><b class="number">${slip.number}</b><span>${clock(slip.at)}</span>
      ${slip.copy && html`<${Tag}>${t("staff-printer-copy")}<//>`}
      ${!owed && REASONS.has(slip.reason) && html`<span>${t(`staff-printer-dropped-${slip.reason.replaceAll("_", "-")}`)}</span>`}
    </li>`)}</ul></section>`;
}

function useSlips(code) {
  const [held, setHeld] = useState({ slips: null, problem: null });
  const load = async () => {
    try {
      setHeld({ slips: await api.get(`/printers/${code}/slips`), problem: null });
    } catch (problem) {
      if (!sessionLost(problem)) setHeld((before) => ({ ...before, problem }));
    }
  };
  useEffect(() => { load(); }, [code]);
  return held;
}

function Actions({ printer, name, onSheet, reload }) {
  const guard = `printer/${printer.code}`;
  const post = (verb, done, icon) => act({
    key: guard, verb, icon, run: () => api.post(`/printers/${printer.code}/${verb}`, {}), done: () => done, failed: t("staff-failed-save"),
  }).then(reload);
  const staff = useStore(sessionStore, (value) => value.staff);
  const none = printer.owed > 0 ? null : t("staff-printer-owes-nothing");
  const line = (verb, icon, label, onPress, more = {}) => html`<${ActButton} guard=${guard} verb=${verb} size="line" icon=${icon}
    right="printers.work" label=${label} onPress=${onPress} ...${more} />`;
  return html`<div class="more-lines">
    ${line("test", "printer", t("staff-printer-test"), () => post("test", t("staff-printer-test-sent", { printer: name }), "printer"),
      { reason: printer.out ? t("staff-printer-is-out") : null })}
    ${line("move", "shuffle", t("staff-printer-move"), () => onSheet("move"), { local: true, reason: none })}
    ${printer.out
      ? line("back", "check-circle", t("staff-printer-back"), () => post("back", t("staff-printer-back-done", { printer: name })))
      : line("out", "pause", t("staff-printer-take-out"), () => onSheet("out"), { local: true })}
    ${line("drop", "trash", t("staff-printer-drop"), () => onSheet("drop"), { local: true, look: "danger", reason: none })}
    ${may(staff, "printers.configure") && line("settings", "settings", t("staff-printer-settings"), () => onSheet("settings"), { local: true })}
  </div>`;
}

export function PrinterSheet({ printer, printers, reload, onClose }) {
  const [sheet, setSheet] = useState(null);
  const { slips, problem } = useSlips(printer.code);
  const name = printerName(printer);
  const own = { printer, printers, name, reload, onClose: () => setSheet(null), onDone: onClose };
  if (sheet === "move") return html`<${MoveSheet} ...${own} />`;
  if (sheet === "out") return html`<${OutSheet} ...${own} />`;
  if (sheet === "drop") return html`<${DropSheet} ...${own} />`;
  if (sheet === "settings") return html`<${SettingsSheet} ...${own} />`;
  return html`<${Sheet} title=${name} lead=${second(printer) || t(printerTag(printer).id)} onClose=${onClose}>
    <${Actions} printer=${printer} name=${name} onSheet=${setSheet} reload=${reload} />
    ${slips
      ? html`<${Numbers} title=${t("staff-printer-owed-title")} slips=${slips.owed} owed />
          <${Numbers} title=${t("staff-printer-dropped-title")} slips=${slips.dropped} />`
      : problem ? html`<p class="second">${problemText(problem)}</p>` : html`<${Loading} text=${t("staff-printer-loading")} rows=${2} />`}
  <//>`;
}
