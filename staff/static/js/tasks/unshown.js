/** A call that no screen of the hall has shown within 3 s: call by voice. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { say } from "../state/words.js";
import { TaskLine } from "./line.js";

export function UnshownCard({ task }) {
  const room = useStore(hallStore, (value) => value.documents[`room/${task.room}`]);
  return html`<${TaskLine} id=${`unshown-${task.call_id}`} icon="monitor" tone="warn"
    title=${t("staff-unshown-title", { number: task.number })}
    detail=${t("staff-unshown-detail", { number: task.number, room: say(room?.names), time: clock(task.at) })} />`;
}
