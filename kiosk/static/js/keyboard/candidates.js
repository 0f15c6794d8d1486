// What the letters of pinyin may mean: one row of characters, and a page of them behind the arrow.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";

/** Width left for letters and candidates in the bar, and of a candidate of one character and of each more, in px. */
const BAR = 940;
const [ONE, MORE] = [101, 56];
const LEAST = 3;
const IN_GRID = 40;

/** As many as find room, and three in any case. */
function fitting(texts, letters) {
  let room = BAR - Math.max(122, 52 + 23 * letters.length);
  const full = texts.findIndex((text) => { room -= ONE + MORE * ([...text].length - 1); return room < 0; });
  return texts.slice(0, full === -1 ? undefined : Math.max(LEAST, full));
}

/**
 * @param {object} props
 * @param {string} props.composing the letters
 * @param {{texts: string[], characters: string[]}} props.offered words and characters for the row; characters for the page
 * @param {boolean} props.open whether the page is open
 */
export function Candidates({ composing, offered, open, page, onChoose, onOpen, onPage }) {
  const { texts, characters } = offered;
  const one = (text, place) => html`<button type="button" key=${text} lang="zh-CN"
    class=${`candidate ${place === 0 ? "is-first" : ""} ${[...text].length > 1 ? "is-word" : ""}`}
    onClick=${() => onChoose(text)}>${text}</button>`;
  if (!composing) return html`<div class="candidates is-empty"><span class="candidates-help">${t("kiosk-pinyin-help")}</span></div>`;
  const inBar = fitting(texts, composing);
  const shown = open ? characters.slice(page * IN_GRID, page * IN_GRID + IN_GRID) : inBar;
  const pages = Math.ceil(characters.length / IN_GRID);
  return html`<div class=${`candidates ${open ? "is-open" : ""}`} role="group" aria-label=${t("kiosk-candidates")}>
    <span class="candidates-letters">${composing}</span>
    ${shown.length ? shown.map(one) : html`<span class="candidates-help">${t("kiosk-pinyin-none")}</span>`}
    ${open && pages > 1 && html`<button type="button" class="candidate candidates-page" onClick=${() => onPage((page + 1) % pages)}>
      ${t("kiosk-candidates-next", { page: page + 1, pages })}</button>`}
    ${(open || texts.length > inBar.length) && characters.length > 0 && html`<button type="button" class="candidates-more" aria-expanded=${String(open)}
      aria-label=${t("kiosk-candidates-more")} onClick=${onOpen}>
      <${Icon} name=${open ? "chevron-up" : "chevron-down"} size=${48} /></button>`}
  </div>`;
}
