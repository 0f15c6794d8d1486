// One field of a page. A real input carries the value for readers, card readers and pasted text; what people see is
// drawn over it, because a browser's input can show neither half-written pinyin nor the gaps of a phone number.
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { Problem } from "./frame.js";

/**
 * @param {object} props
 * @param {string} props.label read aloud; the question above says the same to the eye
 * @param {string} props.value
 * @param {(value: string) => void} props.onInput
 * @param {() => void} [props.onEnter]
 * @param {string} [props.shown] the value as people see it, where it differs
 * @param {string} [props.composing] pinyin that is no character yet
 * @param {string} [props.hint] shown while empty
 * @param {object | null} [props.problem]
 * @param {any} [props.help] the calm line beneath
 */
export function Field({ id, label, value, onInput, onEnter, shown, composing = "", hint, problem, help, size = "",
  chosen = true, onFocus, multiline = false, numeric = false }) {
  const input = useRef(null);
  const seen = shown ?? value;
  // An error keeps the focus where it is mended.
  useEffect(() => { if (problem) input.current?.focus(); }, [problem]);
  const shared = {
    id, ref: input, value, autocomplete: "off", spellcheck: false, inputmode: "none", class: "entry-input",
    "aria-label": label, "aria-invalid": problem ? "true" : "false", "aria-describedby": `${id}-problem ${id}-help`,
    onInput: (event) => onInput(event.currentTarget.value),
    onFocus,
    onKeyDown: (event) => { if (event.key === "Enter" && !composing && !multiline) { event.preventDefault(); onEnter?.(); } },
  };
  return html`<div class="entry-block">
    <div class=${`entry ${size} ${problem ? "is-wrong" : ""} ${chosen ? "is-chosen" : ""} ${numeric ? "is-number" : ""}`}
      onClick=${() => input.current?.focus()}>
      ${multiline ? html`<textarea ...${shared}></textarea>` : html`<input type="text" ...${shared} />`}
      <span class="entry-shown" aria-hidden="true">
        <span class="entry-text">${seen}</span>${composing && html`<span class="entry-composing">${composing}</span>`}
        ${chosen && html`<i class="entry-caret"></i>`}
        ${!seen && !composing && hint && html`<span class="entry-hint">${hint}</span>`}
      </span>
    </div>
    <${Problem} id=${`${id}-problem`} problem=${problem} />
    ${help && html`<p class="entry-help" id=${`${id}-help`}>${help}</p>`}
  </div>`;
}
