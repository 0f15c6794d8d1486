// The keys of an appointment's code: the signs that nobody mistakes for others, as the server gives them out.
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { CODE_LENGTH, CODE_SIGNS } from "../validate.js";
import { ERASE, Keys } from "./keys.js";
import { useTyping } from "./pads.js";

const A_ROW = 8;
const ROWS = [0, 1, 2, 3].map((row) => [...CODE_SIGNS.slice(row * A_ROW, (row + 1) * A_ROW)].join(" "));
ROWS[3] += " {erase} {clear}";

/**
 * @param {object} props
 * @param {string} props.value
 * @param {(value: string) => void} props.onChange
 * @param {() => void} props.onEnter
 */
export function CodePad({ value, onChange, onEnter }) {
  const put = (key) => {
    if (key === "{erase}") onChange(value.slice(0, -1));
    else if (key === "{clear}") onChange("");
    else if (value.length < CODE_LENGTH) onChange(value + key);
  };
  useTyping((key, event) => {
    const sign = key.toUpperCase();
    if (key.length === 1 && CODE_SIGNS.includes(sign)) put(sign);
    else if (key === "Backspace") put("{erase}");
    else if (key === "Enter" && !event.target.closest?.("button")) onEnter();
    else return false;
    return true;
  });
  return html`<div class="key-panel key-panel-code">
    <${Keys} name="code" rows=${ROWS} display=${{ "{clear}": t("kiosk-key-clear"), "{erase}": ERASE }}
      spoken=${{ "{clear}": t("kiosk-key-clear"), "{erase}": t("kiosk-key-erase") }}
      functions="{clear} {erase}" label=${t("kiosk-keys-code")} onKey=${put} />
  </div>`;
}
