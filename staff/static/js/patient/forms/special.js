/** The special condition: told to the room at the call, never on a public screen (R7). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { useTicketForm } from "./form.js";
import { specialNote } from "../special_note.js";

/** The same, for whoever has only the ticket at hand. */
export function SpecialForTicket(props) {
  return html`<${SpecialSheet} ...${props} note=${specialNote(props.ticket)} />`;
}

export function SpecialSheet({ ticket, note: before, reload, onClose }) {
  const [note, setNote] = useState(before);
  const { errors, send, guard } = useTicketForm({ ticket, step: "special", reload, onClose });
  return html`<${Sheet} title=${t("staff-special-title", { number: ticket.number })} lead=${t("staff-special-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="special" look="primary" size="main" label=${t("staff-save")}
      reason=${note.trim() === before.trim() ? t("staff-nothing-changed") : null}
      onPress=${() => send({ note: note.trim() })} />`}>
    <${TextField} name="note" label=${t("staff-special")} help=${t("staff-special-help")} value=${note}
      onValue=${setNote} rows=${3}
      limit=${200} error=${errors.note} />
  <//>`;
}
