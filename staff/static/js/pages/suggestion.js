/** What triage suggests for the words typed; the person at the desk decides (R21, R28). */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { listed, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { departmentName, useDepartments } from "../parts/departments.js";

const flagName = (flag) => (typeof flag === "string" ? flag : say(flag.names) || flag.code);
const reasonText = (reason) => (typeof reason === "string" ? reason : say(reason.text ?? reason));

/** What the rules recognise; anything else is left out. */
const SEXES = ["male", "female", "other"];

/** @param {{form: object, onDepartment: (code: string) => void, onUrgent: () => void, lacking: string[]}} props */
export function Suggestion({ form, onDepartment, onUrgent, lacking }) {
  const departments = useDepartments();
  const [answer, setAnswer] = useState(null);
  const danger = useRef(null);
  useEffect(() => {
    if (answer?.red_flags?.length) danger.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  const ask = async () => {
    const body = { text: form.text.trim(), symptoms: [] };
    if (/^\d{1,3}$/.test(form.age.trim())) body.age = Number(form.age);
    if (SEXES.includes(form.sex)) body.sex = form.sex;
    const { ok, answer: given } = await act({
      key: "suggest", verb: "suggest", run: () => api.post("/triage/suggest", body), failed: t("staff-failed-suggest"),
    });
    if (!ok) return;
    setAnswer(given);
    // In danger every touch counts: the first suggested department stands there already, and can be changed.
    const first = (given.departments ?? []).find((one) => departments.find(({ code }) => code === one.code)?.open !== false);
    if (given.red_flags?.length && first && !form.department) onDepartment(first.code);
  };
  return html`<div class="suggestion">
    <${ActButton} guard="suggest" verb="suggest" look="quiet" size="small" icon="search" label=${t("staff-suggest")}
      reason=${form.text.trim() ? null : t("staff-suggest-empty")} onPress=${ask} />
    ${answer?.red_flags?.length > 0 &&
    html`<div class="danger-now" ref=${danger}><p class="strip strip-danger" role="alert"><${Icon} name="octagon-alert" size=${26} />
      <span><b class="strip-title">${t("staff-suggest-flags", { flags: listed(answer.red_flags.map(flagName)) })}</b>
      ${t("staff-suggest-flags-detail")}</span></p>
      <${ActButton} guard="register" verb="register" look="danger-filled" size="main" icon="octagon-alert"
        label=${t("staff-alert-now")} busyLabel=${t("staff-busy-register")} onPress=${onUrgent} />
      ${lacking.length > 0 && html`<p class="field-problem" role="alert"><${Icon} name="octagon-alert" size=${18} />
        <span>${t("staff-register-lacking", { fields: listed(lacking) })}</span></p>`}</div>`}
    ${answer?.ask_a_person && !answer.red_flags?.length && html`<p class="second">${t("staff-suggest-unsure")}</p>`}
    ${answer?.departments?.length > 0 &&
    html`<ul class="plain-list">${answer.departments.slice(0, 3).map(
          (one) => html`<li class="plain-row" key=${one.code}>
            <strong>${say(one.names) || departmentName(departments, one.code)}</strong>
            <span class="suggest-why">${(one.reasons ?? []).map((reason) => html`<span>${reasonText(reason)}</span>`)}</span>
            <button type="button" class="button button-quiet is-small plain-end"
              onClick=${() => onDepartment(one.code)}>
              ${t("staff-suggest-take")}</button></li>`,
        )}</ul>`}
  </div>`;
}
