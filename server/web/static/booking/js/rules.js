/** What the pages for booking decide on plain values: days, fields, and how an appointment stands. */

const NOON = "T12:00:00Z";
const DAY_MS = 24 * 3600 * 1000;
const SHORTEST_PHONE = 7;
const LONGEST_PHONE = 15;
const LONGEST_NAME = 60;

/**
 * @param {string} day "2026-11-30"
 * @returns {string} the day after
 */
export function dayAfter(day) {
  return new Date(Date.parse(day + NOON) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * Times by day, each day and each time once and in order.
 * @param {{date: string, starts_at: string, doctor: string}[]} offers
 * @returns {{date: string, offers: any[]}[]}
 */
export function byDay(offers) {
  const key = (one) => `${one.starts_at}/${one.doctor}`;
  const once = [...new Map(offers.map((one) => [key(one), one])).values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const days = new Map();
  for (const one of once) days.set(one.date, [...(days.get(one.date) ?? []), one]);
  return [...days].map(([date, list]) => ({ date, offers: list }));
}

/**
 * @param {{name: string, phone: string, consent: boolean}} form
 * @returns {Record<string, string>} the sentence for each field that is to be mended
 */
export function problemsOf({ name, phone, consent }) {
  const found = {};
  const trimmed = name.trim();
  if (!trimmed) found.name = "booking-problem-name-empty";
  else if (/\d/.test(trimmed) || !/\p{L}/u.test(trimmed)) found.name = "booking-problem-name";
  else if ([...trimmed].length > LONGEST_NAME) found.name = "booking-problem-name-long";
  const digits = phone.replace(/[\s()+-]/g, "");
  if (!digits) found.phone = "booking-problem-phone-empty";
  else if (!/^\d+$/.test(digits) || digits.length < SHORTEST_PHONE || digits.length > LONGEST_PHONE) found.phone = "booking-problem-phone";
  if (!consent) found.consent = "booking-problem-consent";
  return found;
}

/**
 * How an appointment stands for whoever holds its page.
 * @param {{state: string, starts_at: string, date: string}} appointment
 * @param {number} now milliseconds
 * @param {string} today "2026-11-30" in the clinic's zone
 * @returns {"expected" | "today" | "late" | "past" | "checked_in" | "done" | "cancelled"}
 */
export function standing({ state, starts_at: startsAt, date }, now, today) {
  if (["checked_in", "done", "cancelled"].includes(state)) return state;
  if (state !== "booked" || date < today) return "past";
  if (date > today) return "expected";
  return Date.parse(startsAt) > now ? "today" : "late";
}

/** "K7M2QX4P" -> "K7M2 QX4P", as one reads it aloud. */
export function spacedCode(code) {
  return [code.slice(0, 4), code.slice(4)].filter(Boolean).join(" ");
}
