/** In which order tasks stand, and which of them a narrow page shows. Pure: no request, no drawing. */

const MOST = 2;

/** The longest first. Claiming moves nothing: a card never leaves from under the finger that touched it. */
export const longestFirst = (tasks, since) => [...tasks].sort((a, b) => String(a[since]).localeCompare(String(b[since])));

/** Red flags that nobody took stand before those that somebody took: the next one must be seen at once. */
export function alarmsFirst(alarms) {
  const rank = (task) => (task.state === "claimed" ? 1 : 0);
  return longestFirst(alarms, "raised_at").sort((a, b) => rank(a) - rank(b));
}

/** The first two of a kind, and those that somebody took: they still need an outcome. @returns {object[]} */
export const firstFew = (tasks) => tasks.filter((task, index) => index < MOST || task.state === "claimed");
