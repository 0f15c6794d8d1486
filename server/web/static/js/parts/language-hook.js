import { useEffect, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, onLanguageChange } from "../language.js";

/** @returns {string} the page's language; the component draws again when it changes */
export function useLanguage() {
  const [language, setLanguage] = useState(currentLanguage());
  useEffect(() => onLanguageChange(setLanguage), []);
  return language;
}
