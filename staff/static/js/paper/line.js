/** One line of the form, typed or scanned, from the number to Enter; then the next one (R105). */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { Icon, showToast } from "/static/house/js/parts.js";
import { ActButton } from "../parts/act_button.js";
import { useDepartments } from "../parts/departments.js";
import { api } from "../state/api.js";
import { change } from "../state/asked.js";
import { addDays, dayOf, daysBetween, shortDay } from "../state/days.js";
import { useStore } from "../state/store.js";
import { beside, say } from "../state/words.js";
import { bringBack, draftStore, nextLine, write } from "./draft.js";
import { Line, Radios, Select, Tick } from "./fields.js";
import { errorsOf, letterOf, requestBody, scannedIn } from "./rules.js";

const STATES = ["waiting", "seen", "left"];
const SEXES = ["male", "female", "other", "unknown"];
const LEVELS = ["1", "2", "3", "4"];
/** An entry can be taken back at once for so long; the list below offers it longer. */
const UNDO_SECONDS = 20;

const input = (name) => document.querySelector(`.paper-form [name="${name}"]`);

function focusFirstWrong(errors) {
  const wrong = document.querySelector(".paper-form [aria-invalid='true']");
  if (Object.keys(errors).length && wrong) {
    wrong.focus();
    wrong.scrollIntoView({ block: "center" });
  }
}

/** Takes an entry back. @param {object|null} line what stood in it, where this tablet still knows */
export function takeBack(entry, line = null) {
  return change({
    key: `paper/${entry.ticket}`, verb: "take-back", icon: "undo", failed: t("staff-paper-failed-take-back", { number: entry.number }),
    run: () => api.post(`/downtime/tickets/${entry.ticket}/take-back`, {}),
    done: () => {
      if (line) bringBack(line);
      return t("staff-paper-taken-back", { number: entry.number });
    },
  });
}

function tellStored(answer, line) {
  const waited = answer.waited_seconds === null ? null : t("staff-paper-waited", { minutes: Math.round(answer.waited_seconds / 60) });
  const place = answer.ahead === null ? null : answer.ahead ? t("staff-ahead", { count: answer.ahead }) : t("staff-ahead-none");
  const state = t(`staff-paper-stored-${answer.state === "urgent" ? "urgent" : line.state}`);
  showToast({
    text: t("staff-paper-stored", { number: answer.number }), second: beside([state, place, waited]),
    onUndo: () => takeBack({ ticket: answer.id, number: answer.number }, line), undoSeconds: UNDO_SECONDS,
  });
}

const roomName = (room) => beside([say(room.names) || room.label, say(room.doctor)]);

/** The days of an outage, where it has more than one. */
function daysOf({ from, until }) {
  const first = dayOf(from);
  const count = daysBetween(first, dayOf(until));
  return count ? Array.from({ length: count + 1 }, (_, ahead) => addDays(first, ahead)) : [];
}

function Times({ line, set, errors, outage, rooms }) {
  const days = daysOf(outage);
  const time = (name, label) => html`<${Line} name=${name} label=${t(label)} value=${line[name]} onValue=${set(name)}
    error=${errors[name]} mode="numeric" limit=${8} placeholder="8:41" />`;
  return html`
    ${days.length > 0 && html`<${Select} name="day" label=${t("staff-paper-day")} value=${line.day} onValue=${set("day")}
      error=${errors.day} empty=${t("staff-paper-day-any")} options=${days.map((day) => ({ value: day, label: shortDay(day) }))} />`}
    ${time("arrived", "staff-paper-arrived")}
    <${Radios} name="state" label=${t("staff-paper-state")} value=${line.state} onValue=${set("state")} error=${errors.state}
      options=${STATES.map((value) => ({ value, label: t(`staff-paper-state-${value}`) }))} />
    ${line.state === "seen" && html`${time("called", "staff-paper-called")}${time("finished", "staff-paper-finished")}
      <${Select} name="room" label=${t("staff-paper-room")} value=${line.room} onValue=${set("room")} error=${errors.room}
        empty=${t("staff-paper-room-any")} options=${rooms.map((room) => ({ value: room.code, label: roomName(room) }))} />`}
    ${line.state === "left" && time("finished", "staff-paper-left-at")}`;
}

function Person({ line, set, errors }) {
  return html`
    <${Line} name="name" label=${t("staff-person-name")} value=${line.name} onValue=${set("name")} error=${errors.name} limit=${60} />
    <${Radios} name="sex" label=${t("staff-sex")} value=${line.sex} onValue=${set("sex")} error=${errors.sex}
      options=${SEXES.map((value) => ({ value, label: t(`staff-register-sex-${value}`) }))} />
    <${Line} name="age" label=${t("staff-paper-age")} value=${line.age} onValue=${set("age")} error=${errors.age} mode="numeric"
      limit=${12} />
    <${Line} name="phone" label=${t("staff-paper-phone")} value=${line.phone} onValue=${set("phone")} error=${errors.phone} mode="tel"
      limit=${20} />
    <${Line} name="complaint" label=${t("staff-paper-complaint")} value=${line.complaint} onValue=${set("complaint")}
      error=${errors.complaint} limit=${500} />
    <${Radios} name="urgency" label=${t("staff-paper-urgency")} value=${line.urgency} onValue=${set("urgency")} error=${errors.urgency}
      options=${LEVELS.map((value) => ({ value, label: value }))} />
    <${Tick} name="consent" label=${t("staff-paper-consent")} value=${line.consent} onValue=${set("consent")}
      error=${errors.consent} />`;
}

export function PaperForm({ outage, rooms }) {
  const line = useStore(draftStore, (value) => value.line);
  const departments = useDepartments();
  const [errors, setErrors] = useState({});
  useEffect(() => { input("paper")?.focus(); }, []);
  useEffect(() => focusFirstWrong(errors), [errors]);
  const department = departments.find((one) => one.prefix === letterOf(line.paper));
  const set = (name) => (value) => {
    const scanned = typeof value === "string" && scannedIn(value);
    // A scanner types into whatever field has the focus.
    write(scanned ? { [name]: scanned.rest, paper: scanned.code } : { [name]: value });
    if (errors[name]) setErrors({ ...errors, [name]: undefined });
  };
  const store = async (event) => {
    event?.preventDefault();
    const sent = draftStore.get().line;
    if (!sent.sex) return setErrors({ sex: t("staff-register-sex-missing") });
    const { ok, answer } = await change({
      key: "paper/line", verb: "store", failed: t("staff-paper-failed"),
      run: () => api.post("/downtime/tickets", requestBody(sent, outage.id, currentLanguage())),
      onProblem: (problem) => {
        const found = errorsOf(problem);
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    if (!ok) return undefined;
    setErrors({});
    nextLine();
    tellStored(answer, sent);
    return input("paper")?.focus();
  };
  // Enter after the number, from a hand or a scanner, leads to the time; anywhere else it stores the line.
  const toTime = () => {
    if (line.arrived.trim()) return false;
    input("arrived").focus();
    return true;
  };
  return html`<form class="card paper-form" onSubmit=${store} noValidate aria-label=${t("staff-paper-line")}>
    <div class="paper-fields">
      <${Line} name="paper" label=${t("staff-paper-number")} value=${line.paper} onValue=${set("paper")} error=${errors.paper}
        note=${department ? say(department.names) : t("staff-paper-number-help")} onEnter=${toTime} placeholder="A9001" />
      <${Times} line=${line} set=${set} errors=${errors} outage=${outage}
        rooms=${department ? rooms.filter((room) => room.department === department.code) : rooms} />
      <${Person} line=${line} set=${set} errors=${errors} />
    </div>
    <div class="paper-do">
      <p class="second"><${Icon} name="keyboard" size=${20} />${t("staff-paper-keys")}</p>
      <button type="button" class="button button-quiet" onClick=${() => { setErrors({}); nextLine(); input("paper").focus(); }}>
        ${t("staff-paper-clear")}</button>
      <${ActButton} guard="paper/line" verb="store" look="primary" icon="check" label=${t("staff-paper-store")}
        busyLabel=${t("staff-paper-storing")} onPress=${store} />
      <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
    </div>
  </form>`;
}
