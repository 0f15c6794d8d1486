/** The appointment on paper, for whoever stands at the desk (R65). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { ActButton } from "../parts/act_button.js";

export function PrintButton({ appointment, size, reason }) {
  const guard = `print/${appointment.id}`;
  const print = () => act({
    key: guard, verb: "print", run: () => api.post(`/appointments/${appointment.id}/print`, {}),
    done: () => t("staff-appt-printing"), icon: "printer", failed: t("staff-appt-failed-print"),
  });
  return html`<${ActButton} guard=${guard} verb="print" look="quiet" icon="printer" size=${size} reason=${reason} label=${t("staff-appt-print")}
    onPress=${print} />`;
}
