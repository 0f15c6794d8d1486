// Booking at the kiosk: department, one of two or three times, name and phone or whoever was found, read-back (R65, R74).
// From a long wait all of that but the time is known already (R48).
import { bookingBody } from "./bodies.js";
import { ask, edit, go, homeOf, placeOfField } from "./moves.js";

const NO_BOOKING = Object.freeze({ department: null, part: null, earliest: null, offers: null, ended: false, taken: false, offer: null, before: null });
const OTHER_TIME = new Set(["slot_taken", "slot_not_open"]);
const NO_WAY = new Set(["booking_barred", "walk_in_only", "too_many_booked", "booking_danger"]);

/** "2026-11-30" -> "2026-12-01" */
const dayAfter = (day) => new Date(Date.parse(`${day}T12:00:00Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10);

/** From the page of appointments: nothing is known yet. */
export const startBooking = (state) => go({ ...state, path: "booking", booking: NO_BOOKING, appointment: null, person: null }, "departments");

/** Instead of a long wait: department and person are known, and "back" leads to the wait again. */
export function bookInstead(state) {
  const booking = { ...NO_BOOKING, department: state.department, before: state.path };
  return askTimes(go({ ...state, path: "booking", booking }, "times"), {});
}

export function chooseBookingDepartment(state, { code }) {
  return askTimes(go({ ...state, booking: { ...NO_BOOKING, department: code } }, "times"), {});
}

/** Two or three times: of a part of the day, or of later days. */
export function askTimes(state, { part = state.booking.part, earliest = null }) {
  const booking = { ...state.booking, part, earliest, ended: false, taken: false };
  const body = { department: booking.department, part, earliest, ref: state.person?.ref ?? null };
  const asked = ask({ ...state, booking }, "times", "/appointments/offers", body);
  return earliest ? asked : { ...asked, booking: { ...booking, offers: null } };
}

export function laterTimes(state) {
  const last = state.booking.offers.at(-1);
  return askTimes(state, { earliest: dayAfter(last.date) });
}

/** Nothing later is free: the times that stand there stay. */
export function timesTaken(state, { offers }) {
  const ended = !offers.length && Boolean(state.booking.earliest);
  return { ...state, booking: { ...state.booking, ended, offers: ended ? state.booking.offers : offers } };
}

const isKnown = ({ person, form }) => Boolean(person) || (form.name && (form.phone || (form.phoneDeclined && form.sex)));

export function chooseTime(state, { offer }) {
  const chosen = { ...state, booking: { ...state.booking, offer, taken: false } };
  return isKnown(chosen) ? go(chosen, "bookingCheck") : go(chosen, "name");
}

/** Another time from the read-back; the times are asked for anew. */
export const changeTime = (state) => askTimes(go(state, "times"), {});

/** "Not me": the time stays, the person goes. */
export function bookForAnother(state) {
  const { booking, path } = state;
  return { ...go({ ...homeOf(state), path, booking }, "name"), trail: ["home"] };
}

/** One request_id from the first press until an answer: nobody has two times. */
export function sendBooking(state, { uuid }) {
  const requestId = state.sent?.requestId ?? uuid;
  const asked = ask(go(state, "bookingSending"), "book", "/appointments", bookingBody(state, requestId));
  return { ...asked, sent: { requestId } };
}

export const bookingTaken = (state, booked) => ({ ...go(state, "booked"), booked, print: booked.print ?? null, sent: null });

/** A refusal keeps all that was typed: other times, the field at fault, or the reason and a person. */
export function bookingRefused(state, problem) {
  const trail = state.trail.slice(0, state.trail.lastIndexOf("bookingCheck"));
  const calm = { ...state, page: "bookingCheck", trail };
  if (OTHER_TIME.has(problem.code)) {
    const booking = { ...state.booking, offers: problem.offers, taken: true, offer: null, earliest: null, part: null };
    return go({ ...calm, booking }, "times");
  }
  if (NO_WAY.has(problem.code)) return { ...go(calm, "bookingStopped"), stuckDetail: problem.detail };
  if (problem.code === "patient_ref_expired") return go({ ...calm, person: null }, "find");
  const place = placeOfField(problem.fields?.[0]);
  if (!place) return { ...state, slow: "stuck", stuckDetail: problem.detail ?? null };
  return { ...edit(calm, { page: place.page }), errors: { [place.name]: { text: problem.fields[0].detail } } };
}
