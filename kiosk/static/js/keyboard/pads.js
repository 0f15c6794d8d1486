// Digits in a pad of three by four, and the pad for an identity number with its X.
import { t } from "/static/house/js/language.js";
import { html, useLayoutEffect, useRef } from "/static/vendor/htm-preact.js";
import { ERASE, Keys } from "./keys.js";

/** Keys of a real keyboard do what the pad does, wherever the focus is, except inside another control's business. */
export function useTyping(onKey) {
  const type = useRef(onKey);
  type.current = onKey;
  // Before the page is painted: not even the first key of a fast hand, or of a card reader, is lost.
  useLayoutEffect(() => {
    const listen = (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target.closest?.("[role=dialog]")) return;
      if (type.current(event.key, event)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/**
 * @param {object} props
 * @param {string} props.value digits only (and X)
 * @param {number} props.most how many may be typed
 * @param {(value: string) => void} props.onChange
 * @param {boolean} [props.withX]
 * @param {() => void} [props.onEnter]
 */
export function DigitPad({ value, most, onChange, withX = false, onEnter }) {
  const put = (key) => {
    if (key === "{erase}") onChange(value.slice(0, -1));
    else if (key === "{clear}") onChange("");
    else if (value.length < most && (key !== "X" || value.length === most - 1)) onChange(value + key);
  };
  useTyping((key, event) => {
    const mark = key.toUpperCase();
    if (/^\d$/.test(key) || (withX && mark === "X")) put(mark);
    else if (key === "Backspace") put("{erase}");
    else if (key === "Enter" && !event.target.closest?.("button")) onEnter?.();
    else return false;
    return true;
  });
  const corner = withX ? "X" : "{clear}";
  return html`<div class="key-panel key-panel-pad">
    <${Keys} name=${withX ? "id" : "digits"} rows=${["1 2 3", "4 5 6", "7 8 9", `${corner} 0 {erase}`]}
      display=${{ "{clear}": t("kiosk-key-clear"), "{erase}": ERASE }}
      spoken=${{ "{clear}": t("kiosk-key-clear"), "{erase}": t("kiosk-key-erase") }}
      functions="{clear} {erase}" label=${t("kiosk-keys-digits")} onKey=${put} />
  </div>`;
}
