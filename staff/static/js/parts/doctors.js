/** The doctors on duty in a department, with their rooms and how many wait for each alone. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { documentsOf, hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { beside, say } from "../state/words.js";
import { ChoiceField } from "./fields.js";

/** No doctor in particular. */
export const ANY = "any";

const figuresOf = (documents, department, number) =>
  documents[`staff/queue/${department}`]?.doctors?.find((one) => one.number === number) ?? { waiting: 0, estimate: null };

/** How long a new patient would wait for one doctor; where nobody can say, that (R37). */
export const waitWords = (estimate) => (!estimate ? t("staff-whose-no-figure")
  : estimate.low ? t("staff-range", { low: estimate.low, high: estimate.high }) : t("staff-whose-within", { high: estimate.high }));

/** @returns {{number: string, names: object, title: object, room: string, waiting: number, estimate: object|null}[]} */
export function doctorsOnDuty(documents, department) {
  return documentsOf(documents, "room")
    .filter((room) => room.department === department && room.doctor && room.state !== "closed")
    .map((room) => ({
      ...room.doctor, room: say(room.names), ...figuresOf(documents, department, room.doctor.number),
    }));
}

/** @param {{department: string, value: string|null, onValue: (value: string) => void, except?: string|null, error?: string}} props */
export function DoctorField({ department, value, onValue, except, error }) {
  const documents = useStore(hallStore, (state) => state.documents);
  const options = doctorsOnDuty(documents, department)
    .filter((doctor) => doctor.number !== except)
    .map((doctor) => ({
      value: doctor.number,
      label: say(doctor.names),
      detail: beside([say(doctor.title), doctor.room, t("staff-whose-waiting", { count: doctor.waiting }), waitWords(doctor.estimate)]),
    }));
  return html`<${ChoiceField} name="doctor" label=${t("staff-whose-label")} value=${value} onValue=${onValue}
    error=${error} options=${[{ value: ANY, label: t("staff-whose-any") }, ...options]} />`;
}
