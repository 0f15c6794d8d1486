import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "./icon.js";

/**
 * A labelled field. What to mend stands directly below; where nothing is wrong, the help line does.
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.label
 * @param {string} props.value
 * @param {(value: string) => void} props.onInput
 * @param {string} [props.help]
 * @param {string} [props.problem]
 * @param {boolean} [props.multiline]
 */
export function Field({ id, label, value, onInput, help, problem, multiline = false, ...rest }) {
  const below = `${id}-below`;
  const shared = {
    id,
    class: "field-input",
    value,
    onInput: (event) => onInput(event.currentTarget.value),
    "aria-invalid": problem ? "true" : undefined,
    "aria-describedby": problem || help ? below : undefined,
    ...rest,
  };
  return html`<div class="field">
    <label class="field-label" for=${id}>${label}</label>
    ${multiline ? html`<textarea ...${shared}></textarea>` : html`<input ...${shared} />`}
    ${
      problem
        ? html`<p class="field-problem" id=${below}><${Icon} name="octagon-alert" /><span>${problem}</span></p>`
        : help && html`<p class="field-help" id=${below}>${help}</p>`
    }
  </div>`;
}
