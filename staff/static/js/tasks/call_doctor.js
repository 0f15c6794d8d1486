/** Which doctors are here now and where, the free ones first; telling one is done by going or by voice. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "../state/store.js";
import { hallStore, roomsOf } from "../state/hall.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Empty } from "../parts/small.js";
import { Sheet } from "../parts/sheet.js";

/** Rooms with a doctor, free before busy. */
export function doctorsNow(documents) {
  return roomsOf(documents)
    .filter((room) => room.doctor && room.state !== "closed")
    .sort((a, b) => (a.holding ? 1 : 0) - (b.holding ? 1 : 0) || (a.order ?? 0) - (b.order ?? 0));
}

export function CallDoctorSheet({ task, onClose, onGo }) {
  const doctors = doctorsNow(useStore(hallStore, (value) => value.documents));
  return html`<${Sheet} title=${t("staff-doctor-title")} lead=${t("staff-doctor-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard=${`alarm/${task.id}`} verb="claim" look="danger-filled" size="main"
      label=${t("staff-doctor-told")} onPress=${onGo} />`}>
    ${doctors.length
      ? html`<ul class="plain-list">
          ${doctors.map(
            (room) => html`<li key=${room.code} class="plain-row">
              <strong>${say(room.names)}</strong>
              <span>${say(room.doctor.names ?? room.doctor.name)} ${say(room.doctor.title)}</span>
              <span class="plain-end">
                ${room.holding ? t("staff-doctor-busy", { number: room.holding.number }) : t("staff-doctor-free")}</span>
            </li>`,
          )}
        </ul>`
      : html`<${Empty} icon="user" text=${t("staff-doctor-none")} detail=${t("staff-doctor-none-detail")} />`}
  <//>`;
}
