// Nobody there: at `warn_seconds` the sheet asks, at `wipe_seconds` everything is gone (both from GET /clinic).
const DEFAULTS = { warn_seconds: 30, wipe_seconds: 50 };
/** Whoever waits for a guide who was called is given this many times longer. */
const WAITING_FOR_HELP = 4;

export const idleOf = (state) => ({ ...DEFAULTS, ...(state.clinic?.idle ?? {}) });

export function startIdle(store) {
  let last = performance.now();
  const stir = () => { last = performance.now(); };
  ["pointerdown", "keydown", "input"].forEach((name) => window.addEventListener(name, stir, { capture: true, passive: true }));
  store.listen((state) => { if (state.idle === "awake" && was === "warned") stir(); was = state.idle; });
  let was = "awake";

  setInterval(() => {
    const state = store.get();
    const idle = (performance.now() - last) / 1000;
    const { warn_seconds: warn, wipe_seconds: wipe } = idleOf(state);
    if (["redFlag", "ticket", "booked"].includes(state.page)) return;
    const longer = state.help?.open ? WAITING_FOR_HELP * warn - warn : 0;
    const nothingToLose = state.page === "home" && !state.help?.open;
    if (nothingToLose) {
      if (idle >= wipe && (state.language !== "zh-CN" || state.large)) store.send("wipe");
      return;
    }
    if (idle >= wipe + longer) store.send("wipe");
    else if (idle >= warn + longer) store.send("idleWarn");
  }, 250);
}
