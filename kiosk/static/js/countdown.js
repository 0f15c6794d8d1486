// Seconds until a page clears itself; a touch gives the whole time again.
import { useEffect, useState } from "/static/vendor/htm-preact.js";

/**
 * @param {number} seconds
 * @param {() => void} onEnd
 * @returns {number} seconds left
 */
export function useCountdown(seconds, onEnd) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    let stirred = end;
    const stir = () => { stirred = Math.max(stirred, performance.now() + seconds * 1000); };
    window.addEventListener("pointerdown", stir);
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((stirred - performance.now()) / 1000));
      setLeft(rest);
      if (!rest) onEnd();
    }, 250);
    return () => { clearInterval(timer); window.removeEventListener("pointerdown", stir); };
  }, [seconds]);
  return left;
}
