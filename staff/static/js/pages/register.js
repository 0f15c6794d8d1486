/** Registering at the desk: the four fields, the complaint, the department (R1, R2, R13, R21, R106). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { ActButton } from "../parts/act_button.js";
import { DepartmentField } from "../parts/departments.js";
import { ANY, DoctorField, doctorsOnDuty } from "../parts/doctors.js";
import { CheckField, ChoiceField, fieldErrors, TextField, useFirstError } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";
import { Issued } from "./issued.js";
import { Suggestion } from "./suggestion.js";

const EMPTY = { name: "", sex: null, age: "", birth_date: "", phone: "", text: "", department: null,
  doctor_preference: null, consent: false };

/** As at the kiosk. */
const SEXES = ["male", "female", "other", "unknown"];

/** The fields that can be missing, by the name that stands above them. */
const LABELS = {
  name: "staff-person-name", sex: "staff-sex", age: "staff-age-label", department: "staff-department",
  consent: "staff-register-consent",
};

/** What the server is told; empty fields are left out, so that a declined phone is a declined phone (R13). */
export function requestBody(form, requestId, language) {
  const patient = { name: form.name.trim(), sex: form.sex ?? "unknown" };
  if (form.birth_date) patient.birth_date = form.birth_date;
  else if (form.age.trim()) patient.age = form.age.trim();
  if (form.phone.trim()) patient.phone = form.phone.trim();
  else patient.phone_declined = true;
  return {
    request_id: requestId,
    patient,
    complaint: { text: form.text.trim() || null, symptoms: [] },
    department: form.department,
    doctor_preference: [null, ANY].includes(form.doctor_preference) ? null : form.doctor_preference,
    language,
    consent: form.consent,
  };
}

/** What is still missing, before the server is asked. @returns {Record<string, string>} */
function missing(form) {
  const found = {};
  if (!form.name.trim()) found.name = t("staff-register-name-missing");
  if (!form.sex) found.sex = t("staff-register-sex-missing");
  if (!form.birth_date && !form.age.trim()) found.age = t("staff-register-age-missing");
  if (!form.department) found.department = t("staff-choose-department");
  if (!form.consent) found.consent = t("staff-register-consent-missing");
  return found;
}

export function Register({ onClose }) {
  const [form, setForm] = useState(EMPTY);
  const [errors, setErrors] = useState({});
  const [answer, setAnswer] = useState(null);
  useFirstError(errors);
  const requestId = useRef(newRequestId());
  const set = (field) => (value) => {
    setForm((before) => ({ ...before, [field]: value }));
    setErrors((before) => (before[field] ? { ...before, [field]: undefined } : before));
  };
  // A doctor of the department before is none of this one.
  const setDepartment = (code) => {
    setForm((before) => ({ ...before, doctor_preference: null }));
    set("department")(code);
  };
  const documents = useStore(hallStore, (state) => state.documents);
  const text = (field, label, more = {}) => html`<${TextField} name=${field} label=${t(label)} value=${form[field]}
    onValue=${set(field)}
    error=${errors[field]} ...${more} />`;

  const send = async () => {
    const lacking = missing(form);
    setErrors(lacking);
    if (Object.keys(lacking).length) return;
    const { ok, answer: issued } = await act({
      key: "register",
      verb: "register",
      run: () => api.post("/tickets", requestBody(form, requestId.current, currentLanguage())),
      failed: t("staff-failed-register"),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        setErrors(found);
        return Object.keys(found).some((field) => field in EMPTY);
      },
    });
    if (ok) setAnswer(issued);
  };

  if (answer) return html`<${Issued} answer=${answer} onClose=${onClose} />`;
  return html`<${Sheet} title=${t("staff-register")} lead=${t("staff-register-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard="register" verb="register" look="primary" size="main"
      label=${t("staff-register-send")}
      busyLabel=${t("staff-busy-register")} onPress=${send} />`}>
    <div class="form-pair">
      ${text("name", "staff-person-name", { limit: 60 })}
      <${ChoiceField} name="sex" label=${t("staff-sex")} value=${form.sex} onValue=${set("sex")} error=${errors.sex}
        options=${SEXES.map((code) => ({ value: code, label: t(`staff-register-sex-${code}`) }))} />
    </div>
    <div class="form-pair form-three">
      ${text("age", "staff-age-label", { mode: "numeric", limit: 3, help: t("staff-age-help") })}
      ${text("birth_date", "staff-birth-date", { mode: "numeric", limit: 10, help: t("staff-birth-date-help") })}
      ${text("phone", "staff-person-phone", { mode: "tel", limit: 20, help: t("staff-phone-help") })}
    </div>
    ${text("text", "staff-complaint", { rows: 2, limit: 500, help: t("staff-complaint-help") })}
    <${Suggestion} form=${form} onDepartment=${setDepartment} onUrgent=${send}
      lacking=${Object.keys(LABELS).filter((field) => errors[field]).map((field) => t(LABELS[field]))} />
    <${DepartmentField} value=${form.department} onValue=${setDepartment} error=${errors.department} />
    ${form.department && doctorsOnDuty(documents, form.department).length > 1 && html`<${DoctorField} department=${form.department}
      value=${form.doctor_preference ?? ANY} onValue=${set("doctor_preference")} error=${errors.doctor_preference} />`}
    <${CheckField} name="consent" label=${t("staff-consent")} value=${form.consent} onValue=${set("consent")}
      error=${errors.consent} />
  <//>`;
}
