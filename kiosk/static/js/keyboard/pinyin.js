// From letters to candidates. Pure: the table of syllables comes from simple-keyboard-layouts (its Chinese layout),
// the preference for characters that stand in names from name-words.js.

/** The longest beginning of `letters` that is a syllable, or "". */
export function syllableOf(letters, table) {
  const stop = letters.indexOf("'");
  const run = stop > 0 ? letters.slice(0, stop) : letters;
  for (let length = Math.min(6, run.length); length > 0; length -= 1) {
    if (table[run.slice(0, length)]) return run.slice(0, length);
  }
  return "";
}

const charactersOf = (table, syllable) => table[syllable]?.split(/\s+/).filter(Boolean) ?? [];

/**
 * @param {string} letters what was typed, lower case
 * @param {Record<string, string>} table syllable -> characters, most used first
 * @param {(character: string) => number} [rank] greater comes earlier; equal ones keep the table's order
 * @returns {{syllable: string, characters: string[]}} the part of `letters` that a choice would use up
 */
export function candidates(letters, table, rank = () => 0) {
  if (!letters) return { syllable: "", characters: [] };
  const whole = syllableOf(letters, table);
  // "zho" is no syllable yet: offer what it may become.
  const open = !letters.slice(whole.length) || !whole ? letters : null;
  const found = [...charactersOf(table, whole)];
  if (open && !table[letters]) {
    Object.keys(table).filter((key) => key.startsWith(open)).forEach((key) => found.push(...charactersOf(table, key)));
  }
  const syllable = table[letters] ? letters : open && !whole ? letters : whole;
  const unique = [...new Set(found)];
  const order = new Map(unique.map((character, place) => [character, place]));
  unique.sort((a, b) => rank(b) - rank(a) || order.get(a) - order.get(b));
  return { syllable, characters: unique };
}

/** What is left of the letters after a character was chosen for `syllable`. */
export const restAfter = (letters, syllable) => letters.slice(syllable.length).replace(/^'/, "");

/** May this letter follow? Nothing is swallowed silently, but no endless row either. */
export const mayFollow = (letters) => letters.length < 24;
