/**
 * What is said of a call, a notice or an emergency, and when a notice's turn has come. Pure.
 *
 * @typedef {{text: string, language: string, path: string}} Line
 * @typedef {"twice" | "once" | "chime" | "nothing"} Say
 */

/** A notice that came up this long ago is no longer said, in milliseconds: the screen was away meanwhile. */
export const NEWS_MS = 600_000;
/** Calls go first, but a notice does not wait longer than this for a gap between them, in milliseconds. */
export const PATIENCE_MS = 120_000;

const path = (kind, id, language) => `/api/v1/speech/${kind}/${encodeURIComponent(id)}/${language}.wav`;

/** Whether words are said at this hour, or the screen only chimes or is silent. @param {Say} say */
export const speaks = (say) => say === "twice" || say === "once";

/** @param {string[]} languages the hall's, the first is the main one @param {Say} say @returns {string[]} */
function order(languages, say) {
  const [main, ...others] = languages;
  return say === "twice" ? [main, main, ...others] : [main, ...others];
}

/**
 * The main language twice, each other language once; by the hour fewer, or none.
 * @param {object} call @param {string[]} languages @param {Say} say @returns {Line[]}
 */
export function callLines(call, languages, say) {
  if (!speaks(say)) return [];
  return order(languages, say)
    .filter((language) => call.speech?.[language])
    .map((language) => ({ language, text: call.speech[language], path: path("calls", call.call_id, language) }));
}

/**
 * Each language once.
 * @param {"notices" | "emergencies"} kind @param {{id: string, texts: object}} given @param {string[]} languages
 * @returns {Line[]}
 */
export function textLines(kind, given, languages) {
  const said = new Set();
  const lines = [];
  for (const language of languages) {
    const text = given.texts?.[language];
    // What was written in one language only stands in both: it is said once.
    if (!text || said.has(text)) continue;
    said.add(text);
    lines.push({ language, text, path: path(kind, given.id, language) });
  }
  return lines;
}

/**
 * The notice whose turn it is: the one that has waited longest of those that came up while this screen stood.
 * @param {object[]} notices @param {Set<string>} said ids @param {number} since when this screen began
 * @param {number} now @returns {object | null}
 */
export function dueNotice(notices, said, since, now) {
  const age = (notice) => now - Date.parse(notice.say_at);
  const due = notices.filter((notice) => {
    if (!notice.say_at || said.has(notice.id) || Date.parse(notice.say_at) < since) return false;
    return age(notice) >= 0 && age(notice) < NEWS_MS;
  });
  return due.sort((a, b) => age(b) - age(a))[0] ?? null;
}

/**
 * Whether a notice may be said now, and whether calls must wait for it.
 * @param {object} notice @param {import("./call_queue.js").CallQueue} queue @param {number} now
 * @returns {"no" | "while_calm" | "first"}
 */
export function noticeTurn(notice, queue, now) {
  if (queue.turn !== null && !queue.turn.voiceOver) return "no";
  if (now - Date.parse(notice.say_at) >= PATIENCE_MS) return "first";
  return queue.waiting.length === 0 ? "while_calm" : "no";
}
