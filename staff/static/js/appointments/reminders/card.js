/** One reminder: what to say, whom to ring, and what came of it by one touch (R70). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../../parts/act_button.js";
import { TextField } from "../../parts/fields.js";
import { Tag } from "../../parts/small.js";
import { api } from "../../state/api.js";
import { clock } from "../../state/time.js";
import { beside, say, whoName } from "../../state/words.js";
import { Contact } from "../contact.js";
import { CancelSheet } from "../forms/cancel.js";
import { RescheduleSheet } from "../forms/reschedule.js";
import { Refusal, useChange } from "../use_change.js";
import { doctorText, lengthText, whenNear } from "../words.js";
import { isLeft, lookOf } from "./state.js";

const SHEETS = { moved: RescheduleSheet, cancelled: CancelSheet };

export function ReminderTag({ state }) {
  const [kind, icon] = lookOf(state);
  return html`<${Tag} kind=${kind} icon=${icon}>${t(`staff-appt-reminder-${state}`)}<//>`;
}

/** 确认会来, 没联系上, …: one touch each; another time and cancelling ask a little more. */
function Outcomes({ reminder, guard, onOutcome, onSheet, onNote }) {
  const { state } = reminder;
  const why = (outcome) => {
    if (state === outcome) return t("staff-appt-outcome-so");
    return outcome === "confirmed" && reminder.doctor_away ? t("staff-appt-remind-away") : null;
  };
  const button = (outcome, icon, look, press, local) => html`<${ActButton} guard=${guard} verb=${outcome} size="small"
    look=${look} icon=${icon}
    local=${local} label=${t(`staff-appt-outcome-${outcome}`)}
      reason=${why(outcome)} onPress=${press} />`;
  return html`<div class="remind-outcomes" role="group" aria-label=${t("staff-appt-outcome")}>
    ${button("confirmed", "check-circle", "primary", () => onOutcome("confirmed"))}
    ${button("not_reached", "phone", "quiet", () => onOutcome("not_reached"))}
    ${button("moved", "swap", "quiet", () => onSheet("moved"), true)}
    ${button("cancelled", "close", "quiet", () => onSheet("cancelled"), true)}
    ${button("sent", "send", "quiet", () => onOutcome("sent"))}
    ${onNote && html`<button type="button" class="button button-quiet is-small" onClick=${onNote}><${Icon} name="pencil"
      size=${22} />${t("staff-appt-note-add")}</button>`}
  </div>`;
}

function Words({ appointment, item }) {
  return t(item ? "staff-appt-remind-words-item" : "staff-appt-remind-words", {
    when: whenNear(appointment), department: say(appointment.department_names), doctor: doctorText(appointment),
    minutes: appointment.minutes, item: item ?? "",
  });
}

export function ReminderCard({ reminder }) {
  const { appointment, item, state, standing } = reminder;
  const [note, setNote] = useState(reminder.note ?? "");
  const [noting, setNoting] = useState(Boolean(reminder.note));
  const [shown, setShown] = useState(null);
  const [sheet, setSheet] = useState(null);
  const { errors, refusal, send, guard } = useChange({ guard: `reminder/${appointment.id}`, fields: ["note"] });
  const record = (outcome) => send({
    verb: outcome, icon: "check-circle", failed: t("staff-appt-failed-remind"),
    run: () => api.post(`/appointments/${appointment.id}/reminder`, { outcome, note: note.trim() || null }),
    done: () => t("staff-appt-done-remind", { outcome: t(`staff-appt-outcome-${outcome}`) }),
  });
  const Open = SHEETS[sheet];
  const by = reminder.outcome_at && beside([clock(reminder.outcome_at), whoName(reminder.by)]);
  return html`<li class=${`card remind ${standing === "overdue" ? "is-overdue" : ""}`} id=${`reminder-${appointment.id}`}
    data-state=${state}>
    <header class="remind-head">
      <b class="number remind-time">${appointment.time}</b>
      <p>${shown !== "words" && html`<b>${appointment.name_masked ?? t("staff-appt-no-name")}</b>`}
        <span>${beside([say(appointment.department_names), doctorText(appointment), lengthText(appointment.units)])}</span></p>
      <p class="remind-state"><${ReminderTag} state=${state} />${by && html`<span>${by}</span>`}</p>
    </header>
    ${isLeft(reminder) || ["sent", "confirmed"].includes(state)
      ? html`<${Contact} id=${appointment.id} path=${`/appointments/${appointment.id}/person`}
        label=${t("staff-appt-remind-say")}
          shown=${shown} onShow=${setShown}>
          <${Words} appointment=${appointment} item=${item} /><//>` : null}
    ${appointment.state === "booked" && !["confirmed", "moved", "cancelled"].includes(state) && html`
      ${reminder.doctor_away && html`<p class="remind-away"><${Icon} name="triangle" size=${22} />${t("staff-appt-remind-away-do")}</p>`}
      ${noting && html`<${TextField} name="note" label=${t("staff-appt-note")} value=${note} onValue=${setNote} limit=${200}
        help=${t("staff-appt-note-help")} error=${errors.note} />`}
      <${Outcomes} reminder=${reminder} guard=${guard} onOutcome=${record} onSheet=${setSheet}
        onNote=${noting ? null : () => setNoting(true)} />
      <${Refusal} refusal=${refusal} />`}
    ${Open && html`<${Open} appointment=${{ ...appointment, item }} onClose=${() => setSheet(null)} onMoved=${() => {}}
      onBooked=${() => {}} />`}
  </li>`;
}
