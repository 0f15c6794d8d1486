/**
 * A TV has nobody to press reload. The page is loaded again when it no longer draws, when the server answers but
 * the live connection does not come back, when code failed, and once a night; never while the server is away,
 * since the browser's own failure page would take the screen.
 */

const LOOK_MS = 5_000;
const FROZEN_MS = 30_000;
const CUT_OFF_MS = 60_000;
const NIGHT_HOUR = 3;
const DAY_MS = 20 * 3600_000;
const CALM_DOWN_MS = 10_000;
const AFTER_FAILURE_MS = 30_000;

async function serverAnswers() {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {object} options
 * @param {() => boolean} options.connected
 * @param {() => boolean} options.idle nobody is being called
 * @param {() => void} [options.reload]
 * @returns {{reloadSoon: (most?: number) => void, stop: () => void}}
 */
export function startWatchdog({ connected, idle, reload = () => location.reload() }) {
  const started = performance.now();
  let drawn = performance.now();
  let heard = performance.now();
  let ordered = 0;
  let going = false;

  async function reloadIfServed() {
    if (going) return;
    going = true;
    if (await serverAnswers()) reload();
    going = false;
  }

  function draw() {
    drawn = performance.now();
    frame = requestAnimationFrame(() => setTimeout(draw, 1_000));
  }
  let frame = 0;
  draw();

  const timer = setInterval(() => {
    const now = performance.now();
    if (connected()) heard = now;
    if (document.visibilityState !== "visible") drawn = now;
    const night = now - started > DAY_MS && new Date().getHours() === NIGHT_HOUR && idle();
    if (night || now - drawn > FROZEN_MS || now - heard > CUT_OFF_MS) reloadIfServed();
  }, LOOK_MS);

  /** @param {number} [most] spread over so many milliseconds, so that all screens do not ask at once */
  function reloadSoon(most = CALM_DOWN_MS) {
    if (ordered) return;
    ordered = setTimeout(() => { ordered = 0; reloadIfServed(); }, Math.random() * most);
  }

  // A failure that comes back at once would otherwise reload without end.
  const failed = () => setTimeout(reloadSoon, AFTER_FAILURE_MS);
  window.addEventListener("error", failed);
  window.addEventListener("unhandledrejection", failed);

  return {
    reloadSoon,
    stop() {
      clearInterval(timer);
      clearTimeout(ordered);
      cancelAnimationFrame(frame);
      window.removeEventListener("error", failed);
      window.removeEventListener("unhandledrejection", failed);
    },
  };
}
