/** Chinese or English, each named in itself. */
import { html } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { LANGUAGES, chooseLanguage } from "../state/languages.js";

export function LanguageSwitch() {
  return html`<div class="languages" role="group" aria-label=${t("staff-language")}>
    ${LANGUAGES.map(
      ({ code, name }) => html`<button type="button" key=${code} lang=${code} class="language"
        aria-pressed=${currentLanguage() === code ? "true" : "false"}
        onClick=${() => chooseLanguage(code)}>${name}</button>`,
    )}
  </div>`;
}
