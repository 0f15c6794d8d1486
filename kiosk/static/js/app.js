// Which page is drawn for which state.
import { useLanguage } from "/static/house/js/parts/language-hook.js";
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { isPersonal } from "./flow.js";
import { AppointmentSearch, ChooseAppointment, Searching } from "./screens/appointment.js";
import { AppointmentState, CheckIn } from "./screens/check-in.js";
import { BookingCheck, BookingSending, BookingStopped } from "./screens/booking-check.js";
import { Booked } from "./screens/booked.js";
import { Times } from "./screens/times.js";
import { ChoosePerson } from "./screens/choose-person.js";
import { Departments } from "./screens/departments.js";
import { Doctors } from "./screens/doctors.js";
import { Find, FindBirth } from "./screens/find.js";
import { Held } from "./screens/held.js";
import { Home } from "./screens/home.js";
import { Closed, Offline } from "./screens/house-states.js";
import { Misread } from "./screens/misread.js";
import { Name } from "./screens/name.js";
import { NotFound } from "./screens/not-found.js";
import { Offer } from "./screens/offer.js";
import { Phone } from "./screens/phone.js";
import { Readback } from "./screens/readback.js";
import { RedFlag } from "./screens/red-flag.js";
import { IdNumber, SexAge } from "./screens/sex-age.js";
import { HelpSheet, IdleSheet } from "./screens/sheets.js";
import { Suggestion } from "./screens/suggestion.js";
import { Ticket } from "./screens/ticket.js";
import { Sending } from "./screens/waiting.js";
import { Where, Words } from "./screens/where.js";
import { WorseNumber } from "./screens/worse-number.js";
import { Worse, WorseSigns, WorseWords } from "./screens/worse.js";

const SCREENS = {
  home: Home, name: Name, about: SexAge, idNumber: IdNumber, phone: Phone, where: Where, words: Words,
  suggestion: Suggestion, departments: Departments, doctors: Doctors, offer: Offer, readback: Readback, find: Find, findBirth: FindBirth,
  choosePerson: ChoosePerson, notFound: NotFound, held: Held, sending: Sending, ticket: Ticket, redFlag: RedFlag, worse: Worse,
  appointment: AppointmentSearch, scanning: Searching, chooseAppointment: ChooseAppointment, checkIn: CheckIn,
  appointmentState: AppointmentState, times: Times, bookingCheck: BookingCheck,
  bookingSending: BookingSending, bookingStopped: BookingStopped, booked: Booked, worseNumber: WorseNumber, worseSigns: WorseSigns, worseWords: WorseWords,
};

/** Pages that stay although the line is cut: what they show is stored, or says itself that it is waiting. */
const STAYS = new Set(["ticket", "redFlag", "booked"]);

function screenOf(state) {
  if (!state.online && !STAYS.has(state.page) && !(["sending", "bookingSending"].includes(state.page) && state.slow !== "stuck")) return ["offline", Offline];
  if (state.page === "home" && state.clinic?.taking_numbers === false) return ["closed", Closed];
  return [state.page, SCREENS[state.page]];
}

function setSize(large) {
  document.documentElement.dataset.mode = large ? "elder" : "plain";
}

export function App({ store, onLanguage }) {
  const [state, setState] = useState(store.get());
  useLanguage();
  // The size of letters is set before the page is drawn anew: some parts measure what fits.
  useEffect(() => store.listen((next) => { setSize(next.large); setState(next); }), []);
  useEffect(() => setSize(state.large), []);
  const [name, Screen] = screenOf(state);
  const warned = state.idle === "warned";
  const helping = Boolean(state.help?.open);
  const hidden = (warned || helping) && isPersonal(state);
  return html`<div class=${`stage-page ${hidden ? "is-hidden" : ""}`} aria-hidden=${warned || helping ? "true" : undefined}>
      <${Screen} key=${name} state=${state} send=${store.send} onLanguage=${onLanguage} />
    </div>
    <div class="misread-place" role="alert">${state.misread && html`<${Misread} send=${store.send} />`}</div>
    ${warned ? html`<${IdleSheet} state=${state} send=${store.send} />` : helping && html`<${HelpSheet} state=${state} send=${store.send} />`}`;
}
