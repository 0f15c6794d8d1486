// What a field may hold, decided without DOM or clock. Each check answers null when the value is right, else
// {id, args}: the sentence of the catalogue that says what is wrong and what it should be (R1).

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_MARKS = "10X98765432";
export const OLDEST = 120;

const wrong = (id, args = {}) => ({ id, args });

/** Digits of what was typed, without the gaps that the field shows. */
export const digitsOf = (text) => text.replace(/\D/g, "");

/** @param {string} name a person's name in any script */
export function checkName(name) {
  const text = name.trim();
  if (!text) return wrong("kiosk-error-name-empty");
  if (/\d/.test(text)) return wrong("kiosk-error-name-digits");
  if (!/\p{L}/u.test(text)) return wrong("kiosk-error-name-letters");
  if ([...text].length > 60) return wrong("kiosk-error-name-long");
  return null;
}

/** A mobile number of the mainland: 11 digits that begin with 1. */
export function checkPhone(phone, empty = "kiosk-error-phone-empty") {
  const digits = digitsOf(phone);
  if (!digits) return wrong(empty);
  if (digits.length !== 11) return wrong("kiosk-error-phone-length", { count: digits.length });
  if (!/^1[3-9]/.test(digits)) return wrong("kiosk-error-phone-start");
  return null;
}

/** "A24" -> {letter: "A", digits: "24"}; letters that stand after digits are dropped. */
export function partsOfNumber(text) {
  const [, letter, digits] = /^([A-Z]*)(\d*)/.exec(text.toUpperCase().replace(/[^A-Z\d]/g, ""));
  return { letter, digits };
}

/** The number as it stands on the slip: at least three digits, so that A24 means A024. */
export function wholeNumber(text) {
  const { letter, digits } = partsOfNumber(text);
  return letter + String(Number(digits)).padStart(3, "0");
}

/**
 * A number that somebody holds. Only what no slip can say is refused: whether it was given out, the server knows.
 * @param {string[]} letters those of the house's departments
 */
export function checkTicketNumber(text, letters) {
  const { letter, digits } = partsOfNumber(text);
  if (!letter && !digits) return wrong("kiosk-error-number-empty");
  if (!letter) return wrong("kiosk-error-number-letter");
  if (!letters.includes(letter)) return wrong("kiosk-error-number-unknown", { letter });
  if (digits.length > 4 || Number(digits) === 0) return wrong("kiosk-error-number-digits");
  return null;
}

/** Whole years between two dates "YYYY-MM-DD". */
export function yearsBetween(birthDate, today) {
  const [year, month, day] = birthDate.split("-").map(Number);
  const [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
  const before = thisMonth < month || (thisMonth === month && thisDay < day);
  return thisYear - year - (before ? 1 : 0);
}

/** "19510312" -> "1951-03-12", or null when no such day exists. */
export function birthDateOf(digits) {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

export function checkBirth(digits, today) {
  if (!digits) return wrong("kiosk-error-birth-empty");
  if (digits.length !== 8) return wrong("kiosk-error-birth-length", { count: digits.length });
  const date = birthDateOf(digits);
  if (!date) return wrong("kiosk-error-birth-none");
  if (date > today) return wrong("kiosk-error-birth-future");
  if (yearsBetween(date, today) > OLDEST) return wrong("kiosk-error-birth-old");
  return null;
}

export function checkAge(age) {
  if (age === "") return wrong("kiosk-error-age-empty");
  if (Number(age) > OLDEST) return wrong("kiosk-error-age-old", { most: OLDEST });
  return null;
}

/** True when the eighteenth mark of a resident identity number fits the seventeen before it (GB 11643). */
export function checksumFits(number) {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return CHECK_MARKS[sum % 11] === number[17];
}

export function checkIdNumber(number, today) {
  if (!number) return wrong("kiosk-error-id-empty");
  if (number.length !== 18) return wrong("kiosk-error-id-length", { count: number.length });
  const date = birthDateOf(number.slice(6, 14));
  if (!checksumFits(number) || !date || date > today) return wrong("kiosk-error-id-checksum");
  return null;
}

/** Sex and birth digits that a right identity number tells. */
export function factsOfIdNumber(number) {
  return { sex: Number(number[16]) % 2 ? "male" : "female", birth: number.slice(6, 14) };
}

/** 138 1234 5678 as one reads a phone number aloud. */
export function spacedPhone(phone) {
  const digits = digitsOf(phone);
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(" ");
}

/** 110101 19510312 0017 */
export function spacedIdNumber(number) {
  return [number.slice(0, 6), number.slice(6, 14), number.slice(14)].filter(Boolean).join(" ");
}

/** 138****5678 */
export const maskedPhone = (phone) => digitsOf(phone).replace(/^(\d{3})\d{4}/, "$1****");
