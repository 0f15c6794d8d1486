// The pad for whoever knows no pinyin: strokes with finger or mouse, candidates above (R1, R64). The strokes live in
// the state; only the one that is being drawn lives here.
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { MOST_STROKES, brushOf, extended, paintAll, pointOf } from "./ink.js";

/**
 * @param {object} props
 * @param {number[][][]} props.strokes
 * @param {(strokes: number[][][]) => void} props.onStrokes
 */
function Pad({ strokes, onStrokes }) {
  const canvas = useRef(null);
  const drawing = useRef(null);
  const brush = useRef(null);
  const repaint = () => paintAll(brush.current, drawing.current ? [...strokes, drawing.current.stroke] : strokes);

  useEffect(() => {
    const fit = () => { brush.current = brushOf(canvas.current); repaint(); };
    fit();
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, [strokes]);

  const down = (event) => {
    if (drawing.current || event.button !== 0 || strokes.length >= MOST_STROKES) return;
    event.preventDefault();
    canvas.current.setPointerCapture(event.pointerId);
    const box = canvas.current.getBoundingClientRect();
    drawing.current = { pointer: event.pointerId, box, stroke: [pointOf(event, box)] };
    repaint();
  };
  const move = (event) => {
    const line = drawing.current;
    if (line?.pointer !== event.pointerId) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    (passed.length ? passed : [event]).forEach((one) => { line.stroke = extended(line.stroke, pointOf(one, line.box)); });
    repaint();
  };
  const up = (event) => {
    const line = drawing.current;
    if (line?.pointer !== event.pointerId) return;
    drawing.current = null;
    onStrokes([...strokes, line.stroke]);
  };

  return html`<div class="pad">
    <span class="pad-guide" aria-hidden="true"></span>
    <canvas ref=${canvas} class="pad-canvas" role="img" aria-label=${t("kiosk-write-pad", { count: strokes.length })}
      onPointerDown=${down} onPointerMove=${move} onPointerUp=${up} onPointerCancel=${up}></canvas>
  </div>`;
}

const SAID = { slow: "kiosk-write-slow", away: "kiosk-write-away" };

/** What the bar says instead of characters, or null. */
function sentenceOf(strokes, reading) {
  if (!strokes.length) return "kiosk-write-help";
  if (SAID[reading?.how]) return SAID[reading.how];
  return reading?.how === "read" && !reading.characters.length ? "kiosk-write-none" : null;
}

function Read({ strokes, reading, onChoose }) {
  const sentence = sentenceOf(strokes, reading);
  const characters = sentence ? [] : reading?.characters ?? [];
  return html`<div class=${`candidates candidates-written ${strokes.length ? "" : "is-empty"}`} role="group" aria-label=${t("kiosk-candidates")}>
    <span class=${sentence ? "candidates-help" : "candidates-silent"} role="status">${sentence && t(sentence)}</span>
    ${characters.map((character, place) => html`<button type="button" key=${character} lang="zh-CN"
      class=${`candidate ${place === 0 ? "is-first" : ""}`} onClick=${() => onChoose(character)}>${character}</button>`)}
  </div>`;
}

/**
 * @param {object} props
 * @param {number[][][]} props.strokes
 * @param {{characters: string[], how: string} | null} props.reading what the server read in them
 * @param {(strokes: number[][][]) => void} props.onStrokes
 * @param {(character: string) => void} props.onChoose
 * @param {() => void} props.onErase takes the last character of the field away
 */
export function Handwriting({ strokes, reading, onStrokes, onChoose, onErase }) {
  const first = reading?.characters[0];
  const key = (name, icon, words, onClick, disabled = false) => html`<button type="button" class=${`pad-key ${name}`}
    disabled=${disabled} onClick=${onClick}>${icon && html`<${Icon} name=${icon} size=${44} />`}<span>${words}</span></button>`;
  return html`
    <${Read} strokes=${strokes} reading=${reading} onChoose=${onChoose} />
    <${Pad} strokes=${strokes} onStrokes=${onStrokes} />
    <div class="pad-keys">
      ${key("", "undo", t("kiosk-write-undo"), () => onStrokes(strokes.slice(0, -1)), !strokes.length)}
      ${strokes.length
        ? key("", "close", t("kiosk-write-again"), () => onStrokes([]))
        : key("", "backspace", t("kiosk-write-erase"), onErase)}
      ${key("pad-key-choose", null, t("kiosk-key-choose"), () => onChoose(first), !first)}
    </div>`;
}
