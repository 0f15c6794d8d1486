/** Which hall this tablet looks after; remembered on the tablet. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { hallsFor, sessionStore } from "./state/session.js";
import { enterHall, signOut } from "./state/api.js";
import { useStore } from "./state/store.js";
import { beside, listed, say } from "./state/words.js";
import { Empty } from "./parts/small.js";
import { LanguageSwitch } from "./parts/language_switch.js";

export function ChooseHall() {
  const { staff, clinic } = useStore(sessionStore);
  const halls = hallsFor(staff, clinic);
  const departments = (hall) =>
    (clinic?.departments ?? []).filter((department) => department.hall === hall.code).map((one) => say(one.short ?? one.names));
  return html`<main class="gate">
    <div class="gate-card">
      <header class="gate-head">
        <span class="mark-tile" aria-hidden="true">${t("staff-mark")}</span>
        <div><h1>${t("staff-hall-title", { name: staff.name })}</h1><p>${t("staff-hall-lead")}</p></div>
        <${LanguageSwitch} />
      </header>
      <ul class="hall-choices">
        ${halls.map(
          (hall) => html`<li key=${hall.code}>
            <button type="button" class="hall-choice" onClick=${() => enterHall(hall.code)}>
              <${Icon} name="layout" size=${40} />
              <span><strong>${say(hall.names)}</strong>
              <small>${beside([say(hall.place), listed(departments(hall))])}</small></span>
            </button>
          </li>`,
        )}
      </ul>
      ${!halls.length && html`<${Empty} icon="layout" text=${t("staff-no-halls")}
        detail=${t("staff-no-halls-detail")} />`}
      <button type="button" class="button button-quiet" onClick=${signOut}>
        <${Icon} name="logout" size=${22} />${t("staff-sign-out")}
      </button>
    </div>
  </main>`;
}
