/** What triage suggests for the words typed; the person at the desk decides (R21, R28). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { listed, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { departmentName, useDepartments } from "../parts/departments.js";

const flagName = (flag) => (typeof flag === "string" ? flag : say(flag.names) || flag.code);
const reasonText = (reason) => (typeof reason === "string" ? reason : say(reason.text ?? reason));

export function Suggestion({ form, onDepartment }) {
  const departments = useDepartments();
  const [answer, setAnswer] = useState(null);
  const ask = async () => {
    const body = { text: form.text.trim(), symptoms: [] };
    if (/^\d{1,3}$/.test(form.age.trim())) body.age = Number(form.age);
    if (form.sex) body.sex = form.sex;
    const { ok, answer: given } = await act({
      key: "suggest", verb: "suggest", run: () => api.post("/triage/suggest", body), failed: t("staff-failed-suggest"),
    });
    if (ok) setAnswer(given);
  };
  return html`<div class="suggestion">
    <${ActButton} guard="suggest" verb="suggest" look="quiet" size="small" icon="search" label=${t("staff-suggest")}
      reason=${form.text.trim() ? null : t("staff-suggest-empty")} onPress=${ask} />
    ${answer?.red_flags?.length > 0 &&
    html`<p class="strip strip-danger" role="alert"><${Icon} name="octagon-alert" size=${26} />
      <span><b class="strip-title">${t("staff-suggest-flags", { flags: listed(answer.red_flags.map(flagName)) })}</b>
      ${t("staff-suggest-flags-detail")}</span></p>`}
    ${answer?.ask_a_person && !answer.red_flags?.length && html`<p class="second">${t("staff-suggest-unsure")}</p>`}
    ${answer?.departments?.length > 0 &&
    html`<ul class="plain-list">${answer.departments.slice(0, 3).map(
          (one) => html`<li class="plain-row" key=${one.code}>
            <strong>${say(one.names) || departmentName(departments, one.code)}</strong>
            <span>${listed((one.reasons ?? []).map(reasonText))}</span>
            <button type="button" class="button button-quiet is-small plain-end"
              onClick=${() => onDepartment(one.code)}>
              ${t("staff-suggest-take")}</button></li>`,
        )}</ul>`}
  </div>`;
}
