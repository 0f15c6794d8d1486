/** From when to when the system was down: suggested by the server, said by staff, corrected where it was wrong. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../parts/act_button.js";
import { fieldErrors, TextField } from "../parts/fields.js";
import { change } from "../state/asked.js";
import { api } from "../state/api.js";
import { dayOf, shortDay, today } from "../state/days.js";
import { clock } from "../state/time.js";
import { chooseOutage } from "./draft.js";

/** 09:00 – 10:00, with the days where they are not today. */
export function spanText({ from, until }) {
  const [first, last] = [dayOf(from), dayOf(until)];
  const begin = first === today() && last === first ? clock(from) : `${shortDay(first)} ${clock(from)}`;
  return t("staff-paper-span", { from: begin, until: first === last ? clock(until) : `${shortDay(last)} ${clock(until)}` });
}

const typed = (span) =>
  span
    ? { from_day: dayOf(span.from), from_time: clock(span.from), until_day: dayOf(span.until), until_time: clock(span.until) }
    : { from_day: today(), from_time: "", until_day: today(), until_time: "" };

/** @param {{outage: object|null, suggested: object|null, onDone: () => void, onCancel: (() => void)|null}} props outage: the one to correct */
export function OutageForm({ outage, suggested, onDone, onCancel }) {
  const [form, setForm] = useState(typed(outage ?? suggested));
  const [errors, setErrors] = useState({});
  const field = (name, label, more) => html`<${TextField} name=${name} label=${t(label)} value=${form[name]} error=${errors[name]}
    onValue=${(value) => { setForm({ ...form, [name]: value }); setErrors({ ...errors, [name]: undefined }); }} ...${more} />`;
  const save = async (event) => {
    event?.preventDefault();
    const { ok, answer } = await change({
      key: "paper/outage", verb: "save", failed: t("staff-paper-failed-outage"),
      run: () => api.post(outage ? `/downtime/outages/${outage.id}` : "/downtime/outages", form),
      done: () => t("staff-paper-outage-noted"),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    if (!ok) return;
    chooseOutage(answer.id);
    onDone();
  };
  const missing = form.from_time.trim() && form.until_time.trim() ? null : t("staff-paper-times-missing");
  return html`<form class="card paper-outage" onSubmit=${save} noValidate>
    <h2>${t(outage ? "staff-paper-outage-correct" : "staff-paper-outage-title")}</h2>
    <p class="second">${t(!outage && suggested ? "staff-paper-outage-suggested" : "staff-paper-outage-lead")}</p>
    <div class="paper-span">
      ${field("from_day", "staff-paper-from-day", { mode: "numeric", limit: 10, help: t("staff-paper-day-help") })}
      ${field("from_time", "staff-paper-from-time", { mode: "numeric", limit: 5 })}
      ${field("until_day", "staff-paper-until-day", { mode: "numeric", limit: 10, help: t("staff-paper-day-help") })}
      ${field("until_time", "staff-paper-until-time", { mode: "numeric", limit: 5 })}
      <div class="paper-span-do">
        <${ActButton} guard="paper/outage" verb="save" look="primary" label=${t("staff-paper-outage-save")} reason=${missing}
          onPress=${save} />
        ${onCancel && html`<button type="button" class="button button-quiet" onClick=${onCancel}>${t("staff-close")}</button>`}
      </div>
    </div>
    <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
  </form>`;
}

/** The outage that lines are entered for. */
export function OutageLine({ outages, chosen, onCorrect, onAnother }) {
  return html`<section class="card paper-outage-line" aria-label=${t("staff-paper-outage-title")}>
    <${Icon} name="wifi-off" size=${26} />
    <div class="paper-outages">${outages.map((one) => html`<button type="button" key=${one.id} class="filter-chip"
      aria-pressed=${one.id === chosen.id ? "true" : "false"} onClick=${() => chooseOutage(one.id)}>
      ${one.id === chosen.id && html`<${Icon} name="check" size=${16} />`}${spanText(one)}</button>`)}</div>
    <span class="second">${t("staff-paper-entered-count", { count: chosen.entered })}</span>
    <button type="button" class="button button-quiet is-small" onClick=${onCorrect}><${Icon} name="pencil" size=${20} />
      ${t("staff-paper-correct")}</button>
    <button type="button" class="button button-quiet is-small" onClick=${onAnother}><${Icon} name="plus" size=${20} />
      ${t("staff-paper-another")}</button>
  </section>`;
}
