/** A task in one line: what, since when, and one action. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";

/** @param {{id: string, icon: string, tone?: "warn"|"plain", title: string, detail: any, action: any, claimed?: boolean}} props */
export function TaskLine({ id, icon, tone = "plain", title, detail, action, claimed, children }) {
  return html`<li class=${`card task task-line ${claimed ? "is-claimed" : ""}`} data-task=${id}>
    <span class=${`task-icon is-${tone}`}><${Icon} name=${icon} size=${28} /></span>
    <div class="task-words"><h3>${title}</h3><p>${detail}</p></div>
    <div class="task-end">${action}</div>
    ${children}
  </li>`;
}
