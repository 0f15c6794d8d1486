/** First: for which department and whom, and which of two or three times (R65, R66, R74). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ChoiceField } from "../../parts/fields.js";
import { useDepartments } from "../../parts/departments.js";
import { Sheet } from "../../parts/sheet.js";
import { say } from "../../state/words.js";
import { useHallDepartments } from "../list/filters.js";
import { OfferPlace } from "../offers/list.js";
import { useOffers, wishBody } from "../offers/use_offers.js";
import { WishFields } from "../offers/wish.js";

/** The hall's own departments first; the others behind one more touch. */
function DepartmentField({ value, onValue }) {
  const mine = useHallDepartments();
  const all = useDepartments();
  const [more, setMore] = useState(false);
  const shown = more ? all : [...mine, ...all.filter((one) => one.code === value && !mine.includes(one))];
  const options = shown.map((one) => ({ value: one.code, label: say(one.short ?? one.names) }));
  if (shown.length < all.length) options.push({ value: "", label: t("staff-appt-other-departments") });
  return html`<${ChoiceField} name="department" label=${t("staff-department")} value=${value} options=${options}
    onValue=${(code) => (code ? onValue(code) : setMore(true))} />`;
}

/**
 * @param {{wish: object, set: (patch: object) => void, patientRef: string|null, onChoose: (offer: object) => void,
 *          onClose: () => void}} props patientRef: somebody who was found, whose doctor may have said how long it takes
 */
export function When({ wish, set, patientRef, onChoose, onClose }) {
  const body = wish.department ? { department: wish.department, ...wishBody(wish), ref: patientRef } : null;
  const found = useOffers("/appointments/offers", body);
  const units = wish.units ?? found.units ?? 1;
  return html`<${Sheet} title=${t("staff-appt-book-title")} lead=${t("staff-appt-book-lead")} onClose=${onClose}
    foot=${html`<${OfferPlace} found=${found} onChoose=${onChoose} ask=${t("staff-choose-department")} />`}>
    <${DepartmentField} value=${wish.department} onValue=${(department) => set({ department, doctor: null })} />
    <${WishFields} wish=${wish} set=${set} units=${units}
      help=${found.plan && t("staff-appt-plan", { units: found.plan.units })} />
  <//>`;
}
