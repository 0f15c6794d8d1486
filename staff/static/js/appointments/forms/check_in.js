/** The patient is here: a number for the appointment (R34, R65). Who has no file yet says sex and age. */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { ActButton } from "../../parts/act_button.js";
import { CheckField, ChoiceField, TextField } from "../../parts/fields.js";
import { Loading } from "../../parts/small.js";
import { Sheet } from "../../parts/sheet.js";
import { Issued } from "../../pages/issued.js";
import { api, problemText, sessionLost } from "../../state/api.js";
import { Refusal, useChange } from "../use_change.js";
import { codeText, doctorText, whenNear } from "../words.js";

const SEXES = ["male", "female", "other", "unknown"];

/** Whether one can sign in now, and the key to the person's file. @returns {{found: object|null, problem: any}} */
function useFound(code) {
  const [held, setHeld] = useState({ found: null, problem: null });
  useEffect(() => {
    api.post("/appointments/find", { code }).then(
      ({ appointments }) => setHeld({ found: appointments[0] ?? { check_in: { possible: false, reason: "cancelled" } }, problem: null }),
      (problem) => sessionLost(problem) || setHeld({ found: null, problem }),
    );
  }, [code]);
  return held;
}

function Missing({ person, set, errors }) {
  return html`<p class="second">${t("staff-appt-check-in-new")}</p>
    <${ChoiceField} name="sex" label=${t("staff-sex")} value=${person.sex} onValue=${(sex) => set({ sex })}
      error=${errors.sex}
      options=${SEXES.map((code) => ({ value: code, label: t(`staff-register-sex-${code}`) }))} />
    <${TextField} name="age" label=${t("staff-age-label")} value=${person.age} onValue=${(age) => set({ age })} mode="numeric"
      limit=${3} error=${errors.age} />`;
}

export function CheckInSheet({ appointment, onClose }) {
  const { found, problem } = useFound(appointment.code);
  const [person, setPerson] = useState({ sex: null, age: "", consent: false });
  const [ticket, setTicket] = useState(null);
  const requestId = useRef(newRequestId());
  const { errors, refusal, send, guard } = useChange({ guard: `appointment/${appointment.id}`, fields: ["sex", "age", "consent"] });
  const set = (patch) => setPerson((before) => ({ ...before, ...patch }));
  const known = found?.patient_ref;
  const signIn = async () => {
    const { ok, answer } = await send({
      verb: "check-in", failed: t("staff-appt-failed-check-in"),
      run: () => api.post("/tickets", {
        request_id: requestId.current, appointment_code: appointment.code, consent: person.consent,
        language: appointment.language ?? currentLanguage(),
        patient: known ? { ref: known } : { sex: person.sex, age: person.age.trim() },
      }),
    });
    if (ok) setTicket(answer);
  };
  if (ticket) return html`<${Issued} answer=${ticket} onClose=${onClose} />`;
  const checkIn = found?.check_in;
  const reason = problem ? problemText(problem)
    : !found ? t("staff-busy-read")
    : !checkIn.possible ? t(`staff-appt-check-in-${checkIn.reason}`)
    : !known && (!person.sex || !person.age.trim()) ? t("staff-appt-check-in-lacking")
    : !person.consent ? t("staff-register-consent-missing") : null;
  return html`<${Sheet} title=${t("staff-appt-check-in-title", { code: codeText(appointment.code) })}
    lead=${t("staff-appt-check-in-lead", { when: whenNear(appointment), doctor: doctorText(appointment) })} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="check-in" look="primary" size="main" icon="ticket"
      label=${t("staff-appt-check-in-send")} busyLabel=${t("staff-busy-register")} reason=${reason} onPress=${signIn} />
      <${Refusal} refusal=${refusal} /></div>`}>
    ${!found && !problem && html`<${Loading} text=${t("staff-loading-ticket")} rows=${1} />`}
    ${checkIn?.possible && html`<p class="appt-arrival">${t(`staff-appt-arrival-${checkIn.arrival}-words`)}</p>
      ${!known && html`<${Missing} person=${person} set=${set} errors=${errors} />`}
      <${CheckField} name="consent" label=${t("staff-consent")} value=${person.consent}
        onValue=${(consent) => set({ consent })}
        error=${errors.consent} />`}
  <//>`;
}
