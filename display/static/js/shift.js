/**
 * Burn-in: the whole picture wanders within ±4 px, one step of 2 px each three minutes, along a path that visits
 * every place once before it begins again.
 */

const STEP_PX = 2;
const REACH = 2;
export const STEP_MS = 180_000;

/** @param {number} step @returns {{x: number, y: number}} pixels on the 1920 grid; neighbours are one step apart */
export function place(step) {
  const width = REACH * 2 + 1;
  const places = width * width;
  const round = places * 2 - 2;
  const turn = ((step % round) + round) % round;
  // There and back again, so that the return from the last place to the first is no jump.
  const index = turn < places ? turn : round - turn;
  const row = Math.floor(index / width);
  const column = row % 2 === 0 ? index % width : width - 1 - (index % width);
  return { x: (column - REACH) * STEP_PX, y: (row - REACH) * STEP_PX };
}

/** Begins at the middle. @param {HTMLElement} element @returns {() => void} stop */
export function startShift(element) {
  let step = Math.floor(((REACH * 2 + 1) ** 2) / 2);
  const timer = setInterval(() => {
    step += 1;
    const { x, y } = place(step);
    element.style.setProperty("--shift-x", `${x}px`);
    element.style.setProperty("--shift-y", `${y}px`);
  }, STEP_MS);
  return () => clearInterval(timer);
}
