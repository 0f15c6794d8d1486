/** For whom: somebody who was here before, found by phone and named masked, or a name and a phone (R5, R66). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../../parts/act_button.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { act } from "../../state/act.js";
import { api } from "../../state/api.js";
import { beside } from "../../state/words.js";

const SEXES = ["male", "female", "other", "unknown"];

function masked({ name_masked: name, sex, age, phone_masked: phone }) {
  return beside([name, t(`staff-sex-${sex}`), t("staff-age", { age }), phone]);
}

function Candidates({ candidates, onChoose, onNone }) {
  return html`<section class="candidates" aria-label=${t("staff-appt-candidates")}>
    <p class="field-label">${candidates.length ? t("staff-appt-candidates") : t("staff-appt-candidates-none")}</p>
    <div class="more-lines">${candidates.map((one) => html`<button type="button" key=${one.ref}
      class="button button-secondary is-line"
      onClick=${() => onChoose(one)}><${Icon} name="person-check" size=${22} />${masked(one)}</button>`)}
      ${candidates.length > 0 && html`<button type="button" class="button button-quiet is-line" onClick=${onNone}>
        <${Icon} name="person-plus" size=${22} />${t("staff-appt-candidates-other")}</button>`}</div>
  </section>`;
}

function Found({ person, onClear }) {
  return html`<div class="chosen-line"><${Icon} name="person-check" size=${26} /><b>${masked(person)}</b>
    <button type="button" class="button button-quiet is-small"
      onClick=${onClear}>${t("staff-appt-other-person")}</button></div>`;
}

/** @param {{form: object, set: (patch: object) => void, errors: Record<string, string>}} props */
export function PersonFields({ form, set, errors }) {
  const [candidates, setCandidates] = useState(null);
  const find = async () => {
    const { ok, answer } = await act({
      key: "book/find", verb: "find", failed: t("staff-failed-search"),
      run: () => api.post("/patients/find", { phone: form.phone.trim() }),
    });
    if (ok) setCandidates(answer.candidates);
  };
  if (form.found) return html`<${Found} person=${form.found} onClear=${() => set({ found: null })} />`;
  const choose = (found) => {
    setCandidates(null);
    set({ found });
  };
  const typePhone = (phone) => {
    setCandidates(null);
    set({ phone });
  };
  return html`<div class="find-line">
      <${TextField} name="phone" label=${t("staff-person-phone")} value=${form.phone} onValue=${typePhone} mode="tel"
        limit=${20}
        error=${errors.phone} help=${t("staff-appt-phone-help")} />
      <${ActButton} guard="book/find" verb="find" look="quiet" size="small" icon="search" label=${t("staff-appt-find")}
        busyLabel=${t("staff-busy-search")} reason=${form.phone.trim() ? null : t("staff-appt-phone-first")}
          onPress=${find} />
    </div>
    ${candidates && html`<${Candidates} candidates=${candidates} onChoose=${choose} onNone=${() => setCandidates(null)} />`}
    <${TextField} name="name" label=${t("staff-person-name")} value=${form.name} onValue=${(name) => set({ name })}
      limit=${60}
      error=${errors.name} />
    ${form.channel === "desk" && html`<div class="form-pair">
      <${ChoiceField} name="sex" label=${t("staff-sex")} value=${form.sex} onValue=${(sex) => set({ sex })}
        error=${errors.sex}
        options=${SEXES.map((code) => ({ value: code, label: t(`staff-register-sex-${code}`) }))} />
      <${TextField} name="age" label=${t("staff-age-label")} value=${form.age} onValue=${(age) => set({ age })} mode="numeric"
        limit=${3} error=${errors.age} help=${t("staff-appt-file-help")} /></div>`}`;
}
