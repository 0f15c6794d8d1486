/** Whose appointments are shown: a department, then one of its doctors. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { sessionStore } from "../../state/session.js";
import { useStore } from "../../state/store.js";
import { say } from "../../state/words.js";
import { useDepartments } from "../../parts/departments.js";
import { viewStore } from "../view.js";

/** The departments of the tablet's hall; all where the hall has none. */
export function useHallDepartments() {
  const hall = useStore(sessionStore, (value) => value.hall);
  const all = useDepartments();
  const mine = all.filter((one) => one.hall === hall);
  return mine.length ? mine : all;
}

function FilterChip({ chosen, onPress, children }) {
  return html`<button type="button" class="filter-chip" aria-pressed=${String(chosen)} onClick=${onPress}>
    ${chosen && html`<${Icon} name="check" size=${16} />`}${children}</button>`;
}

/** @param {{chosen: string|null, all?: boolean}} props all: whether every department together can be chosen */
export function DepartmentFilter({ chosen, all = true }) {
  const departments = useHallDepartments();
  if (departments.length < 2) return null;
  return html`<div class="filter" role="group" aria-label=${t("staff-rooms-filter")}>
    ${[...(all ? [{ code: null }] : []), ...departments].map((one) => html`<${FilterChip} key=${one.code}
      chosen=${chosen === one.code}
      onPress=${() => viewStore.set({ department: one.code, doctor: null })}>
      ${one.code ? say(one.short ?? one.names) : t("staff-all")}<//>`)}</div>`;
}

/** @param {{doctors: {number: string, names: object}[]}} props those who can be chosen now */
export function Filters({ doctors }) {
  const { department, doctor } = useStore(viewStore);
  return html`<div class="filters">
    <${DepartmentFilter} chosen=${department} />
    ${doctors.length > 1 && html`<div class="filter" role="group" aria-label=${t("staff-appt-filter-doctor")}>
      ${[{ number: null }, ...doctors].map((one) => html`<${FilterChip} key=${one.number} chosen=${doctor === one.number}
        onPress=${() => viewStore.set({ doctor: one.number })}>
        ${one.number ? say(one.names) : t("staff-appt-any-doctor")}<//>`)}</div>`}
  </div>`;
}
