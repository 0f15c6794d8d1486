/** The house's sheet with a title, a body that scrolls and an action that stays in reach. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Sheet as HouseSheet } from "/static/house/js/parts.js";

/** @param {{title: string, lead?: string, onClose: () => void, children: any, foot?: any}} props */
export function Sheet({ title, lead, onClose, children, foot }) {
  return html`<${HouseSheet} label=${title} onClose=${onClose} class="staff-sheet">
    <div class="staff-sheet-head">
      <div><h2>${title}</h2>${lead && html`<p>${lead}</p>`}</div>
      <button type="button" class="icon-button" aria-label=${t("staff-close")} onClick=${onClose}>
        <${Icon} name="close" size=${24} />
      </button>
    </div>
    <div class="staff-sheet-body">${children}</div>
    ${foot && html`<div class="staff-sheet-foot">${foot}</div>`}
  <//>`;
}
