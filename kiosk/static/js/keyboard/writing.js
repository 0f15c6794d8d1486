// The keyboard for names and sentences: pinyin with candidates, writing by hand, or letters. Same keys for fingers and
// for a real keyboard that somebody plugs in.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import chinese from "/static/vendor/simple-keyboard-layouts/chinese.js";
import { html, useMemo, useState } from "/static/vendor/htm-preact.js";
import { Candidates } from "./candidates.js";
import { Handwriting } from "./handwriting.js";
import { ERASE, Keys, SHIFT } from "./keys.js";
import { withRareNames } from "./name-words.js";
import { offering } from "./offer.js";
import { useTyping } from "./pads.js";
import { mayFollow } from "./pinyin.js";

const offer = offering(withRareNames(chinese.layoutCandidates));

const LETTERS = ["q w e r t y u i o p", "a s d f g h j k l"];
const ROWS = {
  pinyin: [...LETTERS, "z x c v b n m {erase}", "{digits} · {space} {choose}"],
  abc: [...LETTERS, "{shift} z x c v b n m {erase}", "{digits} ' {space} -"],
  digits: ["1 2 3 4 5 6 7 8 9 0", "， 。 、 ？ ： . , / %", "( ) ! + = @ ~ {erase}", "{letters} · {space} {choose}"],
};
const FUNCTIONS = "{erase} {digits} {letters} {choose} {shift} · ' -";

/** Which keys lie there: what was chosen on this visit, else what suits the language. */
function keysOf({ form, language, handwriting }) {
  if (form.keys && (form.keys !== "hand" || handwriting)) return form.keys;
  return language === "zh-CN" ? "pinyin" : "abc";
}

const placeOf = (forName, value) => (!forName ? "text" : value === "" ? "family" : "given");

/**
 * @param {object} props
 * @param {object} props.state
 * @param {(type: string, data?: object) => void} props.send
 * @param {string} props.field which field of the form is written
 * @param {boolean} [props.forName] characters that stand in names come first, else those of complaints
 * @param {number} [props.most] characters that the field holds
 */
export function WritingKeys({ state, send, field, forName = false, most = 60 }) {
  const { form, reading } = state;
  const { composing, strokes } = form;
  const value = form[field];
  const mode = keysOf(state);
  const [digits, setDigits] = useState(false);
  const [shift, setShift] = useState(null);
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState(0);
  const offered = useMemo(() => offer(composing, forName, value), [composing, forName, value]);
  const raised = shift ?? (mode === "abc" && forName && (value === "" || /[\s-]$/.test(value)));

  const onValue = (text) => send("field", { name: field, value: text });
  const onEnter = () => send("next");
  const put = (text) => { if ([...value + text].length <= most) onValue(value + text); };
  const compose = (letters) => { setPage(0); send("field", { name: "composing", value: letters }); };
  const draw = (lines) => send("draw", { strokes: lines, place: placeOf(forName, value) });
  const choose = (text) => {
    put(text);
    const rest = offered.rest(text);
    compose(rest);
    if (!rest) setOpen(false);
  };
  const chooseFirst = () => offered.texts[0] && choose(offered.texts[0]);
  const chooseRead = (character) => { put(character); draw([]); };
  const erase = () => {
    if (composing) compose(composing.slice(0, -1));
    else if (strokes.length) draw(strokes.slice(0, -1));
    else onValue([...value].slice(0, -1).join(""));
  };
  const nothingHalf = () => { compose(""); draw([]); };
  const clear = () => { nothingHalf(); onValue(""); };
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
    if (key === "{choose}") return composing ? chooseFirst() : onEnter();
    if (key === "{space}") return composing ? chooseFirst() : put(" ");
    return letter(key);
  };

  useTyping((key, event) => {
    if (event.isComposing || key === "Process") return false;
    const onButton = event.target.closest?.("button");
    if (key === "Backspace") return erase(), true;
    if (composing && (key === "Enter" || key === " ")) return chooseFirst(), true;
    if (composing && /^[1-8]$/.test(key) && offered.texts[key - 1]) return choose(offered.texts[key - 1]), true;
    if (strokes.length && reading?.characters[0] && (key === "Enter" || key === " ")) return chooseRead(reading.characters[0]), true;
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

  const change = (which) => {
    nothingHalf();
    setDigits(false);
    setOpen(false);
    send("field", { name: "keys", value: which });
  };
  const tab = (which, icon, name) => html`<button type="button" class="key-tab" aria-pressed=${String(mode === which)}
    onClick=${() => change(which)}>${icon && html`<${Icon} name=${icon} size=${44} />`}<span>${name}</span></button>`;

  return html`<div class="key-panel">
    <div class="key-top">
      <div class=${`key-tabs ${state.handwriting ? "is-three" : ""}`} role="group" aria-label=${t("kiosk-keys-kind")}>
        ${tab("pinyin", "keyboard", t("kiosk-key-pinyin"))}
        ${state.handwriting && tab("hand", "pencil", t("kiosk-key-hand"))}
        ${tab("abc", null, "ABC")}
      </div>
      <button type="button" class="key-clear" onClick=${clear}>
        <${Icon} name="close" size=${36} /><span>${t("kiosk-key-clear-all")}</span>
      </button>
    </div>
    ${mode === "pinyin" && html`<${Candidates} composing=${composing} offered=${offered} open=${open} page=${page}
      onChoose=${choose} onOpen=${() => setOpen(!open)} onPage=${setPage} />`}
    ${mode === "hand" && html`<${Handwriting} strokes=${strokes} reading=${reading} onStrokes=${draw} onChoose=${chooseRead}
      onErase=${erase} />`}
    ${mode === "abc" && html`<div class="candidates is-empty" aria-hidden="true"></div>`}
    ${mode !== "hand" && !(open && composing) && html`<${Keys} name=${layer} rows=${ROWS[layer]} display=${display}
      spoken=${spoken} functions=${FUNCTIONS} label=${t("kiosk-keys-writing")} onKey=${onKey} />`}
  </div>`;
}
