/** What a ticket says, in which order and languages, and the clinic's own sentences on it. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ChoiceField, TextField } from "../parts/fields.js";
import { ALWAYS, LANGUAGES, LONGEST_NOTE, MOST_NOTES, moved } from "./form.js";

function Line({ line, first, last, onFlip, onMove }) {
  const label = t(`staff-layout-line-${line.name}`);
  const fixed = line.name === ALWAYS;
  return html`<li class=${`layout-line ${line.on ? "" : "is-off"}`} data-line=${line.name}>
    <label class="check-line"><input type="checkbox" checked=${line.on} disabled=${fixed} onChange=${onFlip} /><span>${label}
      ${fixed && html`<small class="second"> ${t("staff-layout-always")}</small>`}</span></label>
    <button type="button" class="stepper-key" disabled=${first} aria-label=${t("staff-layout-up", { line: label })} onClick=${() => onMove(-1)}>
      <${Icon} name="arrow-up" size=${22} /></button>
    <button type="button" class="stepper-key" disabled=${last} aria-label=${t("staff-layout-down", { line: label })} onClick=${() => onMove(1)}>
      <${Icon} name="arrow-down" size=${22} /></button>
  </li>`;
}

/** @param {{lines: {name: string, on: boolean}[], error?: string, onLines: (lines: any[]) => void}} props */
export function LinesCard({ lines, error, onLines }) {
  const flip = (at) => onLines(lines.map((line, place) => (place === at ? { ...line, on: !line.on } : line)));
  return html`<section class="card layout-card"><h2>${t("staff-layout-lines")}</h2>
    <p class="second">${t("staff-layout-lines-help")}</p>
    <ul class="layout-lines">${lines.map((line, at) => html`<${Line} key=${line.name} line=${line} first=${at === 0} last=${at === lines.length - 1}
      onFlip=${() => flip(at)} onMove=${(by) => onLines(moved(lines, at, by))} />`)}</ul>
    ${error && html`<p class="field-problem" role="alert"><${Icon} name="octagon-alert" /><span>${error}</span></p>`}
  </section>`;
}

export function LanguagesCard({ languages, error, onLanguages }) {
  return html`<section class="card layout-card">
    <${ChoiceField} name="languages" label=${t("staff-layout-languages")} value=${languages} onValue=${onLanguages} error=${error}
      help=${t(`staff-layout-languages-${languages}-help`)}
      options=${LANGUAGES.map((value) => ({ value, label: t(`staff-layout-languages-${value}`) }))} />
  </section>`;
}

/** @param {{notes: {zh: string, en: string}[], errors: Record<string, string>, onNotes: (notes: any[], gone?: number) => void}} props */
export function NotesCard({ notes, errors, onNotes }) {
  const set = (at, name) => (value) => onNotes(notes.map((note, place) => (place === at ? { ...note, [name]: value } : note)), at);
  const full = notes.length >= MOST_NOTES;
  return html`<section class="card layout-card"><h2>${t("staff-layout-notes")}</h2>
    <p class="second">${t("staff-layout-notes-help")}</p>
    ${notes.map((note, at) => html`<div class="layout-note" key=${at} role="group" aria-label=${t("staff-layout-note", { place: at + 1 })}>
      <${TextField} name=${`note-${at}-zh`} label=${t("staff-layout-note-zh", { place: at + 1 })} value=${note.zh} onValue=${set(at, "zh")} limit=${LONGEST_NOTE}
        error=${errors[`notes.${at}`]} />
      <${TextField} name=${`note-${at}-en`} label=${t("staff-layout-note-en", { place: at + 1 })} value=${note.en} onValue=${set(at, "en")} limit=${LONGEST_NOTE} />
      <button type="button" class="button button-quiet is-small" onClick=${() => onNotes(notes.filter((_, place) => place !== at))}>
        <${Icon} name="trash" size=${20} />${t("staff-layout-note-remove", { place: at + 1 })}</button>
    </div>`)}
    <button type="button" class="button button-quiet is-side layout-add" disabled=${full} onClick=${() => onNotes([...notes, { zh: "", en: "" }])}>
      <${Icon} name="plus" size=${22} />${full ? t("staff-layout-notes-full", { most: MOST_NOTES }) : t("staff-layout-note-add")}</button>
    ${errors.notes && html`<p class="field-problem" role="alert"><${Icon} name="octagon-alert" /><span>${errors.notes}</span></p>`}
  </section>`;
}
