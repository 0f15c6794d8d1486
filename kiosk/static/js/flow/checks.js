// Which fields a page needs before one goes on. Answers {field: {id, args}}; empty when the page is complete.
import { checkAge, checkBirth, checkCode, checkIdNumber, checkName, checkPhone, checkTicketNumber } from "../validate.js";
import { lettersOf } from "./state.js";

const missing = (id) => ({ id, args: {} });

/** Pinyin or strokes that have not become characters yet: going on would lose them. */
const unfinished = ({ composing, strokes }) => (composing ? missing("kiosk-error-composing")
  : strokes.length ? missing("kiosk-error-strokes") : null);

const PAGES = {
  name: ({ form }) => ({ name: unfinished(form) ?? checkName(form.name) }),
  words: ({ form }) => ({ text: unfinished(form) }),
  worseWords: ({ form }) => ({ text: unfinished(form) }),
  worseNumber: (state) => ({ ticketNumber: checkTicketNumber(state.form.ticketNumber, lettersOf(state)) }),
  about: ({ form }, today) => ({
    sex: form.sex ? null : missing("kiosk-error-sex-empty"),
    ...(form.ageBy === "age" ? { age: checkAge(form.age) } : { birth: checkBirth(form.birth, today) }),
  }),
  idNumber: ({ form }, today) => ({ idNumber: checkIdNumber(form.idNumber, today) }),
  phone: ({ form }) => ({ phone: checkPhone(form.phone) }),
  where: ({ form }) => ({
    where: form.symptoms.length || form.regions.length || form.text.trim() ? null : missing("kiosk-error-where-empty"),
  }),
  find: ({ form }, today) => ({
    phone: { findPhone: checkPhone(form.findPhone, "kiosk-error-find-phone-empty") },
    id: { findId: checkIdNumber(form.findId, today) },
    name: { findName: unfinished(form) ?? checkName(form.findName) },
  })[form.findBy],
  appointment: ({ form }) => (form.findBy === "code" ? { code: checkCode(form.code) } : { findPhone: checkPhone(form.findPhone, "kiosk-error-appointment-phone-empty") }),
  findBirth: ({ form }, today) => ({ findBirth: checkBirth(form.findBirth, today) }),
};

export function errorsOf(state, today) {
  const found = PAGES[state.page]?.(state, today) ?? {};
  return Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong));
}
