/** What is said and whom to ring, each behind its own touch: opening one closes the other (R106, R107). */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { Person } from "../patient/person.js";

/**
 * @param {{id: string, path: string, label: string, shown: "words"|"person"|null, onShow: (shown: string|null) => void,
 *          children: any}} props path: where the person is asked for; children: what is said
 */
export function Contact({ id, path, label, shown, onShow, children }) {
  const key = (name, icon, words) => html`<button type="button" class="button button-quiet is-small"
    aria-expanded=${String(shown === name)}
    aria-controls=${`${name}-${id}`} onClick=${() => onShow(shown === name ? null : name)}><${Icon} name=${icon}
      size=${22} />${words}</button>`;
  return html`<div class="contact">
    <div class="contact-keys">${key("words", "message", label)}${key("person", "phone", t("staff-tab-person"))}</div>
    <div id=${`words-${id}`}>${shown === "words" && html`<blockquote
      class="apology-words"><p>${children}</p></blockquote>`}</div>
    <div id=${`person-${id}`}>${shown === "person" && html`<${Person} ticket=${{ id }} path=${path} />`}</div>
  </div>`;
}
