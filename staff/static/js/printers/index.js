/** The printers of the devices page, as they are now: asked again every few seconds, and when a fault comes or goes. */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { api, problemText, sessionLost } from "../state/api.js";
import { hallStore, tasksOf } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { Loading } from "../parts/small.js";
import { PrinterRow } from "./row.js";
import { PrinterSheet } from "./sheet.js";

const AGAIN_AFTER = 5000;

function usePrinters() {
  const [held, setHeld] = useState({ printers: null, problem: null });
  const faults = useStore(hallStore, (value) => tasksOf(value.documents).faults.filter((fault) => fault.kind === "printer").map((fault) => fault.id).join());
  const load = async () => {
    try {
      const { printers } = await api.get("/printers");
      setHeld({ printers, problem: null });
    } catch (problem) {
      if (!sessionLost(problem)) setHeld((before) => ({ ...before, problem }));
    }
  };
  useEffect(() => {
    load();
    const timer = setInterval(load, AGAIN_AFTER);
    return () => clearInterval(timer);
  }, [faults]);
  return { ...held, load };
}

export function PrinterGroup() {
  const { printers, problem, load } = usePrinters();
  const [open, setOpen] = useState(null);
  const chosen = printers?.find((one) => one.code === open);
  return html`<section class="card"><h2>${t("staff-devices-printers")}</h2>
    ${problem && html`<p class="second" role="status">${problemText(problem)}</p>`}
    ${!printers ? !problem && html`<${Loading} text=${t("staff-loading-devices")} rows=${2} />`
      : printers.length
        ? html`<ul class="device-list">${printers.map((one) => html`<${PrinterRow} key=${one.code} printer=${one} onOpen=${() => setOpen(one.code)} />`)}</ul>`
        : html`<p class="second">${t("staff-printers-empty")}</p>`}
    ${chosen && html`<${PrinterSheet} printer=${chosen} printers=${printers} reload=${load} onClose=${() => setOpen(null)} />`}
  </section>`;
}
