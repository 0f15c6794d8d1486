/** A TV speaks to everybody at once: the hall's first language large, the second beside it. */
import { loadCatalogue, pick, tIn } from "/static/house/js/language.js";

const KNOWN = ["zh-CN", "en"];
const FILES = ["common", "display"];

/** Loads every catalogue that a hall may ask for, so that a change of the hall's languages needs no reload. */
export async function loadWords() {
  await Promise.all(KNOWN.map((language) => loadCatalogue(language, FILES)));
}

/**
 * @param {string[] | undefined} languages of the hall, the first is the main one
 * @returns {{main: string, second: string | null, all: string[],
 *   say: (id: string, args?: object) => string, also: (id: string, args?: object) => string,
 *   name: (texts: object | null | undefined) => string, alsoName: (texts: object | null | undefined) => string}}
 *   `also…` are "" where the hall has one language, or where both read the same
 */
export function words(languages) {
  const asked = (languages ?? KNOWN).filter((language) => KNOWN.includes(language));
  const all = asked.length ? asked : KNOWN.slice(0, 1);
  const [main, second = null] = all;
  const other = (texts) => (second && texts ? texts[second] ?? texts[second.split("-")[0]] ?? "" : "");
  return {
    main,
    second,
    all,
    say: (id, args) => tIn(main, id, args),
    also: (id, args) => (second ? tIn(second, id, args) : ""),
    name: (texts) => pick(texts, main),
    alsoName: (texts) => (other(texts) === pick(texts, main) ? "" : other(texts)),
  };
}
