// Asks the server which character the strokes mean: after each stroke, and again until it answers.

const SLOW_AFTER = 2000;
const AGAIN_AFTER = 1500;
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

export function startReader(store, api) {
  const { send } = store;
  let asked = null;
  let stop = null;

  /** Milliseconds until the same is asked again, or null where it was answered. */
  async function once({ of: strokes, place }, signal) {
    const slow = setTimeout(() => send("unread", { strokes, how: "slow" }), SLOW_AFTER);
    try {
      const { candidates } = await api.post("/writing/candidates", { strokes, place }, { timeout: 8000, signal });
      send("read", { strokes, characters: candidates });
      return null;
    } catch (problem) {
      if (problem.code === "no_handwriting") return send("handwriting", { offered: false }), null;
      // Written faster than the server allows: a moment later it answers.
      if (problem.status === 429) return 1000 * (problem.body.args?.seconds ?? 1);
      send("unread", { strokes, how: "away" });
      // No answer at all has no status.
      return !problem.status || problem.status >= 500 ? AGAIN_AFTER : null;
    } finally {
      clearTimeout(slow);
    }
  }

  async function ask(reading, signal) {
    for (;;) {
      const again = await once(reading, signal);
      if (again === null) return;
      await wait(again);
      if (signal.aborted) return;
    }
  }

  store.listen(({ reading }) => {
    const strokes = reading?.of ?? null;
    if (strokes === asked) return;
    asked = strokes;
    stop?.abort();
    stop = new AbortController();
    if (strokes) ask(reading, stop.signal);
  });
}
