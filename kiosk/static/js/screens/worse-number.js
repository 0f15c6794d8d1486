// The number of whoever holds one and feels worse: its letter from those of the house, then its digits (R24).
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { Field } from "../field.js";
import { lettersOf } from "../flow/state.js";
import { Actions, NextButton, Page, Question } from "../frame.js";
import { DigitPad } from "../keyboard/pads.js";
import { partsOfNumber } from "../validate.js";

/** Letters that fit into one row at a finger's width. */
const A_ROW = 9;
const MOST_DIGITS = 4;

function Letters({ letters, chosen, onChoose }) {
  const rows = letters.length > A_ROW ? 2 : 1;
  const columns = Math.ceil(letters.length / rows);
  return html`<div class=${`letters letters-${rows}`} role="group" aria-label=${t("kiosk-worse-letters")}
    style=${{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
    ${letters.map((letter) => html`<button type="button" key=${letter} class="letter number" aria-pressed=${String(letter === chosen)}
      onClick=${() => onChoose(letter)}>${letter}</button>`)}
  </div>`;
}

export function WorseNumber({ state, send, onLanguage }) {
  const { form, errors } = state;
  const { letter, digits } = partsOfNumber(form.ticketNumber);
  const set = (value) => send("field", { name: "ticketNumber", value });
  const next = () => send("next");
  return html`<${Page} name="worse-number" state=${state} send=${send} onLanguage=${onLanguage} progress=${false} sub=${t("kiosk-sub-worse")}>
    <${Question}>${t("kiosk-worse-number-title")}</${Question}>
    <${Field} id="ticket-number" numeric label=${t("kiosk-worse-number-label")} value=${form.ticketNumber}
      shown=${[letter, digits].filter(Boolean).join(" ")} hint=${t("kiosk-worse-number-hint")} problem=${errors.ticketNumber}
      onInput=${(text) => { const given = partsOfNumber(text); set(given.letter + given.digits.slice(0, MOST_DIGITS)); }}
      onEnter=${next} help=${t("kiosk-worse-number-help")} />
    <${Letters} letters=${lettersOf(state)} chosen=${letter} onChoose=${(one) => set(one + digits)} />
    <${DigitPad} value=${digits} most=${MOST_DIGITS} onChange=${(value) => set(letter + value)} onEnter=${next} />
    <${Actions}>
      <button type="button" class="action action-side" onClick=${() => send("help")}>
        <${Icon} name="headset-person" size=${44} /><span>${t("kiosk-worse-number-skip")}</span></button>
      <${NextButton} send=${send} />
    </${Actions}>
  </${Page}>`;
}
