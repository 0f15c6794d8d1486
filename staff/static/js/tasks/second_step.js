/** Orthodontics, second step (R20): the general check is done, and the specialist's appointment is to be booked. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { BookSheet } from "../appointments/book/sheet.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { dayText, today } from "../state/days.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { TaskLine } from "./line.js";

export function SecondStepCard({ task }) {
  const [booking, setBooking] = useState(null);
  const guard = `arrangement/${task.id}`;
  const end = (outcome) => act({
    key: guard, verb: outcome, run: () => api.post(`/arrangements/${task.id}/resolve`, { outcome }),
    done: () => (outcome === "booked" ? null : t("staff-second-step-ended", { number: task.number })), failed: t("staff-failed-save"),
  });
  const book = async () => {
    const { ok, answer } = await act({
      key: guard, verb: "open", run: () => api.get(`/tickets/${task.ticket}/second-step`), failed: t("staff-failed-person"),
    });
    if (ok) setBooking(answer);
  };
  const day = task.service_day < today() && t("staff-arrange-of-day", { day: dayText(task.service_day) });
  return html`<${TaskLine} id=${`second-step-${task.id}`} icon="calendar-check"
    title=${t("staff-second-step-title", { number: task.number })} detail=${beside([day, say(task.names)])}
    action=${html`<${ActButton} guard=${guard} verb="open" size="side" look="primary" right="tasks"
      label=${t("staff-second-step-book")} onPress=${book} />`}>
    <p class="task-more"><${ActButton} guard=${guard} verb="not_wanted" size="small" look="plain" right="tasks"
      label=${t("staff-second-step-not-wanted")} onPress=${() => end("not_wanted")} /></p>
    ${booking && html`<${BookSheet} onClose=${() => setBooking(null)} onBooked=${() => end("booked")}
      person=${{ found: booking.patient, channel: "desk", visitClass: booking.visit_class }}
      wish=${{ department: booking.department, doctor: booking.specialists[0]?.number ?? null }} />`}
  <//>`;
}
