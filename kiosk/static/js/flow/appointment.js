// Signing in for an appointment: found by code, phone or a scanned link, confirmed, then a number (R4, R34).
import { digitsOf } from "../validate.js";
import { ask, closeHelp, go, homeOf, start, submit } from "./moves.js";

/** Pages on which a scanned appointment is no business of whoever stands there. */
const DEAF = new Set(["sending", "redFlag"]);
/** Pages where people write with letters: a fast typist is no scanner. An appointment's address is heard there too. */
const WRITING = new Set(["name", "words", "worseWords"]);

export function findAppointmentBody({ form }) {
  return form.findBy === "code" ? { code: form.code } : { phone: digitsOf(form.findPhone) };
}

export const searchAppointments = (state) => ({
  ...ask(state, "appointments", "/appointments/find", findAppointmentBody(state)), appointments: [], appointment: null,
});

/**
 * A scanner read an appointment's address (its `token`) or its code. Whoever scans begins anew: what another person
 * has left half filled in is not theirs to see.
 */
export function scannedAppointment(state, { token, code }) {
  if (DEAF.has(state.page)) return state;
  if (!token && (WRITING.has(state.page) || (state.page === "find" && state.form.findBy === "name"))) return state;
  const { help } = closeHelp(state);
  const begun = start({ ...homeOf(state), help }, { path: "appointment" });
  const scanning = { ...begun, page: "scanning", form: { ...begun.form, findBy: "code", code: code ?? "" } };
  return token ? ask(scanning, "link", `/public/appointments/${encodeURIComponent(token)}`) : searchAppointments(scanning);
}

/** A reader read something that means nothing here: a sentence says so, and what it typed into a field is gone. */
export const misread = (state, { form }) => (DEAF.has(state.page) ? state : { ...state, form: form ?? state.form, misread: true });

/** The page of the search stands behind a scan, so that "back" leads there. */
const fromSearch = (state) => (state.page === "scanning" ? { ...state, page: "appointment" } : state);

export function linkTaken(state, body) {
  return searchAppointments({ ...state, form: { ...state.form, findBy: "code", code: body.code } });
}

export function appointmentsTaken(state, body) {
  const appointments = body.appointments ?? [];
  const found = { ...fromSearch(state), appointments };
  if (!appointments.length) return go(found, "notFound");
  return appointments.length === 1 ? open(found, appointments[0]) : go(found, "chooseAppointment");
}

const open = (state, appointment) => go({ ...state, appointment }, appointment.check_in.possible ? "checkIn" : "appointmentState");

export function chooseAppointment(state, { id }) {
  const appointment = state.appointments.find((one) => one.id === id);
  return appointment ? open(state, appointment) : state;
}

/** Yes, that is mine. Who never was here is asked sex and age; name and phone came with the booking. */
export function checkIn(state, event) {
  return state.appointment.patient_ref ? submit(state, event) : go(state, "about");
}

/** "Not mine": back to the search with nothing of the other person left. */
export const notMyAppointment = (state) => ({
  ...start(homeOf(state), { path: "appointment" }), form: { ...homeOf(state).form, findBy: state.form.findBy },
});

/** No appointment today, but here: a number like everybody. Who is on file need not be looked for again. */
export function walkIn(state, event) {
  const { appointment } = state;
  if (!appointment) return { ...start(homeOf(state), { ...event, path: "known" }), form: { ...state.form, findBy: "phone" } };
  if (!appointment.patient_ref) return start(homeOf(state), { ...event, path: "new" });
  const { patient_ref: ref, name_masked, phone_masked } = appointment;
  return go({ ...state, path: "known", person: { ref, name_masked, phone_masked, sex: null, age: null }, appointment: null }, "where");
}

const REASONS = {
  appointment_other_day: "other_day", appointment_over: "over", appointment_other_person: "other_person",
};

/** Signing in was refused: what stands on the page is what the server says now. */
export function checkInRefused(state, problem) {
  const calm = { ...state, page: "appointment", trail: ["home"] };
  const reason = REASONS[problem.code];
  if (reason) {
    const appointment = { ...state.appointment, check_in: { ...state.appointment.check_in, possible: false, reason } };
    return go({ ...calm, appointment }, "appointmentState");
  }
  if (problem.code === "appointment_not_found") return go(calm, "notFound");
  if (problem.code === "patient_ref_expired") return { ...calm, appointment: null };
  const field = problem.fields?.[0];
  const name = field && /sex$/.test(field.field) ? "sex" : state.form.ageBy;
  if (field && !state.appointment.patient_ref) {
    return { ...go(go(calm, "checkIn"), "about"), errors: { [name]: { text: field.detail } } };
  }
  return { ...state, slow: "stuck", stuckDetail: problem.detail ?? null };
}
