// All departments, with what each looks after (R25); closed ones say when they open.
import { pick, t } from "/static/house/js/language.js";
import { html, useState } from "/static/vendor/htm-preact.js";
import { ChoiceCard, Figures } from "../choice.js";
import { Page, Problem, Question } from "../frame.js";

export function Departments({ state, send, onLanguage }) {
  const { clinic, errors, large } = state;
  const aPage = large ? 6 : 8;
  const [page, setPage] = useState(0);
  const booking = state.path === "booking";
  // A time can be booked where nobody is there just now; not where people only come as they are.
  const all = (clinic?.departments ?? []).filter((one) => !booking || one.can_book);
  const pages = Math.max(1, Math.ceil(all.length / aPage));
  const shown = all.slice(page * aPage, page * aPage + aPage);
  return html`<${Page} name="departments" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${errors.department ? undefined : t("kiosk-departments-help")}>${t(booking ? "kiosk-book-departments" : "kiosk-departments-title")}</${Question}>
    <${Problem} id="department-problem" problem=${errors.department} />
    <div class="departments">
      ${shown.map((one) => html`<${ChoiceCard} key=${one.code} letter=${one.prefix} name=${pick(one.names)} disabled=${!booking && !one.open}
        second=${pick(one.scope)} onClick=${() => send("department", { code: one.code })}
        aside=${booking ? null : one.open ? html`<${Figures} department=${one} />`
          : html`<span>${one.opens_at ? t("kiosk-opens-at", { time: one.opens_at }) : t("kiosk-closed-today")}</span>`} />`)}
    </div>
    <div class="departments-foot">
      ${pages > 1 && html`<button type="button" class="action action-side" onClick=${() => setPage((page + 1) % pages)}>
        <span>${t("kiosk-departments-more", { page: page + 1, pages })}</span></button>`}
      <button type="button" class="action action-side action-wide" onClick=${() => send("help")}><span>${t("kiosk-not-sure")}</span></button>
    </div>
  </${Page}>`;
}
