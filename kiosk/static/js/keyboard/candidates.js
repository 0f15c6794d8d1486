// What the letters of pinyin may mean: one row of characters, and a page of them behind the arrow.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";

/** Width left for letters and candidates in the bar, and of one candidate, in px. */
const BAR = 940;
const ONE = 101;
const IN_GRID = 40;

export function Candidates({ composing, characters, open, page, onChoose, onOpen, onPage }) {
  const one = (character, place) => html`<button type="button" key=${character} lang="zh-CN"
    class=${`candidate ${place === 0 ? "is-first" : ""}`} onClick=${() => onChoose(character)}>${character}</button>`;
  if (!composing) return html`<div class="candidates is-empty"><span class="candidates-help">${t("kiosk-pinyin-help")}</span></div>`;
  const inBar = Math.max(3, Math.floor((BAR - Math.max(122, 52 + 23 * composing.length)) / ONE));
  const shown = open ? characters.slice(page * IN_GRID, page * IN_GRID + IN_GRID) : characters.slice(0, inBar);
  const pages = Math.ceil(characters.length / IN_GRID);
  return html`<div class=${`candidates ${open ? "is-open" : ""}`} role="group" aria-label=${t("kiosk-candidates")}>
    <span class="candidates-letters">${composing}</span>
    ${shown.length ? shown.map(one) : html`<span class="candidates-help">${t("kiosk-pinyin-none")}</span>`}
    ${open && pages > 1 && html`<button type="button" class="candidate candidates-page" onClick=${() => onPage((page + 1) % pages)}>
      ${t("kiosk-candidates-next", { page: page + 1, pages })}</button>`}
    ${characters.length > inBar && html`<button type="button" class="candidates-more" aria-expanded=${String(open)}
      aria-label=${t("kiosk-candidates-more")} onClick=${onOpen}>
      <${Icon} name=${open ? "chevron-up" : "chevron-down"} size=${48} /></button>`}
  </div>`;
}
