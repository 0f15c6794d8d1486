/** Who is to be rung when a doctor is back: those who are due today first (R36). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useAsked } from "../../state/asked.js";
import { api } from "../../state/api.js";
import { act } from "../../state/act.js";
import { dayWithName } from "../../state/days.js";
import { beside, say } from "../../state/words.js";
import { ActButton } from "../../parts/act_button.js";
import { Asked } from "../../parts/asked.js";
import { Empty, Tag } from "../../parts/small.js";
import { BookSheet } from "../book/sheet.js";
import { Contact } from "../contact.js";
import { Refusal, useChange } from "../use_change.js";
import { AddSheet } from "./add.js";

function Due({ callback }) {
  if (callback.due) return html`<${Tag} kind="over" icon="phone">${t("staff-appt-callback-due")}<//>`;
  const words = callback.back_on ? t("staff-appt-callback-back", { day: dayWithName(callback.back_on) }) : t("staff-appt-callback-away");
  return html`<${Tag} kind="waiting" icon="clock">${words}<//>`;
}

function Card({ callback, onBook }) {
  const { id } = callback;
  const [shown, setShown] = useState(null);
  const tries = callback.tries > 0 && t("staff-appt-callback-tries", { count: callback.tries });
  const { refusal, send, guard } = useChange({ guard: `callback/${id}` });
  const end = (outcome) => send({
    verb: outcome, icon: "check-circle", failed: t("staff-appt-failed-callback"),
    run: () => api.post(`/callbacks/${id}/done`, { outcome }),
    done: () => t("staff-appt-done-remind", { outcome: t(`staff-appt-callback-${outcome}`) }),
  });
  const book = async () => {
    const { ok, answer } = await act({
      key: guard, verb: "booked", run: () => api.get(`/callbacks/${id}/person`), failed: t("staff-failed-person"),
    });
    if (ok) onBook({ callback, person: answer });
  };
  const button = (outcome, icon, look, press) => html`<${ActButton} guard=${guard} verb=${outcome} size="small"
    look=${look} icon=${icon}
    label=${t(`staff-appt-callback-${outcome}`)} onPress=${press} />`;
  return html`<li class="card remind" id=${`callback-${id}`}>
    <header class="remind-head"><p><b>${t("staff-appt-callback-for", { doctor: say(callback.doctor_names) })}</b>
      <span>${beside([shown !== "words" && callback.name_masked, tries, callback.by?.name])}</span></p>
      <p class="remind-state"><${Due} callback=${callback} /></p></header>
    <${Contact} id=${id} path=${`/callbacks/${id}/person`} label=${t("staff-appt-tab-about")} shown=${shown}
      onShow=${setShown}>${callback.item ?? t("staff-appt-item-none")}<//>
    <div class="remind-outcomes" role="group" aria-label=${t("staff-appt-outcome")}>
      ${button("booked", "calendar-check", "primary", book)}
      ${button("not_reached", "phone", "quiet", () => end("not_reached"))}
      ${button("not_wanted", "close", "quiet", () => end("not_wanted"))}</div>
    <${Refusal} refusal=${refusal} /></li>`;
}

export function Callbacks() {
  // Each look at this list is recorded, so it is not asked again by itself.
  const asked = useAsked("/callbacks", { once: true });
  const [adding, setAdding] = useState(false);
  const [booking, setBooking] = useState(null);
  // The booking stands even where this does not arrive; then the line stays, and can be ended by hand.
  const booked = (appointment) =>
    api.post(`/callbacks/${booking.callback.id}/done`, { outcome: "booked", appointment: appointment.id }).then(asked.reload, () => {});
  return html`<div class="appt-body">
      <${Asked} asked=${asked} loading=${t("staff-appt-callback-loading")} failed=${t("staff-appt-callback-failed")}>
        ${({ callbacks }) => callbacks.length
          ? html`<ul class="remind-list">${callbacks.map((one) => html`<${Card} key=${one.id} callback=${one}
            onBook=${setBooking} />`)}</ul>`
          : html`<${Empty} icon="phone" text=${t("staff-appt-callback-empty")}
            detail=${t("staff-appt-callback-empty-detail")} />`}
      <//>
    </div>
    <div class="thumb-bar"><${ActButton} guard="callback/new" verb="ask" look="primary" icon="plus"
      label=${t("staff-appt-callback-new")}
      onPress=${() => setAdding(true)} /></div>
    ${adding && html`<${AddSheet} onClose=${() => setAdding(false)} />`}
    ${booking && html`<${BookSheet} onClose=${() => setBooking(null)} onBooked=${booked}
      person=${{ name: booking.person.name, phone: booking.person.phone ?? "" }}
      wish=${{ department: booking.callback.department, doctor: booking.callback.doctor }} />`}`;
}
