/** The way from the list of rooms to a message into one of them. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { WriteMessage } from "./write.js";

export function MessageToRooms() {
  const [open, setOpen] = useState(false);
  const staff = useStore(sessionStore, (value) => value.staff);
  if (!may(staff, "message")) return null;
  return html`<button type="button" class="button button-quiet is-small to-rooms" onClick=${() => setOpen(true)}>
      <${Icon} name="message" size=${20} />${t("staff-message-write-room")}</button>
    ${open && html`<${WriteMessage} towards="room" onClose=${() => setOpen(false)} />`}`;
}
