/** A room's own sheet: open, paused or closed, and which doctor sits there (R46). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { whyNotAllowed, whyNotRoom } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, TextField } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";

const STATES = ["open", "paused", "closed"];

/** A note as the tablet writes it: the same words for both languages of the TV. */
const asNote = (text) => (text.trim() ? { zh: text.trim(), en: text.trim() } : null);

export function RoomSheet({ room, onClose }) {
  const { staff, clinic } = useStore(sessionStore);
  const doctors = (clinic?.doctors ?? []).filter((one) => !one.department || one.department === room.department);
  const assign = whyNotAllowed(staff, "rooms.assign");
  const [state, setState] = useState(room.state);
  const [note, setNote] = useState(say(room.note));
  const [doctor, setDoctor] = useState(room.doctor?.number ?? null);
  const guard = `room/${room.code}`;

  const save = async () => {
    const { ok } = await act({
      key: guard,
      verb: "save",
      run: async () => {
        if (doctor !== (room.doctor?.number ?? null)) await api.post(`/rooms/${room.code}/doctor`, { number: doctor });
        if (state !== room.state || note.trim() !== say(room.note)) {
          await api.post(`/rooms/${room.code}/state`, { state, note: state === "open" ? null : asNote(note) });
        }
      },
      done: () => t("staff-room-saved", { room: say(room.names) }),
      failed: t("staff-failed-save"),
    });
    if (ok) onClose();
  };

  return html`<${Sheet} title=${say(room.names)} lead=${t("staff-room-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="save" look="primary" size="main" label=${t("staff-save")}
      reason=${whyNotRoom(staff, room)} onPress=${save} />`}>
    <${ChoiceField} name="state" label=${t("staff-room-state")} value=${state} onValue=${setState}
      options=${STATES.map((code) => ({ value: code, label: t(`staff-room-set-${code}`) }))} />
    ${state !== "open" &&
    html`<${TextField} name="note" label=${t("staff-room-note")} help=${t("staff-room-note-help")} value=${note}
      onValue=${setNote} limit=${40} />`}
    ${assign
      ? html`<p
        class="second">${t("staff-room-doctor-now", { name: say(room.doctor?.names ?? room.doctor?.name) || t("staff-room-no-doctor") })}</p>`
      : html`<${ChoiceField} name="doctor" label=${t("staff-room-doctor")} value=${doctor} onValue=${setDoctor}
      options=${[{ value: null, label: t("staff-room-no-doctor") }, ...doctors.map((one) => ({
        value: one.number, label: `${say(one.names ?? one.name)} ${say(one.title)}`.trim(),
      }))]} />`}
  <//>`;
}
