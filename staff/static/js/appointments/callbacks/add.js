/** Somebody who wants this doctor and no other is rung when the doctor is back (R36). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { ActButton } from "../../parts/act_button.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { api } from "../../state/api.js";
import { useStore } from "../../state/store.js";
import { say } from "../../state/words.js";
import { EMPTY, patientOf } from "../book/form.js";
import { PersonFields } from "../book/person.js";
import { useHallDepartments } from "../list/filters.js";
import { useDoctors } from "../offers/wish.js";
import { Refusal, useChange } from "../use_change.js";
import { viewStore } from "../view.js";

export function AddSheet({ onClose }) {
  const departments = useHallDepartments();
  const [department, setDepartment] = useState(useStore(viewStore).department ?? departments[0]?.code);
  const [doctor, setDoctor] = useState(null);
  const [form, setForm] = useState(EMPTY);
  const doctors = useDoctors(department);
  const requestId = useRef(newRequestId());
  const { errors, refusal, send, guard } = useChange({ guard: "callback/new", fields: ["name", "phone", "item", "doctor"] });
  const set = (patch) => setForm((before) => ({ ...before, ...patch }));
  const save = async () => {
    const { ok } = await send({
      verb: "save", icon: "phone", failed: t("staff-appt-failed-callback"),
      run: () => api.post("/callbacks", { request_id: requestId.current, doctor, patient: patientOf(form), item: form.item.trim() || null }),
      done: () => t("staff-appt-done-callback"),
    });
    if (ok) onClose();
  };
  const missing = !doctor ? t("staff-appt-choose-doctor")
    : !form.found && !form.phone.trim() ? t("staff-appt-phone-first")
    : !form.found && !form.name.trim() ? t("staff-register-name-missing") : null;
  return html`<${Sheet} title=${t("staff-appt-callback-new")} lead=${t("staff-appt-who-lead")} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="save" look="primary" size="main"
      label=${t("staff-appt-callback-save")}
      reason=${missing} onPress=${save} /><${Refusal} refusal=${refusal} /></div>`}>
    ${departments.length > 1 && html`<${ChoiceField} name="department" label=${t("staff-department")} value=${department}
      onValue=${(code) => { setDepartment(code); setDoctor(null); }}
      options=${departments.map((one) => ({ value: one.code, label: say(one.short ?? one.names) }))} />`}
    <${ChoiceField} name="doctor" label=${t("staff-appt-doctor")} value=${doctor} onValue=${setDoctor} error=${errors.doctor}
      options=${doctors.map((one) => ({ value: one.number, label: say(one.names), detail: say(one.title) }))} />
    <${PersonFields} form=${form} set=${set} errors=${errors} />
    <${TextField} name="item" label=${t("staff-appt-item")} value=${form.item} onValue=${(item) => set({ item })}
      limit=${80} error=${errors.item}
      help=${t("staff-appt-item-help")} />
  <//>`;
}
