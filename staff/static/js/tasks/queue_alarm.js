/** A red flag that turned out to be able to wait: into which queue? */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../parts/act_button.js";
import { DepartmentField } from "../parts/departments.js";
import { Sheet } from "../parts/sheet.js";

export function QueueAlarmSheet({ guard, onClose, onChosen }) {
  const [department, setDepartment] = useState(null);
  return html`<${Sheet} title=${t("staff-alarm-queue-title")} lead=${t("staff-alarm-queue-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="queued" look="primary" size="main" label=${t("staff-alarm-queued")}
      reason=${department ? null : t("staff-choose-department")} onPress=${() => onChosen(department)} />`}>
    <${DepartmentField} value=${department} onValue=${setDepartment} />
  <//>`;
}
