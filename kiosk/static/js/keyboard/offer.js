// What the letters may mean at this place of this field: words and characters, the likeliest first. Pure.
import { COMPLAINT_WORDS, complaintRank } from "./complaint-words.js";
import { nameRank, nameWords } from "./name-words.js";
import { candidates, restAfter, syllableOf } from "./pinyin.js";
import { among, doubled, readingsIn, wordsFor } from "./words.js";

/** As many words as stand in the bar beside characters. */
const MOST_WORDS = 4;

/**
 * @param {Record<string, string>} table syllable -> characters
 * @returns {(letters: string, forName: boolean, written: string) => {texts: string[], characters: string[],
 *   rest: (text: string) => string}} all in their order, the characters alone, and the letters that a choice leaves
 */
export function offering(table) {
  const readings = readingsIn(table);
  return (letters, forName, written) => {
    const rankOf = (run) => (forName ? nameRank(written, syllableOf(run, table)) : complaintRank);
    const { syllable, characters } = candidates(letters, table, rankOf(letters));
    const twice = forName && written !== ""
      ? doubled(letters, (half) => candidates(half, table, rankOf(half)).characters.filter((one) => table[half] && rankOf(half)(one))) : [];
    const words = [...twice, ...wordsFor(letters, forName ? nameWords(written) : COMPLAINT_WORDS, readings)].slice(0, MOST_WORDS);
    return {
      texts: among(characters, words, letters in table),
      characters,
      rest: (text) => (words.includes(text) ? "" : restAfter(letters, syllable)),
    };
  };
}
