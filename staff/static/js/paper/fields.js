/** Fields for typing quickly: short labels, one tab stop each, a choice by arrow keys. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";

function Problem({ id, text }) {
  return text ? html`<p class="field-problem" id=${id}><${Icon} name="octagon-alert" size=${18} /><span>${text}</span></p>` : null;
}

/** One line of text. `note` stands below while nothing is wrong. */
export function Line({ name, label, value, onValue, error, note, mode, limit = 64, onEnter, placeholder }) {
  const below = `paper-${name}-below`;
  return html`<div class=${`field paper-${name}`}>
    <label class="field-label" for=${`paper-${name}`}>${label}</label>
    <input id=${`paper-${name}`} name=${name} class="field-input" value=${value} inputmode=${mode} maxlength=${limit}
      autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${placeholder}
      aria-invalid=${error ? "true" : undefined} aria-describedby=${error || note ? below : undefined}
      onInput=${(event) => onValue(event.currentTarget.value)}
      onKeyDown=${(event) => { if (event.key === "Enter" && onEnter?.()) event.preventDefault(); }} />
    ${error ? html`<${Problem} id=${below} text=${error} />` : note && html`<p class="field-help" id=${below}>${note}</p>`}
  </div>`;
}

/** One of a few: radio buttons in a row, the whole row one tab stop. @param {{options: {value: string, label: string}[]}} props */
export function Radios({ name, label, value, onValue, options, error }) {
  const below = `paper-${name}-below`;
  return html`<fieldset class=${`field paper-radios paper-${name}`} aria-describedby=${error ? below : undefined}>
    <legend class="field-label">${label}</legend>
    <div class="paper-row">${options.map(
      (one) => html`<label key=${one.value} class=${`paper-choice ${one.value === value ? "is-chosen" : ""}`}>
        <input type="radio" name=${name} value=${one.value} checked=${one.value === value}
          aria-invalid=${error ? "true" : undefined} onChange=${() => onValue(one.value)} />
        <span>${one.label}</span></label>`,
    )}</div>
    <${Problem} id=${below} text=${error} />
  </fieldset>`;
}

/** One of many. */
export function Select({ name, label, value, onValue, options, error, empty }) {
  const below = `paper-${name}-below`;
  return html`<div class=${`field paper-${name}`}>
    <label class="field-label" for=${`paper-${name}`}>${label}</label>
    <select id=${`paper-${name}`} name=${name} class="field-input" aria-invalid=${error ? "true" : undefined}
      aria-describedby=${error ? below : undefined} onChange=${(event) => onValue(event.currentTarget.value)}>
      <option value="" selected=${!value}>${empty}</option>
      ${options.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${one.label}</option>`)}
    </select>
    <${Problem} id=${below} text=${error} />
  </div>`;
}

/** Yes, with its sentence. */
export function Tick({ name, label, value, onValue, error }) {
  const below = `paper-${name}-below`;
  return html`<div class=${`field paper-${name}`}>
    <label class="check-line" for=${`paper-${name}`}>
      <input type="checkbox" id=${`paper-${name}`} name=${name} checked=${value} aria-invalid=${error ? "true" : undefined}
        aria-describedby=${error ? below : undefined} onChange=${(event) => onValue(event.currentTarget.checked)} />
      <span>${label}</span></label>
    <${Problem} id=${below} text=${error} />
  </div>`;
}
