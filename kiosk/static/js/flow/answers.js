// What the server answered, taken into the state. An answer to a question that was left is ignored.
import { appointmentsTaken, checkInRefused, linkTaken } from "./appointment.js";
import { bookingRefused, bookingTaken, timesTaken } from "./booking.js";
import { againRefused, heldRefused, heldTaken } from "./held.js";
import { alarm, edit, foundPerson, go, homeOf, placeOfField } from "./moves.js";
import { wiped } from "./state.js";

/** Levels 1 and 2 never queue (R22). */
const LAST_ALARM_LEVEL = 2;

const TAKE = {
  find(state, body) {
    const candidates = body.candidates ?? [];
    if (body.needs === "birth_date" && state.page !== "findBirth") return go({ ...state, candidates }, "findBirth");
    if (!candidates.length) return go(state, "notFound");
    if (candidates.length === 1) return foundPerson({ ...state, candidates }, candidates[0]);
    return go({ ...state, candidates }, "choosePerson");
  },
  appointments: appointmentsTaken,
  link: linkTaken,
  times: timesTaken,
  book: bookingTaken,
  held: heldTaken,
  again: (state, body) => ({ ...go(state, "ticket"), ticket: body, print: body.print ?? null, held: null }),
  suggest(state, body, event) {
    if (body.red_flags?.length || body.urgency <= LAST_ALARM_LEVEL) return alarm({ ...state, suggestion: null }, event);
    return { ...state, suggestion: body };
  },
  ticket(state, body, event) {
    if (body.state === "urgent") return alarm({ ...state, ticket: body }, { ...event, id: body.alarm?.id ?? "told" });
    return { ...go(state, "ticket"), ticket: body, print: body.print ?? null, sent: null };
  },
};

export function answered(state, event) {
  const { request } = state;
  if (!request || request.sequence !== event.sequence) return state;
  return TAKE[request.kind]({ ...state, request: null, slow: null, online: true }, event.body, event);
}

/** A refusal by the server: beside the field where it has one, else the way on that fits. */
export function refused(state, event) {
  const { request } = state;
  if (!request || request.sequence !== event.sequence) return state;
  const { problem } = event;
  const calm = { ...state, request: null, slow: null };
  if (request.kind === "held") return heldRefused(calm);
  if (["find", "appointments", "link"].includes(request.kind) && problem.status === 429) return go(searched(calm), "notFound");
  if (problem.code === "busy" || problem.status >= 500 || problem.status === 429) return { ...calm, slow: "stuck" };
  if (request.kind === "again") return againRefused(calm, problem);
  if (request.kind === "find") return findRefused(calm, problem);
  if (request.kind === "appointments" || request.kind === "link") return go(searched(calm), "notFound");
  if (request.kind === "times") return { ...calm, booking: { ...calm.booking, offers: [] } };
  if (request.kind === "book") return bookingRefused({ ...calm, sent: null }, problem);
  if (request.kind === "suggest") return { ...calm, suggestion: { departments: [], reasons: [], ask_a_person: true } };
  return ticketRefused({ ...calm, sent: null }, problem);
}

/** Behind a scan stands the page of the search. */
const searched = (state) => (state.page === "scanning" ? { ...state, page: "appointment" } : state);

function findRefused(state, problem) {
  const field = problem.fields?.[0];
  const own = { phone: "findPhone", id: "findId", name: "findName" }[state.form.findBy];
  if (!field) return go(state, "notFound");
  const target = /birth_date$/.test(field.field) && state.page === "findBirth" ? "findBirth" : own;
  return { ...state, errors: { [target]: { text: field.detail } } };
}

function ticketRefused(state, problem) {
  const { code } = problem;
  if (code === "closed") return { ...wiped(state), clinic: { ...state.clinic, taking_numbers: false } };
  if (state.path === "appointment") return checkInRefused(state, problem);
  if (code === "patient_ref_expired") return { ...withoutSending(state), page: "find", trail: ["home"], person: null };
  // The server cannot tell the department by itself: the person chooses, or asks a guide there (R28).
  if (code === "ask_a_person") return toDepartments(state, null);
  if (code === "department_closed") return toDepartments(state, problem.detail);
  const field = problem.fields?.[0];
  if (field && /department/.test(field.field)) return toDepartments(state, null);
  // The doctor has left the room meanwhile: the others are there.
  if (field && /doctor/.test(field.field) && state.doctor) {
    return { ...withoutSending(state), page: "doctors", doctor: null, errors: { doctor: { text: field.detail } } };
  }
  const place = placeOfField(field);
  if (!place) return { ...state, slow: "stuck", stuckDetail: problem.detail ?? null };
  const shown = place.name === "age" && state.form.ageBy === "birth" ? "birth" : place.name;
  const readback = { ...withoutSending(state), page: "readback" };
  return { ...edit(readback, { page: place.page }), errors: { [shown]: { text: field.detail } } };
}

const withoutSending = (state) => ({ ...state, trail: state.trail.filter((page) => page !== "sending") });

function toDepartments(state, detail) {
  const shown = go({ ...withoutSending(state), department: null, page: state.trail.at(-1) ?? "home" }, "departments");
  return { ...shown, errors: detail ? { department: { text: detail } } : {} };
}

/** An alarm or a help call that was received, claimed or finished. */
export function taskNews(state, { slot, sequence, body, state: news }) {
  const task = state[slot];
  if (!task || (sequence && task.send?.sequence !== sequence)) return state;
  if (body) return taskTaken(state, slot, body);
  // An alarm ends, a help call is resolved: for whoever stands here it is the same.
  return { ...state, [slot]: { ...task, state: news === "ended" ? "resolved" : news } };
}

/** The server has it: what was sent is forgotten. Words of whoever holds a number become an alarm or a guide's walk. */
function taskTaken(state, slot, body) {
  const task = state[slot];
  const taken = { send: null, since: task.since, id: body.id, state: "open", failed: false };
  if (task.send?.path !== "/alarms") return { ...state, [slot]: { ...task, ...taken } };
  if (!body.id) {
    const help = { ...taken, id: body.help?.id ?? null, number: body.number ?? null, open: true, worse: true };
    // Somebody else may stand here by now, whose page is left alone.
    if (slot === "help") return { ...state, help: task.open ? help : null };
    return { ...homeOf(state), help };
  }
  if (slot === "alarm") return { ...state, alarm: { ...task, ...taken } };
  return { ...go(state, "redFlag"), help: null, alarm: taken };
}

/**
 * It did not arrive. A server that refuses it gets it again without the number, which alone can be at fault: in danger
 * nobody fails over a number.
 */
export function taskFailed(state, { slot, sequence, status = 0 }) {
  const task = state[slot];
  if (task?.send?.sequence !== sequence) return state;
  const failed = { ...task, failed: true };
  if (![400, 404, 409, 422].includes(status) || !task.send.body.number) return { ...state, [slot]: failed };
  const { number: _, ...body } = task.send.body;
  const again = state.sequence + 1;
  return { ...state, sequence: again, [slot]: { ...failed, send: { ...task.send, body, sequence: again } } };
}
