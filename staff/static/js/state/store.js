/**
 * The smallest store that serves: one value, replaced by patches, with a preact hook.
 */
import { useEffect, useReducer, useRef } from "/static/vendor/htm-preact.js";

/**
 * @template {object} T
 * @param {T} initial
 */
export function createStore(initial) {
  let value = initial;
  const listeners = new Set();
  return {
    get: () => value,
    /** @param {Partial<T>} patch */
    set(patch) {
      value = { ...value, ...patch };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Re-renders when the chosen part changes (by identity).
 * @template T, R
 * @param {{get: () => T, subscribe: Function}} store
 * @param {(value: T) => R} select
 * @returns {R}
 */
export function useStore(store, select = (value) => value) {
  const [, redraw] = useReducer((count) => count + 1, 0);
  const chosen = select(store.get());
  const last = useRef(chosen);
  const chooser = useRef(select);
  last.current = chosen;
  chooser.current = select;
  useEffect(() => {
    const look = () => {
      if (!Object.is(chooser.current(store.get()), last.current)) redraw();
    };
    look(); // the value may have changed between drawing and subscribing
    return store.subscribe(look);
  }, [store]);
  return chosen;
}
