/** The layout of tickets as it is edited: every line in its place, printed or not. Plain data in, plain data out. */

/** The lines that a ticket may have, in the standard order (printers/template.py). */
export const LINES = ["clinic", "time", "number", "department", "place", "ahead", "wait", "code", "missed", "worse", "companion", "notes"];
export const LANGUAGES = ["patient", "zh", "en", "zh-only", "en-only"];
export const MOST_NOTES = 6;
export const LONGEST_NOTE = 240;
/** Without it nobody knows when it is their turn. */
export const ALWAYS = "number";

/** What is not printed stands below what is, ready to be switched on. */
export function formOf({ logo, lines, languages, notes }) {
  const rest = LINES.filter((name) => !lines.includes(name));
  return {
    logo, languages,
    lines: [...lines.map((name) => ({ name, on: true })), ...rest.map((name) => ({ name, on: false }))],
    notes: notes.map(({ zh = "", en = "" }) => ({ zh, en })),
  };
}

const texts = ({ zh, en }) => ({ ...(zh.trim() ? { zh: zh.trim() } : {}), ...(en.trim() ? { en: en.trim() } : {}) });

/** As the server takes it. An empty sentence is sent too: the server says what is missing of it. */
export function layoutOf(form) {
  return {
    logo: form.logo, languages: form.languages, notes: form.notes.map(texts),
    lines: form.lines.filter(({ on }) => on).map(({ name }) => name),
  };
}

/** As it is looked at while it is written: a sentence that is still empty is not yet there. */
export function shownOf(form) {
  const layout = layoutOf(form);
  return { ...layout, notes: layout.notes.filter((note) => note.zh || note.en) };
}

/** Whether two layouts print the same; the server's keys may come in another order. */
export function same(one, other) {
  const plain = ({ logo, languages, lines, notes }) => JSON.stringify([logo, languages, lines, notes.map(({ zh = "", en = "" }) => [zh, en])]);
  return plain(one) === plain(other);
}

/** A line one place up (-1) or down (1). */
export function moved(lines, at, by) {
  const to = at + by;
  if (to < 0 || to >= lines.length) return lines;
  const next = [...lines];
  [next[at], next[to]] = [next[to], next[at]];
  return next;
}

/** field of the form → sentence: "logo", "lines", "notes.0" for either text of a note. */
export function errorsOf(problem) {
  const found = {};
  for (const { field, detail } of problem?.fields ?? []) {
    const [, part, place] = String(field).split(".");
    found[part === "notes" && place !== undefined ? `notes.${place}` : part] ??= detail;
  }
  return found;
}
