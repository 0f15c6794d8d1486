/** The clinic's departments as choices; a closed one says when it opens. */
import { html, useEffect } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "../state/store.js";
import { refreshClinic } from "../state/api.js";
import { sessionStore } from "../state/session.js";
import { say } from "../state/words.js";
import { ChoiceField } from "./fields.js";

export const useDepartments = () => useStore(sessionStore, (value) => value.clinic?.departments ?? []);

/** The department's short name, or its code where the clinic does not know it. */
export function departmentName(departments, code) {
  const found = departments.find((department) => department.code === code);
  return found ? say(found.names) : (code ?? "");
}

function closedText({ opens_at: time }) {
  return time ? t("staff-opens-at", { time }) : t("staff-closed");
}

export function DepartmentField({ value, onValue, error, label = t("staff-department"), except, current }) {
  const departments = useDepartments();
  useEffect(() => {
    refreshClinic(); // which are open changes at noon
  }, []);
  const options = departments
    .filter((department) => department.code !== except)
    .map((department) => ({
      value: department.code,
      label: `${department.prefix} ${say(department.names)}`,
      detail: department.open === false ? closedText(department) : null,
      // The one where the patient already stands can be kept.
      disabled: department.open === false && department.code !== current,
    }));
  return html`<${ChoiceField} name="department" label=${label} options=${options} value=${value} onValue=${onValue}
    error=${error} />`;
}
