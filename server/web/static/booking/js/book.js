import { Button, Icon, html, useEffect, useState } from "../../js/parts.js";
import { pick, t } from "../../js/language.js";
import { useAnswer } from "./asking.js";
import { DepartmentStep, DoctorStep } from "./choosing.js";
import { DetailsStep } from "./details.js";
import { Back, Frame, Loading, Plain, Title } from "./frame.js";
import { Times } from "./times.js";

/** The first of four steps. A step stands in the browser's history, so that "back" goes back one and loses nothing. */
const FIRST = { step: "department" };
const EMPTY = { name: "", phone: "", consent: false };

const stepIn = (kept) => (kept?.step ? kept : FIRST);

function useSteps() {
  const [at, setAt] = useState(() => stepIn(history.state));
  useEffect(() => {
    const listen = (event) => setAt(stepIn(event.state));
    addEventListener("popstate", listen);
    return () => removeEventListener("popstate", listen);
  }, []);
  function go(next) {
    history.pushState(next, "", `/book#${next.step}`);
    setAt(next);
    scrollTo(0, 0);
  }
  return [at, go];
}

/**
 * Booking: department, doctor, time, person.
 * @param {{api: any, onLanguage: (language: string) => void, onBooked: (booked: any) => void}} props
 */
export function Book({ api, onLanguage, onBooked }) {
  const { answer: house, problem, trouble } = useAnswer(() => api.get("/public/booking"), []);
  const [at, go] = useSteps();
  const [form, setForm] = useState(EMPTY);
  useEffect(() => {
    if (house?.timezone) document.documentElement.dataset.timezone = house.timezone;
  }, [house]);
  if (!house && !problem) return html`<${Frame} onLanguage=${onLanguage}><${Loading} trouble=${trouble} /><//>`;
  if (problem || !house.open) {
    return html`<${Frame} house=${house} onLanguage=${onLanguage}>
      <${Plain} icon="calendar" title=${t("booking-closed-title")} lead=${t("booking-closed-lead")} house=${house} /><//>`;
  }
  const department = house.departments.find(({ code }) => code === at.department);
  const step = department ? at.step : "department";
  const shared = { api, house, department, at, go, form, setForm, onBooked };
  return html`<${Frame} house=${house} onLanguage=${onLanguage}><${STEPS[step] ?? Departments} key=${step} ...${shared} /><//>`;
}

function Departments({ house, go }) {
  // Whoever has no choice of doctors is not asked for one.
  const choose = ({ code, doctors }) => go({ step: doctors.length > 1 ? "doctor" : "times", department: code, doctor: null });
  return html`<${DepartmentStep} house=${house} onChoose=${choose} />`;
}

function Doctors({ department, at, go }) {
  return html`<${DoctorStep} department=${department} onChoose=${(doctor) => go({ ...at, step: "times", doctor })} />`;
}

function TimesStep({ api, department, at, go }) {
  const named = department.doctors.find(({ number }) => number === at.doctor);
  const lead = named ? t("booking-where", { department: pick(department.names), doctor: pick(named.names) }) : pick(department.names);
  const ask = (wish) => api.post("/public/appointments/offers", { department: department.code, doctor: at.doctor, ...wish });
  const choose = (offer) => go({ step: "details", department: at.department, doctor: at.doctor, offer });
  const nothing = at.doctor && html`<${Button} wide look="secondary" onClick=${() => go({ ...at, doctor: null })}>${t("booking-any-doctor")}<//>`;
  return html`<${Back} /><${Title} lead=${lead}>${t("booking-times-title")}<//>
    ${at.taken && html`<p class="strip strip-warn" role="alert"><${Icon} name="clock" size=${26} /><span>${at.taken}</span></p>`}
    <${Times} ask=${ask} when=${[department.code, at.doctor, at.taken]} given=${at.offers ? { offers: at.offers } : null} onChoose=${choose} nothing=${nothing} />`;
}

function Details({ api, department, at, go, form, setForm, onBooked }) {
  const taken = (offers, sentence) => go({ step: "times", department: at.department, doctor: at.doctor, offers, taken: sentence });
  return html`<${DetailsStep} key=${at.offer.starts_at} api=${api} department=${department} offer=${at.offer} form=${form} onForm=${setForm}
    onBooked=${onBooked} onTaken=${taken} />`;
}

const STEPS = { department: Departments, doctor: Doctors, times: TimesStep, details: Details };
