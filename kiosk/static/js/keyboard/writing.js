// The keyboard for names and sentences: pinyin with candidates, or letters. Same keys for fingers and for a real
// keyboard that somebody plugs in.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { SimpleKeyboardLayouts } from "/static/vendor/simple-keyboard-layouts/index.esm.js";
import { html, useMemo, useState } from "/static/vendor/htm-preact.js";
import { complaintRank } from "./complaint-words.js";
import { ERASE, Keys, SHIFT } from "./keys.js";
import { nameRank, withRareNames } from "./name-words.js";
import { useTyping } from "./pads.js";
import { candidates, mayFollow, restAfter } from "./pinyin.js";

const TABLE = withRareNames(new SimpleKeyboardLayouts().get("chinese").layoutCandidates);
/** Width left for letters and candidates in the bar, and of one candidate, in px. */
const BAR = 940;
const ONE = 101;
const IN_GRID = 40;

const LETTERS = ["q w e r t y u i o p", "a s d f g h j k l"];
const ROWS = {
  pinyin: [...LETTERS, "z x c v b n m {erase}", "{digits} · {space} {choose}"],
  abc: [...LETTERS, "{shift} z x c v b n m {erase}", "{digits} ' {space} -"],
  digits: ["1 2 3 4 5 6 7 8 9 0", "， 。 、 ？ ： . , / %", "( ) ! + = @ ~ {erase}", "{letters} · {space} {choose}"],
};
const FUNCTIONS = "{erase} {digits} {letters} {choose} {shift} · ' -";

/**
 * @param {object} props
 * @param {string} props.value what stands in the field
 * @param {string} props.composing letters that are no character yet
 * @param {(value: string) => void} props.onValue
 * @param {(letters: string) => void} props.onComposing
 * @param {boolean} [props.forName] characters that stand in names come first, else those of complaints
 * @param {() => void} [props.onEnter]
 */
export function WritingKeys({ value, composing, onValue, onComposing, forName = false, onEnter, language, most = 60 }) {
  const [mode, setMode] = useState(language === "zh-CN" ? "pinyin" : "abc");
  const [digits, setDigits] = useState(false);
  const [shift, setShift] = useState(null);
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState(0);
  const rank = useMemo(() => (forName ? nameRank(value) : complaintRank), [forName, value]);
  const offered = useMemo(() => candidates(composing, TABLE, rank), [composing, rank]);
  const raised = shift ?? (mode === "abc" && forName && (value === "" || /[\s-]$/.test(value)));

  const put = (text) => { if ([...value + text].length <= most) onValue(value + text); };
  const compose = (letters) => { setPage(0); onComposing(letters); };
  const choose = (character) => {
    put(character);
    const rest = restAfter(composing, offered.syllable);
    compose(rest);
    if (!rest) setOpen(false);
  };
  const chooseFirst = () => offered.characters[0] && choose(offered.characters[0]);
  const erase = () => (composing ? compose(composing.slice(0, -1)) : onValue([...value].slice(0, -1).join("")));
  const clear = () => { compose(""); onValue(""); };
  const letter = (key) => {
    if (mode === "pinyin" && !digits && /^[a-z']$/.test(key)) return mayFollow(composing) && compose(composing + key);
    put(raised ? key.toUpperCase() : key);
    return setShift(null);
  };

  const onKey = (key) => {
    if (key === "{erase}") return erase();
    if (key === "{digits}") return setDigits(true);
    if (key === "{letters}") return setDigits(false);
    if (key === "{shift}") return setShift(!raised);
    if (key === "{choose}") return composing ? chooseFirst() : onEnter?.();
    if (key === "{space}") return composing ? chooseFirst() : put(" ");
    return letter(key);
  };

  useTyping((key, event) => {
    if (event.isComposing || key === "Process") return false;
    const onButton = event.target.closest?.("button");
    if (key === "Backspace") return erase(), true;
    if (composing && (key === "Enter" || key === " ")) return chooseFirst(), true;
    if (composing && /^[1-8]$/.test(key) && offered.characters[key - 1]) return choose(offered.characters[key - 1]), true;
    if (key.length !== 1 || (onButton && key === " ")) return false;
    if (mode === "pinyin" && !digits) {
      if (/^[a-z']$/.test(key)) return letter(key), true;
      return put(key), true;
    }
    return put(key), true;
  });

  const layer = digits ? "digits" : mode;
  const display = {
    "{erase}": ERASE, "{shift}": SHIFT, "{digits}": "123", "{letters}": mode === "pinyin" ? t("kiosk-key-pinyin") : "ABC",
    "{space}": t("kiosk-key-space"), "{choose}": t("kiosk-key-choose"),
  };
  if (layer === "abc" && raised) "qwertyuiopasdfghjklzxcvbnm".split("").forEach((key) => { display[key] = key.toUpperCase(); });
  const spoken = {
    "{erase}": t("kiosk-key-erase"), "{shift}": t("kiosk-key-shift"), "{digits}": "123", "·": t("kiosk-key-dot"),
    "'": t("kiosk-key-apostrophe"), "-": t("kiosk-key-hyphen"),
  };

  const tab = (which, icon, name) => html`<button type="button" class="key-tab" aria-pressed=${String(mode === which)}
    onClick=${() => { setMode(which); setDigits(false); compose(""); setOpen(false); }}>
    ${icon && html`<${Icon} name=${icon} size=${44} />`}<span>${name}</span>
  </button>`;

  return html`<div class="key-panel">
    <div class="key-top">
      <div class="key-tabs" role="group" aria-label=${t("kiosk-keys-kind")}>
        ${tab("pinyin", "keyboard", t("kiosk-key-pinyin"))}${tab("abc", null, "ABC")}
      </div>
      <button type="button" class="key-clear" onClick=${clear}>
        <${Icon} name="close" size=${36} /><span>${t("kiosk-key-clear-all")}</span>
      </button>
    </div>
    ${mode === "pinyin"
      ? html`<${Candidates} composing=${composing} characters=${offered.characters} open=${open} page=${page}
          onChoose=${choose} onOpen=${() => setOpen(!open)} onPage=${setPage} />`
      : html`<div class="candidates is-empty" aria-hidden="true"></div>`}
    ${open && composing
      ? null
      : html`<${Keys} name=${layer} rows=${ROWS[layer]} display=${display} spoken=${spoken} functions=${FUNCTIONS}
          label=${t("kiosk-keys-writing")} onKey=${onKey} />`}
  </div>`;
}

function Candidates({ composing, characters, open, page, onChoose, onOpen, onPage }) {
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
