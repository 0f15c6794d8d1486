/** Booking at the desk or by phone: when, for whom, booked (R65, R66, R68, R69, R72, R74). */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { api } from "../../state/api.js";
import { useStore } from "../../state/store.js";
import { useFirstError } from "../../parts/fields.js";
import { useHallDepartments } from "../list/filters.js";
import { NO_WISH } from "../offers/wish.js";
import { useChange } from "../use_change.js";
import { viewStore } from "../view.js";
import { Booked } from "./booked.js";
import { bookingBody, EMPTY, lacking } from "./form.js";
import { When } from "./when.js";
import { Who } from "./who.js";

/** Fields that the form shows, by the server's names. */
const FIELDS = ["name", "phone", "sex", "age", "item", "consent", "override_reason"];
const EMPTY_WORDS = {
  name: "staff-register-name-missing", phone: "staff-appt-phone-missing", age: "staff-register-age-missing",
  consent: "staff-register-consent-missing",
};

/** How long the doctor said that this person's next visit takes (R69). @returns {object|null} */
function usePlan(patientRef, department) {
  const [plan, setPlan] = useState(null);
  useEffect(() => {
    setPlan(null);
    if (!patientRef || !department) return;
    // Without an answer nothing is lost: the length that was chosen stands.
    api.post("/appointments/offers", { department, ref: patientRef }).then((answer) => setPlan(answer.plan), () => {});
  }, [patientRef, department]);
  return plan;
}

/** @param {{onClose: () => void, person?: object|null, onBooked?: (appointment: object) => void}} props person: what is known already */
export function BookSheet({ onClose, person, wish: wished, onBooked }) {
  const view = useStore(viewStore);
  const halls = useHallDepartments();
  const department = view.department ?? (halls.length === 1 ? halls[0].code : null);
  const [wish, setWish] = useState({ ...NO_WISH, department, doctor: view.doctor, ...wished });
  const [form, setForm] = useState({ ...EMPTY, ...person });
  const [offer, setOffer] = useState(null);
  const [gone, setGone] = useState(null);
  const [choosing, setChoosing] = useState(true);
  const [missing, setMissing] = useState({});
  const [booked, setBooked] = useState(null);
  useFirstError(missing);
  const requestId = useRef(newRequestId());
  const plan = usePlan(form.found?.ref ?? null, wish.department);
  const change = useChange({
    guard: "book", fields: FIELDS,
    onOffers: (offers, sentence) => {
      setGone({ offers, sentence });
      setOffer(null);
    },
  });
  const set = (patch) => {
    setForm((before) => ({ ...before, ...patch }));
    setMissing({});
  };
  const choose = (chosen) => {
    setOffer(chosen);
    setChoosing(false);
  };
  const again = (patch) => {
    setWish((before) => ({ ...before, ...patch }));
    setGone(null);
    setChoosing(true);
  };
  const send = async () => {
    const empty = lacking(form);
    setMissing(Object.fromEntries(empty.map((field) => [field, t(EMPTY_WORDS[field])])));
    if (empty.length) return;
    setGone(null);
    const { ok, answer } = await change.send({
      verb: "book", failed: t("staff-appt-failed-book"),
      run: () => api.post("/appointments", bookingBody(form, offer, requestId.current, currentLanguage())),
    });
    if (!ok) return;
    setBooked(answer);
    onBooked?.(answer);
  };
  if (booked) return html`<${Booked} appointment=${booked} onClose=${onClose} />`;
  if (choosing) {
    return html`<${When} wish=${wish} patientRef=${form.found?.ref ?? null} onChoose=${choose} onClose=${onClose}
      set=${(patch) => setWish((before) => ({ ...before, ...patch }))} />`;
  }
  return html`<${Who} offer=${offer} gone=${gone} form=${form} set=${set} plan=${plan} onChoose=${setOffer} onSend=${send}
    change=${{ ...change, errors: { ...change.errors, ...missing } }} onOther=${() => again({})}
    onPlan=${() => again({ units: plan.units })} onClose=${onClose} />`;
}
