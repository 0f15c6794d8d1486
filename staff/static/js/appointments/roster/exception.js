/** 停诊 or 加诊, with a reason; what it leaves without a doctor comes as a list to work through (R35, R46). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { newRequestId } from "/static/house/js/api.js";
import { ActButton } from "../../parts/act_button.js";
import { DayField } from "../../parts/day_field.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { ReasonField } from "../../patient/forms/reasons.js";
import { api } from "../../state/api.js";
import { today } from "../../state/days.js";
import { say } from "../../state/words.js";
import { Refusal, useChange } from "../use_change.js";
import { viewStore } from "../view.js";

const USUAL = {
  off: ["staff-appt-why-leave", "staff-appt-why-ill", "staff-appt-why-consult"],
  extra: ["staff-appt-why-many", "staff-appt-why-instead"],
};
const FIELDS = ["doctor", "kind", "first", "last", "from", "to", "reason"];

/** What is told to the server: hours only where they are given. */
function body({ doctor, kind, first, last, from, to, whole, reason }, requestId) {
  const hours = whole ? {} : { from: from || null, to: to || null };
  return { request_id: requestId, doctor, kind, first, last: last || first, reason: reason.trim(), ...hours };
}

function Hours({ form, set, errors }) {
  return html`${form.kind === "off" && html`<${ChoiceField} name="whole" label=${t("staff-appt-hours")}
    value=${form.whole} onValue=${(whole) => set({ whole })}
      options=${[true, false].map((value) => ({ value, label: t(value ? "staff-appt-hours-whole" : "staff-appt-hours-part") }))} />`}
    ${!form.whole && html`<div class="form-pair">
      <${TextField} name="from" label=${t("staff-appt-from")} mode="numeric" limit=${5} help=${t("staff-time-help")} value=${form.from}
        onValue=${(from) => set({ from })} error=${errors.from} />
      <${TextField} name="to" label=${t("staff-appt-to")} mode="numeric" limit=${5} value=${form.to} onValue=${(to) => set({ to })}
        error=${errors.to} /></div>`}`;
}

/** @param {{doctors: object[], at: {doctor: string|null, day: string|null}, onClose: () => void}} props */
export function ExceptionSheet({ doctors, at, onClose }) {
  const [form, setForm] = useState({
    doctor: at.doctor, kind: "off", first: at.day ?? today(), last: "", from: "", to: "", whole: true, reason: "",
  });
  const requestId = useRef(newRequestId());
  const { errors, refusal, send, guard } = useChange({ guard: "roster/exception", fields: FIELDS });
  const set = (patch) => setForm((before) => ({ ...before, ...patch }));
  const save = async () => {
    const { ok, answer } = await send({
      verb: "save", icon: "check-circle", failed: t("staff-appt-failed-roster"),
      run: () => api.post("/roster/exceptions", body(form, requestId.current)),
      done: ({ conflicts: { length: count } }) => (count ? t("staff-appt-done-conflicts", { count }) : t(`staff-appt-done-${form.kind}`)),
    });
    if (!ok) return;
    onClose();
    if (answer.conflicts.length) viewStore.set({ list: "conflicts" });
  };
  const missing = !form.doctor ? t("staff-appt-choose-doctor")
    : !form.whole && !(form.from && form.to) ? t("staff-appt-hours-missing")
    : !form.reason.trim() ? t("staff-reason-missing") : null;
  return html`<${Sheet} title=${t("staff-appt-exception-title")} lead=${t("staff-appt-exception-lead")} onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="save"
      look=${form.kind === "off" ? "danger-filled" : "primary"} size="main"
      right="roster.manage" label=${t(`staff-appt-exception-${form.kind}`)} reason=${missing}
        onPress=${save} /><${Refusal} refusal=${refusal} /></div>`}>
    <${ChoiceField} name="kind" label=${t("staff-appt-kind")} value=${form.kind} error=${errors.kind}
      onValue=${(kind) => set({ kind, whole: kind === "off", reason: "" })}
      options=${["off", "extra"].map((value) => ({ value, label: t(`staff-appt-kind-${value}`) }))} />
    <${ChoiceField} name="doctor" label=${t("staff-appt-doctor")} value=${form.doctor}
      onValue=${(doctor) => set({ doctor })} error=${errors.doctor}
      options=${doctors.map((one) => ({ value: one.number, label: say(one.names) }))} />
    <div class="form-pair">
      <${DayField} name="first" label=${t("staff-appt-first")} value=${form.first}
        first=${form.first < today() ? form.first : today()} onValue=${(first) => set({ first, last: "" })} error=${errors.first} />
      <${DayField} name="last" label=${t("staff-appt-last")} value=${form.last || form.first} first=${form.first}
        onValue=${(last) => set({ last })} error=${errors.last}
        help=${t("staff-appt-last-help")} /></div>
    <${Hours} form=${form} set=${set} errors=${errors} />
    <${ReasonField} usual=${USUAL[form.kind]} value=${form.reason} onValue=${(reason) => set({ reason })}
      error=${errors.reason} />
  <//>`;
}
