/** 小票版式: the clinic's own layout of the printed ticket, with what would print beside it (R59). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../parts/act_button.js";
import { Asked } from "../parts/asked.js";
import { Empty } from "../parts/small.js";
import { api } from "../state/api.js";
import { change, useAsked } from "../state/asked.js";
import { dayOf, shortDay, today } from "../state/days.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { whoName } from "../state/words.js";
import { LanguagesCard, LinesCard, NotesCard } from "./cards.js";
import { draftStore, write } from "./draft.js";
import { errorsOf, formOf, layoutOf, same } from "./form.js";
import { LogoCard } from "./logo.js";
import { Preview } from "./preview.js";
import { TryCard } from "./try.js";

/** Which layout counts, and since when by whom. */
function told({ chosen, changed }) {
  if (!changed) return t("staff-layout-standing-file");
  const at = dayOf(changed.at) === today() ? clock(changed.at) : `${shortDay(changed.at)} ${clock(changed.at)}`;
  return t(chosen ? "staff-layout-standing-chosen" : "staff-layout-standing-back", { name: whoName(changed.by), time: at });
}

function Bar({ answer, form, dirty, onProblem }) {
  const save = () => change({
    key: "layout", verb: "save", failed: t("staff-failed-save"), onProblem,
    run: () => api.put("/ticket-layout", { layout: layoutOf(form) }), done: () => t("staff-layout-saved"),
  }).then(({ ok }) => ok && write(null));
  const undo = () => change({
    key: "layout", verb: "undo", icon: "undo", failed: t("staff-failed-save"), run: () => api.post("/ticket-layout/undo", {}),
    done: () => t("staff-layout-undone"),
  });
  const standard = same(layoutOf(form), answer.file);
  return html`<div class="layout-do">
    ${dirty
      ? html`<button type="button" class="button button-quiet is-side" onClick=${() => { onProblem(null); write(null); }}><${Icon} name="undo" size=${22} />
          ${t("staff-layout-discard")}</button>`
      : answer.former && html`<${ActButton} guard="layout" verb="undo" size="side" icon="undo" label=${t("staff-layout-undo")} onPress=${undo} />`}
    ${!standard && html`<button type="button" class="button button-quiet is-side" onClick=${() => { onProblem(null); write(formOf(answer.file)); }}>
      ${t("staff-layout-standard")}</button>`}
    <${ActButton} guard="layout" verb="save" look="primary" size="side" icon="check" right="tickets.layout" label=${t("staff-layout-save")}
      reason=${dirty ? null : t("staff-nothing-changed")} onPress=${save} />
  </div>`;
}

function Work({ answer }) {
  const draft = useStore(draftStore, (value) => value.form);
  const [errors, setErrors] = useState({});
  const [reader, setReader] = useState("zh-CN");
  const form = draft ?? formOf(answer.layout);
  const dirty = draft !== null && !same(layoutOf(draft), answer.layout);
  const set = (name) => (value) => {
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => field.split(".")[0] !== name)));
    write({ ...form, [name]: value });
  };
  const onProblem = (problem) => {
    const found = errorsOf(problem);
    setErrors(found);
    return Object.keys(found).length > 0;
  };
  return html`<div class="layout-bar"><p class="second layout-standing" role="status">${dirty ? t("staff-layout-unsaved") : told(answer)}</p>
      <${Bar} answer=${answer} form=${form} dirty=${dirty} onProblem=${onProblem} /></div>
    <div class="layout-work">
      <div class="layout-cards">
        <${LinesCard} lines=${form.lines} error=${errors.lines} onLines=${set("lines")} />
        <${NotesCard} notes=${form.notes} errors=${errors} onNotes=${set("notes")} />
        <${LanguagesCard} languages=${form.languages} error=${errors.languages} onLanguages=${set("languages")} />
        <${LogoCard} logo=${form.logo} error=${errors.logo} onLogo=${set("logo")} onError=${(logo) => setErrors({ ...errors, logo })} />
        <${TryCard} form=${form} reader=${reader} onProblem=${onProblem} />
      </div>
      <${Preview} form=${form} reader=${reader} onReader=${setReader} />
    </div>`;
}

export function LayoutPage() {
  const staff = useStore(sessionStore, (value) => value.staff);
  const allowed = may(staff, "tickets.layout");
  const asked = useAsked(allowed ? "/ticket-layout" : null);
  return html`<div class="layout-page">
    <header class="paper-head"><a class="button button-plain back" href="#/devices"><${Icon} name="arrow-left" size=${24} />
      ${t("staff-rail-devices")}</a><h1>${t("staff-layout-title")}</h1></header>
    ${allowed
      ? html`<${Asked} asked=${asked} loading=${t("staff-layout-loading")} failed=${t("staff-layout-failed-loading")}>${(answer) => html`<${Work} answer=${answer} />`}<//>`
      : html`<${Empty} icon="lock" text=${t("staff-layout-administrator")} />`}
  </div>`;
}
