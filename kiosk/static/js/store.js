// One state, one way to change it. Nothing is kept anywhere else: no address, no history, no storage.
import { newRequestId } from "/static/house/js/api.js";
import { serverNow } from "/static/house/js/clock.js";
import { initial, step } from "./flow.js";
import { today } from "./time.js";

export function createStore() {
  let state = initial();
  const listeners = new Set();
  return {
    get: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(type, data = {}) {
      const event = { ...data, type, uuid: newRequestId(), at: serverNow(), today: today() };
      const next = step(state, event);
      if (next === state) return;
      state = next;
      listeners.forEach((listener) => listener(state));
    },
  };
}
