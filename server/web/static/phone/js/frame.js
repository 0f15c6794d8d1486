import { Icon, Mark, html } from "../../js/parts.js";
import { serverNow, timeOfDay } from "../../js/clock.js";
import { currentLanguage, pick, t } from "../../js/language.js";

/**
 * Header with the clinic's mark and the other language, the page, and the actions that stay in reach of the thumb.
 * @param {{ticket: any, stale: boolean, heardAt: number | null, onLanguage: (language: string) => void, actions: any[], children?: any}} props
 */
export function Frame({ ticket, stale, heardAt, onLanguage, actions, children }) {
  const other = currentLanguage() === "zh-CN" ? "en" : "zh-CN";
  const name = pick(ticket?.clinic);
  return html`<div class="page">
    <header class="page-head">
      <${Mark} sign=${ticket?.logo || "诊"} name=${name || t("common-product")} />
      <button type="button" class="other-language" lang=${other} onClick=${() => onLanguage(other)}>
        ${t("common-language-other")}
      </button>
    </header>
    ${stale && html`<${StaleStrip} heardAt=${heardAt} />`}
    <p class="visually-hidden" aria-live="polite">${announced(ticket)}</p>
    <main class="page-body">${children}</main>
    ${actions.length > 0 && html`<div class="page-actions">${actions}</div>`}
  </div>`;
}

/** What a screen reader says when it changes: the call, or how many are ahead. Ages tick too often to be read. */
function announced(ticket) {
  if (ticket?.appointment?.early) return t("phone-early-title", { time: timeOfDay(ticket.appointment.starts_at) });
  if (ticket?.state === "waiting") return t("phone-announce-waiting", { number: ticket.number, ahead: ticket.ahead });
  if (ticket?.state !== "called") return "";
  return t("phone-announce-called", { number: ticket.number, room: pick(ticket.room?.names) });
}

/** 显示的是 08:46 的情况，正在重新连接 */
function StaleStrip({ heardAt }) {
  const at = serverNow() - (performance.now() - heardAt);
  return html`<p class="stale" role="status">
    <${Icon} name="wifi-off" size=${22} /><span>${t("common-offline-since", { time: timeOfDay(at) })}</span>
  </p>`;
}
