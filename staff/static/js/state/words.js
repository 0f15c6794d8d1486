/** Texts that the server sends in several languages, read in the tablet's language. */
import { pick } from "/static/house/js/language.js";

/**
 * The text of a `{"zh-CN": …, "en": …}` or `{zh: …, en: …}` value; a plain string is itself.
 * @param {Record<string, string>|string|null|undefined} texts
 * @param {string} [language] default: the tablet's
 */
export function say(texts, language) {
  return typeof texts === "string" ? texts : pick(texts, language);
}
