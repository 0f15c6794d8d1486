/** Texts that the server sends in several languages, read in the tablet's language. */
import { pick, t } from "/static/house/js/language.js";

/**
 * The text of a `{"zh-CN": …, "en": …}` or `{zh: …, en: …}` value; a plain string is itself.
 * @param {Record<string, string>|string|null|undefined} texts
 * @param {string} [language] default: the tablet's
 */
export function say(texts, language) {
  return typeof texts === "string" ? texts : pick(texts, language);
}

/** A person by name, a device by its names; "" where nobody is known. @param {any} by a name or `{name, names?}` */
export function whoName(by) {
  if (!by || typeof by !== "object") return by ?? "";
  return (by.names && say(by.names)) || by.name || "";
}

/** Facts side by side, as in 内科·2号诊室·前面 1 人; what is missing is left out. @param {any[]} parts */
export const beside = (parts) => parts.filter(Boolean).join(t("staff-dot"));

/** Things in a row, as in 胸痛、气短. @param {string[]} parts */
export const listed = (parts) => parts.filter(Boolean).join(t("staff-list-comma"));
