/** Rows move to their place only when the finger has rested, so that no other button slides under a second tap. */
import { useEffect, useReducer, useRef } from "/static/vendor/htm-preact.js";
import { keptOrder, orderedRooms } from "./order.js";

const REST_MS = 1200;

/** @returns {{rows: object[], onTouch: () => void}} */
export function useSettled(rows) {
  const [, redraw] = useReducer((count) => count + 1, 0);
  const touched = useRef(-REST_MS);
  const codes = useRef([]);
  const rest = REST_MS - (performance.now() - touched.current);
  const shown = rest > 0 ? keptOrder(rows, codes.current) : orderedRooms(rows);
  codes.current = shown.map(({ room }) => room.code);
  useEffect(() => {
    if (rest <= 0) return undefined;
    const timer = setTimeout(redraw, rest);
    return () => clearTimeout(timer);
  });
  const onTouch = () => {
    touched.current = performance.now();
    redraw();
  };
  return { rows: shown, onTouch };
}
