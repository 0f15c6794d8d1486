// What the kiosk knows, as one plain object. A wipe replaces it whole, so that nothing of the last person stays.

export const EMPTY_FORM = Object.freeze({
  name: "", composing: "", keys: null, strokes: [], sex: null, ageBy: "age", age: "", birth: "", idNumber: "", phone: "", phoneDeclined: false,
  regions: [], region: null, symptoms: [], duration: null, text: "", view: "front",
  findBy: "phone", findPhone: "", findName: "", findBirth: "", findId: "", code: "",
  ticketNumber: "",
});

export const EMPTY_VISIT = Object.freeze({
  page: "home", trail: [], path: null, onBehalf: false, editing: null, form: EMPTY_FORM, errors: {},
  candidates: [], held: null, appointments: [], appointment: null,
  booking: null, booked: null, person: null, changed: [], sameProblem: null, suggestion: null, department: null, doctor: null,
  offerAccepted: false, request: null, asked: null, sent: null, slow: null, stuckDetail: null, reading: null, ticket: null, print: null, alarm: null, help: null,
  idle: "awake", misread: false, language: "zh-CN", large: false,
});

/** What the kiosk knows of the house; it outlives a wipe. */
export const EMPTY_HOUSE = Object.freeze({ clinic: null, symptoms: null, device: null, handwriting: false, online: true, sequence: 0 });

export const initial = () => ({ ...EMPTY_HOUSE, ...EMPTY_VISIT });

/** Back to the first page with nothing of the person left. */
export function wiped(state) {
  const house = Object.fromEntries(Object.keys(EMPTY_HOUSE).map((key) => [key, state[key]]));
  return { ...house, ...EMPTY_VISIT };
}

const STEPS = {
  name: 1, about: 2, idNumber: 2, phone: 2, where: 3, words: 3, suggestion: 3, departments: 3, doctors: 3, offer: 3, readback: 4,
};

/** {step, of} of a new patient's four steps, or null where a page is no step. */
export function progressOf(state) {
  return state.path === "new" && STEPS[state.page] ? { step: STEPS[state.page], of: 4 } : null;
}

/** The pages that show a name, a phone or an identity number: hidden at once when the idle sheet comes. */
const PERSONAL = new Set(["name", "about", "idNumber", "phone", "readback", "find", "findBirth", "choosePerson", "words",
  "held", "worseWords", "appointment", "chooseAppointment", "checkIn", "bookingCheck"]);
export const isPersonal = (state) => PERSONAL.has(state.page);

/** The letters that stand before the numbers of this house. */
export const lettersOf = (state) => [...new Set((state.clinic?.departments ?? []).map((one) => one.prefix))].filter(Boolean).sort();

export const departmentOf = (state, code) => state.clinic?.departments.find((one) => one.code === code) ?? null;

/** The age in whole years that was given by whichever way, or null. `today` is "YYYY-MM-DD". */
export function ageOf(form, today, yearsBetween, birthDateOf) {
  if (form.ageBy === "age") return form.age === "" ? null : Number(form.age);
  const date = birthDateOf(form.birth);
  return date ? yearsBetween(date, today) : null;
}
