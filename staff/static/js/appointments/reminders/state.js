/** How reminding stands, as icon and word, and what is left for the banner (R71). Pure: no request, no drawing. */

/** state -> [look of the tag, icon] */
const LOOKS = {
  open: ["waiting", "phone"],
  sending: ["waiting", "send"],
  sent: ["done", "send"],
  failed: ["over", "triangle"],
  not_reached: ["over", "triangle"],
  confirmed: ["cover", "check-circle"],
  moved: ["done", "swap"],
  cancelled: ["done", "close"],
};

export const lookOf = (state) => LOOKS[state] ?? LOOKS.open;

/** Somebody still has to ring. */
export const isLeft = ({ standing }) => standing !== null;

/** Those that a person must still do first; else by time. @param {object[]} reminders */
export const leftFirst = (reminders) => [...reminders.filter(isLeft), ...reminders.filter((one) => !isLeft(one))];

/** @returns {{left: number, overdue: boolean}} of today's */
export function banner(reminders) {
  const left = reminders.filter(isLeft);
  return { left: left.length, overdue: left.some(({ standing }) => standing === "overdue") };
}
