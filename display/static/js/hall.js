/** The hall's screen. How deep the hall is decides how much stands on it: what is far away must be large. */
import { html, useLayoutEffect } from "/static/vendor/htm-preact.js";
import { Emergency } from "./emergency.js";
import { Head } from "./head.js";
import { Foot } from "./notices.js";
import { OfflinePanel } from "./offline.js";
import { Panel, showsLast } from "./panel.js";
import { Recent } from "./recent.js";
import { Table, tablePage } from "./table.js";
import { timeOfDay } from "./time.js";

/** @param {number | undefined} metres @returns {{name: string, rows: number, lines: number, rooms: boolean}} */
export function layoutFor(metres = 8) {
  if (metres <= 8) return { name: "near", rows: 4, lines: 4, rooms: true };
  if (metres <= 12) return { name: "middle", rows: 5, lines: 4, rooms: false };
  return { name: "far", rows: 7, lines: 0, rooms: false };
}

/** Calls that somebody in the hall can read at this moment. */
function readable(picture, page, calls, withRooms) {
  const held = withRooms ? page.lines.flatMap((line) => line.rooms) : [];
  const inTable = calls.filter((call) =>
    held.some((room) => room.code === call.room && room.holding?.number === call.number));
  const shown = [...picture.recent, ...inTable];
  if (picture.last) shown.push(picture.last);
  return [...new Set(shown)];
}

/** @param {object} props the screen as main.js holds it */
export function HallScreen({ w, model, conductor, offline, heardAt, sound, pageTurn, noticeTurn }) {
  const layout = layoutFor(model.hall?.depth_m);
  const picture = conductor.picture(layout.rows);
  const call = offline ? null : picture.call;
  const page = tablePage({
    departments: model.departments, call, turn: pageTurn, size: layout.lines || 1, withRooms: layout.rooms,
  });
  // Where the panel does not name the last call, the list does.
  const named = offline || !showsLast(picture, model.departments) ? [picture.last] : [];
  const calls = [...named, ...picture.recent].filter(Boolean).slice(0, picture.dense ? layout.rows * 2 : layout.rows);

  useLayoutEffect(() => {
    if (offline || model.emergency) return undefined;
    const visible = readable(picture, page, model.calls, layout.rooms);
    // Two frames: the report is made when the picture has been painted, and not by a window nobody sees.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => conductor.painted(visible));
    });
    return () => cancelAnimationFrame(frame);
  });

  if (model.emergency) return html`<${Emergency} w=${w} emergency=${model.emergency} />`;
  const asOf = heardAt === null ? "" : timeOfDay(heardAt);
  return html`<div class=${`hall depth-${layout.name}`} data-testid="hall">
    <${Head} w=${w} hall=${model.hall} />
    <main class="board">
      ${offline
        ? html`<${OfflinePanel} w=${w} lastHeardAt=${heardAt} />`
        : html`<${Panel} w=${w} picture=${picture} departments=${model.departments} />`}
      <${Recent} w=${w} calls=${calls} dense=${picture.dense} rows=${layout.rows}
        called=${Boolean(picture.last)} before=${offline ? asOf : undefined} />
      ${layout.lines > 0 && html`<${Table} w=${w} page=${page} call=${call} offline=${offline} asOf=${asOf}
        withRooms=${layout.rooms} />`}
    </main>
    <${Foot} w=${w} notices=${model.notices} turn=${noticeTurn} offline=${offline} heardAt=${heardAt} sound=${sound}
      voice=${model.voice} />
  </div>`;
}
