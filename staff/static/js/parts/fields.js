/** Fields of a form: label above, what is wrong directly below, what was typed always kept. */
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { Chip, Field, Icon } from "/static/house/js/parts.js";

let serial = 0;

function useFieldId(name) {
  const id = useRef(null);
  if (!id.current) {
    serial += 1;
    id.current = `field-${name}-${serial}`;
  }
  return id.current;
}

/**
 * One line, or several with `rows`.
 * @param {{name: string, label: string, value: string, onValue: (value: string) => void, error?: string,
 *          help?: string, rows?: number, type?: string, mode?: string, limit?: number}} props
 */
export function TextField({ name, label, value, onValue, error, help, rows, type = "text", mode, limit }) {
  const id = useFieldId(name);
  const kind = rows ? { multiline: true, rows } : { type, inputmode: mode };
  return html`<${Field} id=${id} name=${name} label=${label} value=${value} onInput=${onValue} help=${help}
    problem=${error}
    maxLength=${limit} autocomplete="off" ...${kind} />`;
}

function Below({ id, error, help }) {
  if (error) {
    return html`<p class="field-problem" id=${id}><${Icon} name="octagon-alert" /><span>${error}</span></p>`;
  }
  return help ? html`<p class="field-help" id=${id}>${help}</p>` : null;
}

function Group({ name, label, error, help, children }) {
  const id = useFieldId(name);
  return html`<fieldset class="field field-group" data-invalid=${error ? "true" : undefined}
    aria-describedby=${error || help ? id : undefined}>
    <legend class="field-label">${label}</legend>
    <div class="chip-list">${children}</div>
    <${Below} id=${id} error=${error} help=${help} />
  </fieldset>`;
}

/**
 * A few exclusive values. The chosen one is filled and ticked, so that it survives without colour.
 * @param {{name: string, label: string, options: {value: any, label: string, detail?: string|null, disabled?: boolean}[], value: any,
 *          onValue: (value: any) => void, error?: string, help?: string}} props
 */
export function ChoiceField({ name, label, options, value, onValue, error, help }) {
  return html`<${Group} name=${name} label=${label} error=${error} help=${help}>
    ${options.map(
      (option) => html`<${Chip} key=${option.value} chosen=${option.value === value}
        disabled=${Boolean(option.disabled)}
        onClick=${() => onValue(option.value)}>
        ${option.label}${option.detail && html` <small>${option.detail}</small>`}<//>`,
    )}
  <//>`;
}

/** Several of many. `value` is a list. */
export function ManyField({ name, label, options, value, onValue, help }) {
  const flip = (one) => onValue(value.includes(one) ? value.filter((item) => item !== one) : [...value, one]);
  return html`<${Group} name=${name} label=${label} help=${help}>
    ${options.map(
      (option) => html`<${Chip} key=${option.value} chosen=${value.includes(option.value)}
        onClick=${() => flip(option.value)}>
        ${option.label}<//>`,
    )}
  <//>`;
}

/** Yes or no, with its sentence. */
export function CheckField({ name, label, value, onValue, error }) {
  const id = useFieldId(name);
  const below = `${id}-below`;
  return html`<div class="field">
    <label class="check-line" for=${id}>
      <input type="checkbox" id=${id} name=${name} checked=${value} aria-invalid=${error ? "true" : undefined}
        aria-describedby=${error ? below : undefined} onChange=${(event) => onValue(event.target.checked)} />
      <span>${label}</span>
    </label>
    <${Below} id=${below} error=${error} />
  </div>`;
}

/** Brings the first field that is wrong into sight and under the fingers. @param {Record<string, any>} errors */
export function useFirstError(errors) {
  useEffect(() => {
    if (!Object.values(errors).some(Boolean)) return;
    const found = document.querySelector(".sheet [aria-invalid='true'], .sheet [data-invalid='true'] button:not(:disabled)");
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  }, [errors]);
}

/** field name (last part) -> sentence, from a problem's `fields`. @returns {Record<string, string>} */
export function fieldErrors(problem) {
  const found = {};
  for (const { field, detail } of problem?.fields ?? []) found[String(field).split(".").at(-1)] ??= detail;
  return found;
}
