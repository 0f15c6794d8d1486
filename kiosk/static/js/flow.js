// The kiosk as a state machine: step(state, event) -> state. No DOM, no network, no clock: whoever dispatches adds
// `uuid`, `at` (ms) and `today` ("YYYY-MM-DD") to every event. Pages are drawn from the state, requests are sent
// because the state asks for them (effects.js).
import { answered, refused, taskFailed, taskNews } from "./flow/answers.js";
import * as appointment from "./flow/appointment.js";
import * as booking from "./flow/booking.js";
import { draw, handwriting, read, unread } from "./flow/handwriting.js";
import * as held from "./flow/held.js";
import * as moves from "./flow/moves.js";
import { initial, wiped } from "./flow/state.js";

export { initial, progressOf, isPersonal, departmentOf } from "./flow/state.js";

const forgetError = (errors, name) => Object.fromEntries(Object.entries(errors).filter(([key]) => key !== name));

const EVENTS = {
  // the house
  clinic: (state, { body }) => ({ ...state, clinic: body, online: true }),
  symptoms: (state, { body }) => ({ ...state, symptoms: body }),
  device: (state, { body }) => ({ ...state, device: body }),
  handwriting,
  offline: (state) => ({ ...state, online: false }),
  online: (state) => (state.online ? state : { ...state, online: true }),
  language: (state, { language }) => ({ ...state, language }),
  large: (state) => ({ ...state, large: !state.large }),

  // idling
  idleWarn: (state) => (state.idle === "awake" ? { ...state, idle: "warned" } : state),
  idleStay: (state) => ({ ...state, idle: "awake" }),
  wipe: (state) => wiped(state),

  // a person's way
  start: moves.start,
  worse: (state) => moves.go(state, "worse"),
  field: (state, { name, value }) => ({
    ...state, form: { ...state.form, [name]: value }, errors: forgetError(state.errors, name),
  }),
  draw,
  read,
  unread,
  behalf: (state) => ({ ...state, onBehalf: !state.onBehalf }),
  go: (state, { page }) => moves.go(state, page),
  next: moves.next,
  back: moves.back,
  edit: moves.edit,
  declinePhone: moves.declinePhone,
  scanned: moves.scanned,
  scannedTicket: held.scannedTicket,
  printHeld: held.printHeld,
  otherNumber: held.otherNumber,
  scannedAppointment: appointment.scannedAppointment,
  misread: appointment.misread,
  closeMisread: (state) => ({ ...state, misread: false }),
  chooseAppointment: appointment.chooseAppointment,
  checkIn: appointment.checkIn,
  notMyAppointment: appointment.notMyAppointment,
  walkIn: appointment.walkIn,
  startBooking: booking.startBooking,
  bookInstead: booking.bookInstead,
  times: booking.askTimes,
  laterTimes: booking.laterTimes,
  chooseTime: booking.chooseTime,
  changeTime: booking.changeTime,
  bookForAnother: booking.bookForAnother,
  sendBooking: booking.sendBooking,
  region: moves.toggleRegion,
  symptom: moves.toggleSymptom,
  duration: (state, { value }) => ({
    ...state, form: { ...state.form, duration: state.form.duration === value ? null : value },
  }),
  view: (state) => ({ ...state, form: { ...state.form, view: state.form.view === "front" ? "back" : "front" } }),
  department: moves.chooseDepartment,
  doctors: moves.seeDoctors,
  doctor: moves.chooseDoctor,
  acceptOffer: moves.acceptOffer,
  submit: moves.submit,
  confirmKnown: moves.confirmKnown,
  choosePerson: moves.choosePerson,
  findAgain: moves.findAgain,
  registerAsNew: moves.registerAsNew,
  notMe: moves.notMe,
  sign: moves.sign,
  dismissAlarm: moves.dismissAlarm,
  help: moves.callHelp,
  closeHelp: moves.closeHelp,

  // answers
  answer: answered,
  refusal: refused,
  slow: (state, { sequence, level }) => (state.request?.sequence === sequence ? { ...state, slow: level } : state),
  print: (state, { job, news }) => (state.print?.job === job ? { ...state, print: { ...state.print, ...news } } : state),
  retry: moves.retry,
  taskNews,
  taskFailed,
};

/** What comes by itself and is no answer to "that was not read". */
const NEWS = new Set(["clinic", "symptoms", "device", "offline", "online", "idleWarn", "answer", "refusal", "slow", "print", "taskNews", "taskFailed"]);

/** @returns the next state; an unknown event is a programming error and throws. */
export function step(state, event) {
  const take = EVENTS[event.type];
  if (!take) throw new Error(`no such event: ${event.type}`);
  return take(state.misread && !NEWS.has(event.type) ? { ...state, misread: false } : state, event);
}

