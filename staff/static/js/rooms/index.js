/** Rooms and queues: one row a room, filtered by department, one action at the right thumb. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { hallStore, queuesOf, roomsOf } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";
import { Empty } from "../parts/small.js";
import { MessageToRooms } from "../messages/to_rooms.js";
import { RoomRow } from "./row.js";
import { useSettled } from "./settled.js";
import { RoomSheet } from "./sheet.js";

function Filter({ queues, chosen, onChoose }) {
  const options = [{ code: null, label: t("staff-all") }, ...queues.map((queue) => ({
    code: queue.department,
    label: `${queue.prefix} ${say(queue.short ?? queue.names)}`,
    waiting: queue.waiting,
  }))];
  return html`<div class="filter" role="group" aria-label=${t("staff-rooms-filter")}>
    ${options.map(
      ({ code, label, waiting }) => html`<button type="button" key=${code} class="filter-chip"
        aria-pressed=${code === chosen ? "true" : "false"} onClick=${() => onChoose(code)}>
        ${code === chosen && html`<${Icon} name="check" size=${16} />`}<span>${label}${waiting > 0 && html` <b
          class="number">${waiting}</b>`}</span></button>`,
    )}
  </div>`;
}

export function Rooms() {
  const documents = useStore(hallStore, (value) => value.documents);
  const [chosen, setChosen] = useState(null);
  const [sheet, setSheet] = useState(null);
  const queues = queuesOf(documents);
  const { rows, onTouch } = useSettled(
    roomsOf(documents)
      .filter((room) => chosen === null || room.department === chosen)
      .map((room) => ({ room, detail: documents[`staff/room/${room.code}`] })),
  );
  return html`<header class="section-head"><h2 id="rooms-title">${t("staff-rooms-title")}</h2>
      ${queues.length > 1 && html`<${Filter} queues=${queues} chosen=${chosen} onChoose=${setChosen} />`}
      <${MessageToRooms} /></header>
    <ul class="room-list" onPointerDown=${onTouch}>
      ${rows.map(
        ({ room, detail }) => html`<${RoomRow} key=${room.code} room=${room} detail=${detail}
          queue=${documents[`queue/${room.department}`]} onRoom=${() => setSheet(room.code)} />`,
      )}
    </ul>
    ${!rows.length && html`<${Empty} icon="layout" text=${t("staff-rooms-empty")}
      detail=${t("staff-rooms-empty-detail")} />`}
    ${sheet && documents[`room/${sheet}`] && html`<${RoomSheet} room=${documents[`room/${sheet}`]}
      onClose=${() => setSheet(null)} />`}`;
}
