/** Whether the tablet is held upright: one column, the rail below. */
import { useEffect, useState } from "/static/vendor/htm-preact.js";

const NARROW = matchMedia("(max-width: 1023px)");

export function useNarrow() {
  const [narrow, setNarrow] = useState(NARROW.matches);
  useEffect(() => {
    const look = () => setNarrow(NARROW.matches);
    NARROW.addEventListener("change", look);
    return () => NARROW.removeEventListener("change", look);
  }, []);
  return narrow;
}
