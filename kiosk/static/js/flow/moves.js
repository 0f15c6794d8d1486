// From page to page. Every function takes the state (and the event) and answers the next state; no DOM, no clock.
import { factsOfIdNumber, wholeNumber } from "../validate.js";
import { alarmBody, checkInBody, findBody, suggestBody, ticketBody } from "./bodies.js";
import { searchAppointments } from "./appointment.js";
import { chooseBookingDepartment } from "./booking.js";
import { errorsOf } from "./checks.js";
import { askHeld } from "./held.js";
import { EMPTY_FORM, departmentOf, wiped } from "./state.js";

/** Minutes of estimated wait above which the patient is asked whether that suits (R37, R52): the clinic's own. */
const offerAbove = (state) => state.clinic?.education_minutes ?? 15;

export const go = (state, page) => ({ ...state, page, trail: [...state.trail, state.page], errors: {} });

/** Without a body it is a question only. What was asked is remembered, so that it can be asked once more as it was. */
export function ask(state, kind, path, body) {
  const sequence = state.sequence + 1;
  return { ...state, sequence, slow: null, stuckDetail: null, asked: { kind, path, body }, request: { kind, path, body, sequence } };
}

/** Once more the same, with the same request_id: nobody gets two numbers. */
export const retry = (state) => (state.asked ? ask(state, state.asked.kind, state.asked.path, state.asked.body) : state);

export function back(state) {
  if (state.editing) return { ...leaveEdit(state), form: state.editing.form };
  const trail = state.trail.slice();
  const page = trail.pop();
  if (!page || page === "home") return homeOf(state);
  // Out of the booking again, to the wait that it was to replace.
  const way = page === "offer" && state.booking ? { path: state.booking.before, booking: null } : {};
  return { ...state, ...way, page, trail, errors: {}, request: null, slow: null };
}

export function start(state, { path }) {
  const from = { ...state, path };
  if (path === "new") return go(from, "name");
  return go({ ...from, form: { ...from.form, findBy: "phone" } }, path === "appointment" ? "appointment" : "find");
}

/** The search once more, by another way. */
export const findAgain = (state, { findBy }) => ({
  ...state, page: state.path === "appointment" ? "appointment" : "find", trail: ["home"], errors: {},
  form: { ...state.form, findBy },
});

/** Editing from the read-back: one page, then back; the former values return when one steps back. */
export function edit(state, { page }) {
  return { ...go({ ...state, editing: { page, form: state.form, from: state.page } }, page) };
}

const PAGE_OF_FIELD = [
  [/name$/, "name", "name"], [/(age|birth_date)$/, "about", "age"], [/sex$/, "about", "sex"],
  [/id_number$/, "idNumber", "idNumber"], [/phone$/, "phone", "phone"],
];

/** The page and the field of it that a refusal means, or null. */
export function placeOfField(field) {
  const found = field && PAGE_OF_FIELD.find(([pattern]) => pattern.test(field.field));
  return found ? { page: found[1], name: found[2] } : null;
}

function leaveEdit(state) {
  return { ...state, page: state.editing.from, trail: state.trail.slice(0, -1), editing: null, errors: {}, request: null };
}

function finishEdit(state) {
  const field = state.page === "idNumber" ? "about" : state.page;
  const changed = state.changed.includes(field) ? state.changed : [...state.changed, field];
  const trail = state.trail.slice(0, state.trail.lastIndexOf(state.editing.from) + 1);
  return { ...leaveEdit({ ...state, trail }), changed };
}

const AFTER = {
  name: (state) => go(state, state.form.idNumber || state.path === "booking" ? "phone" : "about"),
  about: (state, event) => afterAbout(state, event),
  idNumber: (state, event) => afterAbout(withIdFacts(state), event),
  phone: (state) => go(state, state.path === "booking" ? "bookingCheck" : "where"),
  where: (state, event) => toSuggestion(state, event),
  words: (state) => back(state),
  worseNumber: (state) => go(withWholeNumber(state), "worseSigns"),
  worseWords: (state, event) => tellWorse(state, event),
  find: (state) => (state.form.findBy === "name" ? go(state, "findBirth") : search(state)),
  findBirth: (state) => search(state),
  appointment: (state) => searchAppointments(state),
};

function afterAbout(state, event) {
  if (state.path === "appointment") return submit(state, event);
  // A booking asks for sex and age only where there is no phone to go by.
  return go(state, state.path === "booking" ? "bookingCheck" : "phone");
}

export function next(state, event) {
  const errors = errorsOf(state, event.today);
  if (Object.keys(errors).length) return { ...state, errors };
  if (state.editing && state.page !== "words") {
    return finishEdit(state.page === "idNumber" ? withIdFacts(state) : state);
  }
  return AFTER[state.page]?.(state, event) ?? state;
}

export function declinePhone(state) {
  const form = { ...state.form, phone: "", phoneDeclined: true };
  const declined = { ...state, form };
  if (state.path === "booking" && !form.sex) return go({ ...declined, editing: null }, "about");
  return state.editing ? finishEdit(declined) : go(declined, state.path === "booking" ? "bookingCheck" : "where");
}

function withIdFacts(state) {
  const { sex, birth } = factsOfIdNumber(state.form.idNumber);
  return { ...state, form: { ...state.form, sex, birth, ageBy: "birth" } };
}

export const search = (state) => ({
  ...ask(state, "find", "/patients/find", findBody(state)), candidates: [], person: null,
});

/** A card reader typed a whole identity number: it fills sex and birth date wherever one is (R1). */
export function scanned(state, event) {
  const { number, form } = event;
  const before = form ?? state.form;
  const filled = withIdFacts({ ...state, form: { ...before, idNumber: number }, errors: {} });
  if (state.page === "home" || state.page === "find" || state.page === "findBirth") {
    const finding = { ...state, form: { ...before, findBy: "id", findId: number }, errors: {} };
    const path = state.path ?? "known";
    return search(state.page === "home" ? go({ ...finding, path }, "find") : { ...finding, path });
  }
  if (state.editing && ["about", "idNumber"].includes(state.page)) return finishEdit(filled);
  if (state.page === "about" || state.page === "idNumber") return afterAbout(filled, event);
  return ["name", "phone"].includes(state.page) && !state.person ? filled : state;
}

function toSuggestion(state, event) {
  const asked = ask({ ...state, suggestion: null, department: null, offerAccepted: false }, "suggest",
    "/triage/suggest", suggestBody(state, event.today));
  return go(asked, "suggestion");
}

export function chooseDepartment(state, { code, uuid }) {
  if (state.path === "booking") return chooseBookingDepartment(state, { code });
  const department = departmentOf(state, code);
  const suggested = state.suggestion?.departments?.find((one) => one.code === code);
  const estimate = suggested?.estimate ?? department?.estimate;
  const chosen = { ...state, department: code, doctor: null };
  if (estimate && estimate.likely > offerAbove(state) && !state.offerAccepted) return go(chosen, "offer");
  return afterDepartment(chosen, { uuid });
}

/** Which doctor, with how long each takes (R37): of a department that was suggested or chosen. */
export const seeDoctors = (state, { code }) => go({ ...state, department: code, doctor: null }, "doctors");

/** One doctor, or any where `number` is null; who reads each range here is asked no more whether the wait suits. */
export const chooseDoctor = (state, event) => afterDepartment({ ...state, doctor: event.number, offerAccepted: true }, event);

export const acceptOffer = (state, event) => afterDepartment({ ...state, offerAccepted: true }, event);

/** Whoever was found has confirmed their data before; a new patient does so now (R9). */
const afterDepartment = (state, event) => (state.person ? submit(state, event) : go(state, "readback"));

/** One request_id from the first press until an answer: a repeated press gives the same ticket. */
export function submit(state, { uuid }) {
  const requestId = state.sent?.requestId ?? uuid;
  const body = (state.path === "appointment" ? checkInBody : ticketBody)(state, requestId);
  const from = state.page === "sending" ? state : go(state, "sending");
  return { ...ask(from, "ticket", "/tickets", body), sent: { requestId } };
}

/** A person who was here before: the same problem goes straight to a number, another one to the body picture. */
export function confirmKnown(state, event) {
  if (event.choice === "same") return submit({ ...state, sameProblem: true, department: null }, event);
  const other = { ...state, sameProblem: false };
  return go(other, event.choice === "department" ? "departments" : "where");
}

export function choosePerson(state, { ref }) {
  const person = state.candidates.find((one) => one.ref === ref);
  return person ? foundPerson(state, person) : state;
}

/** Somebody was found: their data is read back, for a time that they have chosen, or for a number unless they hold one. */
export function foundPerson(state, person) {
  const found = { ...state, person, form: keepFindForm(state.form), changed: [] };
  return state.path === "booking" ? go(found, "bookingCheck") : askHeld(found, person.ref);
}

/** What was typed to find somebody stays, what would be sent as theirs does not. */
const keepFindForm = (form) => ({
  ...EMPTY_FORM, findBy: form.findBy, findPhone: form.findPhone, findName: form.findName, findBirth: form.findBirth,
  findId: form.findId,
});

/** Not found: registering as new keeps what was typed. */
export function registerAsNew(state) {
  const { form } = state;
  const filled = {
    ...form, phone: form.findPhone, name: form.findName, idNumber: form.findId, birth: form.findBirth,
    ageBy: form.findBirth ? "birth" : "age",
  };
  const fresh = { ...state, path: state.path === "booking" ? "booking" : "new", person: null, candidates: [], form: filled };
  return go(form.findId ? withIdFacts(fresh) : fresh, "name");
}

export function notMe(state, event) {
  if (state.person) return { ...go({ ...state, person: null, candidates: [] }, "find"), trail: ["home"] };
  return start(homeOf(state), { ...event, path: "new" });
}

// ---- where it hurts

const toggled = (list, value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);

export function toggleRegion(state, { code }) {
  const { form } = state;
  const chosen = form.regions.includes(code);
  // A second touch on a part that is not the one shown only shows its words; on the shown one it lets go.
  const regions = chosen && form.region === code ? toggled(form.regions, code) : [...new Set([...form.regions, code])];
  const region = regions.includes(code) ? code : regions.at(-1) ?? null;
  return { ...state, errors: {}, form: { ...form, regions, region } };
}

export function toggleSymptom(state, { code, redFlag, uuid, at }) {
  const symptoms = toggled(state.form.symptoms, code);
  const chosen = { ...state, errors: {}, form: { ...state.form, symptoms } };
  return redFlag && symptoms.includes(code) ? alarm(chosen, { uuid, at }) : chosen;
}

// ---- danger and help

/** Staff are told at once; the page turns red and shows since when (R22, R24). */
export function alarm(state, { uuid, at, id = null, number = null }) {
  const sequence = state.sequence + 1;
  const send = id ? null : { path: "/alarms", body: alarmBody(state, uuid, number), sequence };
  return {
    ...go({ ...state, request: null }, "redFlag"),
    sequence, alarm: { send, id, since: at, state: id ? "open" : "sending" },
  };
}

/** A sign that was touched on the page for emergencies: a symptom of the knowledge, or words. */
export function sign(state, { code, text, uuid, at }) {
  const form = { ...state.form, symptoms: code ? [code] : [], text: text ?? "" };
  const number = state.page === "worseSigns" ? form.ticketNumber : null;
  return alarm({ ...state, form }, { uuid, at, number });
}

const withWholeNumber = (state) => ({
  ...state, form: { ...state.form, ticketNumber: wholeNumber(state.form.ticketNumber) },
});

/**
 * Who holds a number says in their own words what is worse. The server decides whether that is danger: until it has
 * answered a guide is being called, and the page turns red as soon as it says so (R24).
 */
function tellWorse(state, { uuid, at }) {
  const sequence = state.sequence + 1;
  const send = { path: "/alarms", body: alarmBody(state, uuid, state.form.ticketNumber), sequence };
  return { ...homeOf(state), sequence, help: { send, id: null, since: at, state: "sending", open: true, worse: true } };
}

/** The first page in the language and size that the person chose, nothing else of them left. */
export const homeOf = (state) => ({ ...wiped(state), language: state.language, large: state.large });

export function dismissAlarm(state) {
  const form = { ...state.form, symptoms: state.form.symptoms.filter((code) => !isRedFlag(state, code)) };
  const trail = state.trail.slice();
  const page = trail.pop();
  if (!page || ["home", "worse", "worseSigns", "sending", "readback"].includes(page)) return wiped(state);
  // From the suggestion the person returns to the body picture: what raised the alarm is asked again there.
  const target = page === "suggestion" ? trail.pop() ?? "where" : page;
  return { ...state, page: target, trail, form, alarm: null, suggestion: null };
}

const isRedFlag = (state, code) => Boolean(state.symptoms?.symptoms.find((one) => one.code === code)?.red_flag);

export function callHelp(state, { uuid, at }) {
  if (state.help && !["done", "resolved"].includes(state.help.state)) return { ...state, help: { ...state.help, open: true } };
  const sequence = state.sequence + 1;
  const send = { path: "/help", body: { request_id: uuid, page: state.page }, sequence };
  return { ...state, sequence, help: { send, id: null, since: at, state: "sending", open: true } };
}

/** The call goes on, unless it told whose number it is: the next person shall not read that. */
export function closeHelp(state) {
  const { help } = state;
  if (!help) return state;
  return { ...state, help: help.worse && !help.send ? null : { ...help, open: false } };
}
