import { Button, Field, Icon, html, useRef, useState } from "../../js/parts.js";
import { ApiProblem, newRequestId } from "../../js/api.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, pick, t } from "../../js/language.js";
import { sentenceOf } from "./asking.js";
import { Back, Title } from "./frame.js";
import { problemsOf } from "./rules.js";
import { doctorShown } from "./times.js";

/** Refusals after which another time may do. */
const OTHER_TIME = ["slot_taken", "slot_not_open"];

/**
 * Name, phone, consent; then it is booked. What was typed lives with the caller, so that another time loses nothing.
 * @param {object} props
 * @param {any} props.api
 * @param {any} props.department
 * @param {any} props.offer
 * @param {{name: string, phone: string, consent: boolean}} props.form
 * @param {(form: object) => void} props.onForm
 * @param {(booked: any) => void} props.onBooked
 * @param {(offers: any[], sentence: string) => void} props.onTaken
 */
export function DetailsStep({ api, department, offer, form, onForm, onBooked, onTaken }) {
  const [problems, setProblems] = useState(/** @type {Record<string, string>} */ ({}));
  const [refusal, setRefusal] = useState("");
  const [busy, setBusy] = useState(false);
  // One for this time until an answer came: pressing again after a lost line books once.
  const request = useRef(newRequestId());

  const set = (name) => (value) => {
    onForm({ ...form, [name]: value });
    setProblems({ ...problems, [name]: "" });
  };

  async function send(event) {
    event.preventDefault();
    const found = Object.fromEntries(Object.entries(problemsOf(form)).map(([name, id]) => [name, t(id)]));
    setProblems(found);
    setRefusal("");
    const [first] = Object.keys(found);
    if (first) return document.getElementById(first)?.focus();
    setBusy(true);
    try {
      onBooked(await api.post("/public/appointments", {
        request_id: request.current, department: department.code, doctor: offer.doctor, starts_at: offer.starts_at,
        name: form.name.trim(), phone: form.phone.trim(), consent: form.consent, language: currentLanguage(),
      }));
    } catch (problem) {
      setBusy(false);
      refused(problem);
    }
    return undefined;
  }

  function refused(problem) {
    if (problem instanceof ApiProblem && OTHER_TIME.includes(problem.code)) return onTaken(problem.body.offers ?? [], problem.detail);
    const fields = problem instanceof ApiProblem ? problem.fields.filter(({ field }) => field in form) : [];
    if (!fields.length) return setRefusal(sentenceOf(problem));
    setProblems(Object.fromEntries(fields.map(({ field, detail }) => [field, detail])));
    return document.getElementById(fields[0].field)?.focus();
  }

  return html`<${Back} /><${Title}>${t("booking-details-title")}<//>
    <section class="card summary">
      <b>${t("booking-when", { date: dateAndDay(offer.starts_at, currentLanguage()), time: offer.time })}</b>
      <span>${t("booking-where", { department: pick(department.names), doctor: doctorShown(offer) })}</span>
    </section>
    <form class="details" onSubmit=${send} novalidate>
      <${Field} id="name" label=${t("booking-name")} help=${t("booking-name-help")} value=${form.name} problem=${problems.name} onInput=${set("name")}
        autocomplete="name" maxlength="80" />
      <${Field} id="phone" label=${t("booking-phone")} help=${t("booking-phone-help")} value=${form.phone} problem=${problems.phone} onInput=${set("phone")}
        type="tel" inputmode="tel" autocomplete="tel" maxlength="24" />
      <div class="field">
        <label class="consent"><input type="checkbox" id="consent" checked=${form.consent} aria-invalid=${problems.consent ? "true" : undefined}
          aria-describedby="consent-below" onChange=${(event) => set("consent")(event.currentTarget.checked)} /><span>${t("booking-consent")}</span></label>
        <div id="consent-below" role="alert">${problems.consent && html`<p class="field-problem"><${Icon} name="octagon-alert" /><span>${problems.consent}</span></p>`}</div>
      </div>
      <div role="alert">${refusal && html`<p class="strip strip-warn"><${Icon} name="triangle" size=${26} /><span>${refusal}</span></p>`}</div>
      <${Button} wide type="submit" busy=${busy} busyText=${t("booking-sending")}>${t("booking-send")}<//>
    </form>`;
}
