// A field of keys, drawn by simple-keyboard. It only tells which key was pressed: what was typed lives in the state
// and nowhere else, so simple-keyboard's own memory is emptied after every key.
import { icons } from "/static/house/js/icons.js";
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { SimpleKeyboard } from "/static/vendor/simple-keyboard.js";

const drawn = (name) => `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}"/></svg>`;

/** What stands on keys that have no letter. */
export const ERASE = drawn("backspace");
export const SHIFT = drawn("arrow-up");

/**
 * @param {object} props
 * @param {string} props.name part of the class, one per field of keys
 * @param {string[]} props.rows keys of each row, apart by blanks
 * @param {Record<string, string>} [props.display] key -> what stands on it
 * @param {Record<string, string>} [props.spoken] key -> what a reader says
 * @param {string} [props.functions] keys that are no writing, apart by blanks
 * @param {string} props.label
 * @param {(key: string) => void} props.onKey
 */
export function Keys({ name, rows, display = {}, spoken = {}, functions = "", label, onKey }) {
  const place = useRef(null);
  const press = useRef(onKey);
  press.current = onKey;
  const shape = JSON.stringify([rows, display, spoken]);

  useEffect(() => {
    const board = new SimpleKeyboard(place.current, {
      layout: { default: rows },
      display,
      mergeDisplay: true,
      theme: "keys-board",
      useButtonTag: true,
      useMouseEvents: true,
      preventMouseDownDefault: true,
      disableButtonHold: true,
      enableLayoutCandidates: false,
      buttonTheme: functions ? [{ class: "is-function", buttons: functions }] : [],
      buttonAttributes: [
        { attribute: "type", value: "button", buttons: rows.join(" ") },
        ...Object.entries(spoken).map(([key, value]) => ({ attribute: "aria-label", value, buttons: key })),
      ],
      onKeyPress: (key) => { press.current(key); board.clearInput(); },
    });
    return () => { board.clearInput(); board.destroy(); };
  }, [shape]);

  return html`<div class=${`keys keys-${name}`} role="group" aria-label=${label}><div ref=${place} class=${`board-${name}`}></div></div>`;
}
