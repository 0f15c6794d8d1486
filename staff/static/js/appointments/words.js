/** An appointment or an offer in words. */
import { t } from "/static/house/js/language.js";
import { dayText, dayWithName } from "../state/days.js";
import { say } from "../state/words.js";

/** 30 分钟（2 个单位） */
export const lengthText = (units) => t("staff-appt-length", { minutes: units * 15, units });

/** 上午 9:00: the part of the day is the server's word. */
export const timeText = ({ time, part }) => t(`staff-appt-at-${part}`, { time });

/** 11月24日 星期二 上午 9:00 */
export const whenText = (one) => t("staff-appt-when", { day: dayText(one.date), time: timeText(one) });

/** The same with 今天 or 明天 before it, where it is near. */
export const whenNear = (one) => t("staff-appt-when", { day: dayWithName(one.date), time: timeText(one) });

/** 唐慧 主任医师 */
export function doctorText({ doctor_names: names, title }) {
  return say(title) ? t("staff-appt-doctor-title", { name: say(names), title: say(title) }) : say(names);
}

/** Eight characters in two groups, as they are read aloud. */
export const codeText = (code) => code.replace(/^(.{4})(?=.)/, "$1 ");
