import { Button, Toasts, html, useEffect, useNow, useState } from "../../js/parts.js";
import { ApiProblem } from "../../js/api.js";
import { noteServerTime, serverNow } from "../../js/clock.js";
import { t } from "../../js/language.js";
import { useAnswer } from "./asking.js";
import { CancelSheet } from "./cancel-sheet.js";
import { ChangeStep } from "./change.js";
import { Frame, Loading, Plain } from "./frame.js";
import { standing } from "./rules.js";
import { Visit } from "./visit.js";

const MINUTE = 60_000;

/** The day of an instant in the clinic's zone. */
function dayOf(instant, timeZone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** The clinic's clock and zone are known before anything is drawn by them. */
function timed(appointment) {
  document.documentElement.dataset.timezone = appointment.timezone;
  noteServerTime(appointment.now);
  return appointment;
}

/**
 * One appointment for whoever holds its address: see it, change it, give it up.
 * @param {object} props
 * @param {any} props.api
 * @param {string} props.token
 * @param {any} [props.booked] just booked: the server's answer
 * @param {(language: string) => void} props.onLanguage
 * @param {(token: string, answer: any) => void} props.onMoved the appointment has a new address
 * @param {(offer: any) => void} props.onBook book another time (R75)
 */
export function Own({ api, token, booked = null, onLanguage, onMoved, onBook }) {
  const path = `/public/appointments/${encodeURIComponent(token)}`;
  const known = useAnswer(async () => timed(booked ?? (await api.get(path))), [token]);
  useNow(MINUTE);
  const [view, setView] = useState(() => history.state?.view ?? "visit");
  const [sheet, setSheet] = useState(false);
  const { answer: appointment, problem, trouble } = known;

  useEffect(() => {
    const listen = (event) => setView(event.state?.view ?? "visit");
    addEventListener("popstate", listen);
    return () => removeEventListener("popstate", listen);
  }, []);
  useEffect(() => {
    // Somebody at the desk may have changed it while the phone was in the pocket.
    const look = () => !document.hidden && view === "visit" && api.get(path).then((fresh) => known.set(timed({ ...known.answer, ...fresh })), () => {});
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [path, view, appointment]);

  if (problem) {
    const unknown = problem instanceof ApiProblem && problem.status === 404;
    return html`<${Frame} onLanguage=${onLanguage}><${Plain} icon=${unknown ? "search" : "clock"}
      title=${t(unknown ? "booking-unknown-title" : "booking-busy-title")} lead=${unknown ? t("booking-unknown-lead") : problem.detail}>
      ${unknown ? html`<a class="button button-secondary" href="/book">${t("booking-new")}</a>`
        : html`<${Button} wide onClick=${known.again}>${t("common-try-again")}<//>`}<//><//>`;
  }
  if (!appointment) return html`<${Frame} onLanguage=${onLanguage}><${Loading} trouble=${trouble} /><//>`;

  const change = () => {
    setSheet(false);
    history.pushState({ view: "change" }, "", "#change");
    setView("change");
    scrollTo(0, 0);
  };
  const changed = (answer) => {
    setView("visit");
    onMoved(answer.token, answer);
  };
  if (view === "change" && appointment.can_change) {
    return html`<${Frame} house=${appointment} onLanguage=${onLanguage}>
      <${ChangeStep} api=${api} path=${path} appointment=${appointment} onChanged=${changed} /><//>`;
  }
  const now = serverNow();
  const how = standing(appointment, now, dayOf(now, appointment.timezone));
  const news = booked?.news ?? (appointment.url.endsWith(`/${token}`) ? null : "changed");
  const actions = appointment.can_change && html`
    <${Button} look="secondary" icon="calendar" onClick=${change}>${t("booking-change")}<//>
    <${Button} look="danger" onClick=${() => setSheet(true)}>${t("booking-cancel")}<//>`;
  return html`<${Frame} house=${appointment} onLanguage=${onLanguage} actions=${actions}>
      <${Visit} appointment=${appointment} how=${how} news=${news} onBook=${onBook} /><//>
    ${sheet && html`<${CancelSheet} api=${api} path=${path} appointment=${appointment} onClose=${() => setSheet(false)} onChange=${change}
      onCancelled=${(answer) => { setSheet(false); known.set(answer); scrollTo(0, 0); }} />`}
    <${Toasts} />`;
}
