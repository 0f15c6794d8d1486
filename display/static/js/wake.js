/** Keeps the TV awake where the browser allows it; asked again whenever the page comes back into view. */

/** @returns {() => void} stop */
export function keepAwake() {
  let lock = null;
  let asking = false;

  async function ask() {
    if (!navigator.wakeLock || document.visibilityState !== "visible" || asking || (lock && !lock.released)) return;
    asking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      lock = null; // Refused on battery or without a secure origin: the TV's own settings hold it awake then.
    } finally {
      asking = false;
    }
  }

  document.addEventListener("visibilitychange", ask);
  const timer = setInterval(ask, 60_000);
  ask();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
    lock?.release?.();
  };
}
