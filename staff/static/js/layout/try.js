/** A ticket of nobody on a real printer, in the layout that is being looked at; nothing is saved by it. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { useAsked } from "../state/asked.js";
import { ActButton } from "../parts/act_button.js";
import { printerName } from "../printers/row.js";
import { shownOf } from "./form.js";

export function TryCard({ form, reader, onProblem }) {
  const { answer } = useAsked("/printers");
  const [code, setCode] = useState(null);
  const printers = answer?.printers ?? [];
  const chosen = printers.find((one) => one.code === code) ?? printers.find((one) => !one.out) ?? printers[0];
  const print = () => act({
    key: "layout/test", verb: "test", icon: "printer", failed: t("staff-layout-failed-test"), onProblem,
    run: () => api.post("/ticket-layout/test", { layout: shownOf(form), printer: chosen.code, reader }),
    done: () => t("staff-layout-test-sent", { printer: printerName(chosen) }),
  });
  const reason = !chosen ? t("staff-printers-empty") : chosen.out ? t("staff-printer-is-out") : null;
  return html`<section class="card layout-card"><h2>${t("staff-layout-test-title")}</h2>
    <p class="second">${t("staff-layout-test-help")}</p>
    <div class="layout-test">
      ${chosen && html`<select class="field-input" aria-label=${t("staff-printer-goal")} value=${chosen.code} onChange=${(event) => setCode(event.currentTarget.value)}>
        ${printers.map((one) => html`<option key=${one.code} value=${one.code}>${printerName(one)}</option>`)}</select>`}
      <${ActButton} guard="layout/test" verb="test" size="side" icon="printer" right="tickets.layout" label=${t("staff-layout-test")} reason=${reason} onPress=${print} />
    </div>
  </section>`;
}
