// What is sent to the server, made from the state. Paths are relative to /api/v1. Nothing here ever stands in an
// address: personal values travel in bodies only.
import { birthDateOf, digitsOf, yearsBetween } from "../validate.js";
import { ageOf } from "./state.js";

const without = (object) => Object.fromEntries(
  Object.entries(object).filter(([, value]) => value !== null && value !== undefined && value !== ""),
);

function birthPart(form) {
  return form.ageBy === "birth" ? { birth_date: birthDateOf(form.birth) } : { age: Number(form.age) };
}

function complaintBody(state) {
  const { form } = state;
  return without({
    text: form.text.trim(), symptoms: form.symptoms, region: form.region ?? form.regions[0], duration: form.duration,
    same_problem: state.sameProblem,
  });
}

function patientBody(state) {
  const { form, person, changed } = state;
  if (!person) {
    return without({
      name: form.name.trim(), sex: form.sex, ...birthPart(form), id_number: form.idNumber,
      phone: form.phoneDeclined ? "" : digitsOf(form.phone), phone_declined: form.phoneDeclined || null,
    });
  }
  const changes = {};
  if (changed.includes("name")) changes.name = form.name.trim();
  if (changed.includes("about")) Object.assign(changes, { sex: form.sex }, birthPart(form));
  if (changed.includes("phone")) changes.phone = form.phoneDeclined ? null : digitsOf(form.phone);
  return { ref: person.ref, changes };
}

export function ticketBody(state, requestId) {
  return {
    ...without({
      request_id: requestId, patient: patientBody(state), complaint: complaintBody(state), department: state.department,
      doctor_preference: state.doctor, language: state.language,
    }),
    consent: true,
  };
}

/** Who comes for an appointment: it knows department and doctor, and the person's name and phone. */
export function checkInBody(state, requestId) {
  const { appointment, form, language } = state;
  const patient = appointment.patient_ref
    ? { ref: appointment.patient_ref }
    : without({ sex: form.sex, ...birthPart(form), id_number: form.idNumber });
  return { request_id: requestId, patient, appointment_code: appointment.code, language, consent: true };
}

/** Whoever was found, or name and phone; sex and age go along where they are known, and open a file. */
export function bookingBody(state, requestId) {
  const { booking, form, person, language } = state;
  const patient = person ? { ref: person.ref }
    : form.sex ? patientBody(state)
      : { name: form.name.trim(), phone: digitsOf(form.phone) };
  return {
    request_id: requestId, department: booking.department, doctor: booking.offer.doctor, starts_at: booking.offer.starts_at,
    patient, language, consent: true,
  };
}

export function suggestBody(state, today) {
  const { form, person } = state;
  const age = person ? person.age : ageOf(form, today, yearsBetween, birthDateOf);
  return without({
    text: form.text.trim(), symptoms: form.symptoms, region: form.region ?? form.regions[0], duration: form.duration,
    age, sex: person ? person.sex : form.sex, language: state.language,
  });
}

export function findBody(state) {
  const { form } = state;
  if (form.findBy === "phone") return { phone: digitsOf(form.findPhone) };
  if (form.findBy === "id") return { id_number: form.findId };
  return without({ name: form.findName.trim(), birth_date: birthDateOf(form.findBirth) });
}

/** @param {string | null} [number] of whoever holds one: their ticket is triaged again (R24) */
export function alarmBody(state, requestId, number = null) {
  return without({
    request_id: requestId, number, symptoms: state.form.symptoms, text: state.form.text.trim(), language: state.language,
  });
}
