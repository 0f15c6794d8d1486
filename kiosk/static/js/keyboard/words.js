// Words that are written in one go. Pure: the readings of characters come from the table of syllables.

/** @returns {(character: string) => string[]} the syllables that a character is written with */
export function readingsIn(table) {
  const readings = new Map();
  Object.entries(table).forEach(([syllable, characters]) => {
    for (const character of characters.replace(/\s/g, "")) {
      // The table has beginnings of syllables too; a reading has a vowel.
      if (/[aeiouv]/.test(syllable)) readings.set(character, [...(readings.get(character) ?? []), syllable]);
    }
  });
  return (character) => readings.get(character) ?? [];
}

const initialOf = (syllable) => /^([zcs]h|.)/.exec(syllable)[0];

/** Whether the letters are the syllables of these characters, each whole or by its initial, the last as far as it goes. */
function spells(letters, characters, readings) {
  if (!letters) return true;
  const [first, ...others] = characters;
  if (!first) return false;
  return readings(first).some((syllable) => [syllable, initialOf(syllable), syllable[0]].some((part) => letters.startsWith(part)
    && spells(letters.slice(part.length), others, readings)) || syllable.startsWith(letters));
}

/**
 * @param {string} letters what was typed, lower case
 * @param {string[]} words the more usual one first
 * @param {(character: string) => string[]} readings
 * @returns {string[]} the words that may be meant: those of as many syllables first, at least two letters long
 */
export function wordsFor(letters, words, readings) {
  const run = letters.replaceAll("'", "");
  if (run.length < 2) return [];
  return words.filter((word) => {
    const [first, ...others] = word;
    // The first character's syllable alone may mean any other character: it takes a letter of the second.
    return readings(first).some((syllable) => [syllable, initialOf(syllable), syllable[0]].some((part) => run.startsWith(part)
      && run.length > part.length && spells(run.slice(part.length), others, readings)));
  });
}

/** Given names are often one character twice: "tingting" is 婷婷. */
export function doubled(letters, charactersFor, most = 2) {
  const half = letters.slice(0, letters.length / 2).replace(/'$/, "");
  if (!half || (letters !== half + half && letters !== `${half}'${half}`)) return [];
  return charactersFor(half).slice(0, most).map((character) => character + character);
}

/** Words among characters: first, but after the two likeliest characters where the letters are a syllable by themselves. */
export const among = (characters, words, isSyllable) => (isSyllable
  ? [...characters.slice(0, 2), ...words, ...characters.slice(2)] : [...words, ...characters]);
