// What the tests of the kiosk's state machine share: a house, and events sent one after the other.
import { initial, step } from "../../../kiosk/static/js/flow.js";

export const TODAY = "2026-11-23";
export const symptoms = { regions: [{ code: "chest" }], symptoms: [{ code: "chest-pain", red_flag: true }, { code: "cough" }] };
export const clinic = {
  departments: [
    { code: "internal", prefix: "A", open: true, waiting: 2, estimate: { low: 5, likely: 10, high: 15 } },
    { code: "paediatrics", prefix: "C", open: true, waiting: 18, estimate: { low: 40, likely: 50, high: 60 } },
  ],
};

/** Sends events one after the other; every event gets its own uuid. */
export function walk(state, ...events) {
  let count = state.sequence + 1;
  return events.reduce((now, event) => {
    count += 1;
    return step(now, { uuid: `request-${count}-${Math.random()}`, at: 1000, today: TODAY, ...event });
  }, state);
}

export const field = (name, value) => ({ type: "field", name, value });
export const start = () => walk(initial(), { type: "clinic", body: clinic }, { type: "symptoms", body: symptoms });

/** The server's answer, or its refusal, to what the state asks for now. */
export const answer = (state, body) => walk(state, { type: "answer", sequence: state.request.sequence, body });
export const refuse = (state, problem) => walk(state, { type: "refusal", sequence: state.request.sequence, problem: { fields: [], ...problem } });
