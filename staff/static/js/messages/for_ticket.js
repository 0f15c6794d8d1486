/** A message into a room about one number, from the number's page. */
import { html } from "/static/vendor/htm-preact.js";
import { WriteMessage } from "./write.js";

export function MessageAboutTicket({ ticket, onClose }) {
  return html`<${WriteMessage} towards="room" room=${ticket.room ?? null} department=${ticket.department} ticket=${ticket}
    onClose=${onClose} />`;
}
