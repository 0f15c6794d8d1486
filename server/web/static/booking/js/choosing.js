import { Choice, Icon, html } from "../../js/parts.js";
import { pick, t } from "../../js/language.js";
import { Back, Title } from "./frame.js";

/**
 * Which department, with what each looks after (R25).
 * @param {{house: any, onChoose: (department: any) => void}} props
 */
export function DepartmentStep({ house, onChoose }) {
  return html`<${Title} lead=${t("booking-department-lead")}>${t("booking-department-title")}<//>
    <p class="strip strip-danger"><${Icon} name="octagon-alert" size=${28} /><span><b class="strip-title">${t("booking-danger")}</b>${t("booking-danger-go")}</span></p>
    <div class="options">
      ${house.departments.filter(({ doctors }) => doctors.length).map((one) => html`<${Choice} key=${one.code} name=${pick(one.names)} second=${pick(one.scope)}
        onClick=${() => onChoose(one)}><${Icon} name="chevron-right" size=${22} /><//>`)}
    </div>`;
}

/**
 * One of its doctors, or whoever is free first.
 * @param {{department: any, onChoose: (doctor: string | null) => void}} props
 */
export function DoctorStep({ department, onChoose }) {
  return html`<${Back} /><${Title} lead=${pick(department.names)}>${t("booking-doctor-title")}<//>
    <div class="options">
      <${Choice} main icon="clock" iconSize=${32} name=${t("booking-doctor-any")} second=${t("booking-doctor-any-second")} onClick=${() => onChoose(null)} />
      ${department.doctors.map((one) => html`<${Choice} key=${one.number} icon="user" iconSize=${32} name=${pick(one.names)} second=${factsOf(one)}
        onClick=${() => onChoose(one.number)}><${Icon} name="chevron-right" size=${22} /><//>`)}
    </div>`;
}

/** Title, sex and what the doctor is good at, as far as the clinic has said it. */
function factsOf({ title, sex, specialities }) {
  const special = pick(specialities);
  return [pick(title), sex && t(`booking-sex-${sex}`), Array.isArray(special) ? special.join(t("booking-comma")) : special]
    .filter(Boolean).join(t("booking-comma"));
}
