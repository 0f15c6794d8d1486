// Which doctor: who is on duty in a department, what they are known for, and how long each takes (R25, R37).
import { pick, t } from "/static/house/js/language.js";
import { html, useState } from "/static/vendor/htm-preact.js";
import { ChoiceCard, Figures } from "../choice.js";
import { departmentOf } from "../flow.js";
import { Page, Problem, Question } from "../frame.js";

/** Those on duty, the ones whose speciality speaks of the complaint first. */
export function doctorsOf(state, code) {
  const suggested = state.suggestion?.departments?.find((one) => one.code === code)?.doctors;
  return suggested ?? (state.clinic?.doctors ?? []).filter((one) => one.on_duty && one.department === code);
}

/** How long one doctor takes, or that nobody can say just now. */
function Wait({ doctor }) {
  const { estimate } = doctor;
  if (!estimate) return html`<span class="figures"><b>${t("kiosk-doctor-no-figure")}</b></span>`;
  const range = t(estimate.low ? "kiosk-about-minutes" : "kiosk-within-minutes", { low: estimate.low, high: estimate.high });
  return html`<span class="figures"><b>${range}</b></span>`;
}

const known = (doctor) => (doctor.fits ? t("kiosk-doctor-fits", { what: pick(doctor.fits) })
  : t("kiosk-doctor-known-for", { what: pick(doctor.specialities) }));

export function Doctors({ state, send, onLanguage }) {
  const aPage = state.large ? 3 : 5;
  const [page, setPage] = useState(0);
  const department = departmentOf(state, state.department);
  const all = doctorsOf(state, state.department);
  const pages = Math.max(1, Math.ceil(all.length / aPage));
  const shown = all.slice(page * aPage, page * aPage + aPage);
  const { errors } = state;
  return html`<${Page} name="departments" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${errors.doctor ? undefined : t("kiosk-doctors-help", { department: pick(department?.names) })}>${t("kiosk-doctors-title")}</${Question}>
    <${Problem} id="doctor-problem" problem=${errors.doctor} />
    <div class="departments doctors">
      <${ChoiceCard} look="main" icon="people" name=${t("kiosk-doctors-any")} second=${t("kiosk-doctors-any-second")}
        aside=${department && html`<${Figures} department=${department} />`} onClick=${() => send("doctor", { number: null })} />
      ${shown.map((one) => html`<${ChoiceCard} key=${one.number} icon="user" name=${t("kiosk-doctor", { name: pick(one.names), title: pick(one.title) })}
        second=${known(one)} aside=${html`<${Wait} doctor=${one} />`} onClick=${() => send("doctor", { number: one.number })} />`)}
    </div>
    ${pages > 1 && html`<div class="departments-foot"><button type="button" class="action action-side" onClick=${() => setPage((page + 1) % pages)}>
      <span>${t("kiosk-doctors-more", { page: page + 1, pages })}</span></button></div>`}
  </${Page}>`;
}
