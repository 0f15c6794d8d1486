// Nobody found, or no appointment: always three ways on.
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Page, Question } from "../frame.js";

const OTHER_WAY = {
  known: { phone: "name", name: "phone", id: "phone" }, appointment: { phone: "code", code: "phone" },
};

export function NotFound({ state, send, onLanguage }) {
  const kind = state.path === "appointment" ? "appointment" : "known";
  const { findBy } = state.form;
  const other = OTHER_WAY[kind][findBy];
  return html`<${Page} name="not-found" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question} help=${t(`kiosk-not-found-${kind}-help`)}>${t(`kiosk-not-found-${kind}`)}</${Question}>
    <svg class="not-found-art" viewBox="0 0 312 236" aria-hidden="true" focusable="false">
      <rect class="art-card" x="3" y="3" width="280" height="186" rx="18" />
      <circle class="art-fill" cx="82" cy="76" r="28" /><path class="art-fill" d="M38 150 Q42 108 82 108 Q122 108 126 150Z" />
      <path class="art-line" d="M158 66h92M158 100h92M158 134h40" />
      <circle class="art-glass" cx="232" cy="156" r="48" /><path class="art-handle" d="M268 192 L302 226" />
    </svg>
    <div class=${`choices choices-low ${kind === "appointment" ? "is-four" : ""}`}>
      <${ChoiceCard} look="main" icon="refresh" name=${t("kiosk-find-other")} second=${t(kind === "known" ? `kiosk-find-other-${findBy}` : `kiosk-appointment-other-${findBy}`)}
        onClick=${() => send("findAgain", { findBy: other })} />
      ${kind === "known"
        ? html`<${ChoiceCard} icon="person-plus" name=${t("kiosk-register-new")} second=${t("kiosk-register-new-second")} onClick=${() => send("registerAsNew")} />`
        : html`<${ChoiceCard} icon="ticket" name=${t("kiosk-walk-in")} second=${t("kiosk-walk-in-second")} onClick=${() => send("walkIn")} />`}
      ${kind === "appointment" && html`<${ChoiceCard} icon="calendar" name=${t("kiosk-book")} second=${t("kiosk-book-second")} onClick=${() => send("startBooking")} />`}
      <${ChoiceCard} icon="headset-person" name=${t("kiosk-find-help")} second=${t("kiosk-find-help-second")} onClick=${() => send("help")} />
    </div>
  </${Page}>`;
}
