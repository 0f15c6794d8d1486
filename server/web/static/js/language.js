/**
 * Sentences from the catalogues (Mozilla Fluent). A page loads the files that it needs, in one language or in two
 * (a TV shows both), and asks for a sentence by its id.
 */
import { FluentBundle, FluentResource } from "/static/vendor/fluent/index.js";

/** @typedef {"zh-CN" | "en"} Language */

const DEFAULT = "zh-CN";
const ATTEMPTS = 4;

/** @type {Map<string, FluentBundle>} */
const bundles = new Map();
/** @type {Map<string, Promise<void>>} */
const loading = new Map();
/** @type {Set<(language: string) => void>} */
const listeners = new Set();

let current = document.documentElement.lang || DEFAULT;

/**
 * Load catalogue files without changing the page's language.
 * @param {string} language
 * @param {string[]} files names without ".ftl"
 */
export async function loadCatalogue(language, files) {
  await Promise.all(files.map((file) => loadFile(language, file)));
}

/**
 * Load catalogue files and make `language` the language of the page.
 * @param {string} language
 * @param {string[]} [files] where omitted, every file that was loaded in another language before
 */
export async function loadLanguage(language, files = loadedFiles()) {
  await loadCatalogue(language, files);
  current = language;
  document.documentElement.lang = language;
  listeners.forEach((listener) => listener(language));
}

/** @returns {string} the language of the page */
export function currentLanguage() {
  return current;
}

/**
 * @param {(language: string) => void} listener called after each change of language
 * @returns {() => void} stops listening
 */
export function onLanguageChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The sentence with this id in the language of the page.
 * @param {string} id
 * @param {Record<string, string | number>} [args]
 * @returns {string} the id itself where no catalogue has it
 */
export function t(id, args) {
  return tIn(current, id, args);
}

/**
 * The sentence with this id in a given language, whose files must have been loaded.
 * @param {string} language
 * @param {string} id
 * @param {Record<string, string | number>} [args]
 * @returns {string}
 */
export function tIn(language, id, args) {
  const bundle = bundles.get(language);
  const message = bundle?.getMessage(id);
  if (!bundle || !message?.value) {
    console.warn(`no sentence ${id} in ${language}`);
    return id;
  }
  return bundle.formatPattern(message.value, args, []);
}

/**
 * The entry of a `{"zh-CN": …, "en": …}` (or `{zh, en}`) value from the server for a language.
 * @param {Record<string, string> | null | undefined} texts
 * @param {string} [language]
 * @returns {string} "" where there is none
 */
export function pick(texts, language = current) {
  if (!texts) return "";
  return texts[language] ?? texts[language.split("-")[0]] ?? texts[DEFAULT] ?? texts.zh ?? texts.en ?? "";
}

function loadedFiles() {
  return [...new Set([...loading.keys()].map((key) => key.split("/")[1]))];
}

function loadFile(language, file) {
  const key = `${language}/${file}`;
  let promise = loading.get(key);
  if (!promise) {
    promise = fetchFile(key).then((source) => {
      const bundle = bundles.get(language) ?? new FluentBundle(language, { useIsolating: false });
      bundles.set(language, bundle);
      bundle.addResource(new FluentResource(source), { allowOverrides: true });
    });
    loading.set(key, promise);
    promise.catch(() => loading.delete(key));
  }
  return promise;
}

async function fetchFile(key) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(`/locales/${key}.ftl`);
      if (!answer.ok) throw new Error(`catalogue ${key}: ${answer.status}`);
      return await answer.text();
    } catch (problem) {
      if (attempt === ATTEMPTS) throw problem;
      await new Promise((done) => setTimeout(done, 400 * 2 ** attempt));
    }
  }
}
