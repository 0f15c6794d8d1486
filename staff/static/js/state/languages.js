/** The tablet's language: chosen once, remembered on this tablet. */
import { loadLanguage } from "/static/house/js/language.js";

/** The files of sentences that the tablet needs. */
export const CATALOGUES = [
  "common", "staff", "staff-hall", "staff-appointments", "staff-downtime", "staff-printers",
];
const KEY = "houzhen-staff-language";
export const LANGUAGES = [
  { code: "zh-CN", name: "中文" },
  { code: "en", name: "English" },
];

export function firstLanguage() {
  let stored = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // no storage: the browser's own language decides
  }
  if (LANGUAGES.some(({ code }) => code === stored)) return stored;
  return navigator.language.startsWith("zh") || !navigator.language.startsWith("en") ? "zh-CN" : "en";
}

export async function chooseLanguage(code) {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // it holds until the page is reloaded
  }
  await loadLanguage(code, CATALOGUES);
}
