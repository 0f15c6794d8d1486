/** The table of departments: who is in which room, who should get ready, how long it takes. */
import { html } from "/static/vendor/htm-preact.js";
import { LetterTile } from "/static/house/js/parts/icon.js";
import { Fit } from "./fit.js";
import { waitRange } from "./model.js";
import { calledLine, tableLines, visiblePage } from "./pages.js";
import { Both } from "./panel.js";

const figure = /^[0-9]+$/u;

function RoomSlot({ w, room, called }) {
  const label = String(room.label ?? "");
  const name = figure.test(label) ? w.say("display-room-short", { label }) : label;
  const number = room.holding?.number ?? null;
  const state = number === null ? room.state : "open";
  const content = {
    open: () => (number === null
      ? html`<span class="slot-none" aria-hidden="true">–</span>`
      : html`<span class="slot-number number">${number}</span>`),
    paused: () => html`<span class="slot-word">${w.say("display-room-paused")}</span>`,
    closed: () => html`<span class="slot-word">${w.say("display-room-closed")}</span>`,
  }[state]();
  return html`<${Fit} kind="number" of=${`${name}${number}${state}`} class=${`slot ${called ? "slot-called" : ""}`}
      data-testid=${`room-${room.code}`}>
    <span class="slot-room">${name}</span> ${content}
  <//>`;
}

/** The range, or why there is none. While cut off there is never one: it would be a guess by now. */
function Wait({ w, department, offline }) {
  if (offline) return html`<span class="wait-word">${w.say("display-wait-ask")}</span>`;
  if (!department.open) return null;
  const range = waitRange(department.estimate);
  if (department.waiting === 0 && !department.next?.length) {
    return html`<span class="wait-word">${w.say("display-wait-none")}</span>`;
  }
  if (!range) return html`<span class="wait-word">${w.say("display-wait-ask")}</span>`;
  if (range.low === undefined) {
    const [before, after] = w.say("display-wait-within", range).split(String(range.high));
    return html`<span class="wait-unit">${before}</span><span class="wait-range number">${range.high}</span><span
      class="wait-unit">${after}</span>`;
  }
  return html`<span class="wait-range number">${w.say("common-range", range)}</span> <span
    class="wait-unit">${w.say("display-minutes")}</span>`;
}

function Next({ w, department }) {
  if (!department.open && !department.next?.length) {
    const id = department.opens_at ? "display-opens-at" : "display-department-closed";
    return html`<span class="next-word">${w.say(id, { time: department.opens_at ?? "" })}</span>`;
  }
  if (!department.next?.length) return html`<span class="next-word">${w.say("display-next-none")}</span>`;
  return department.next.slice(0, 3).map((number, place) => html`
    <span class=${`next-number ${place === 0 ? "next-first" : ""}`}>${number}</span>${" "}`);
}

function Line({ w, line, leads, call, offline, withRooms }) {
  const { department, rooms } = line;
  const name = w.name(department.short) || w.name(department.names);
  const second = w.alsoName(department.short) || w.alsoName(department.names);
  const testid = leads ? `queue-${department.code}` : `queue-${line.key}`;
  return html`<div class=${`line ${department.open ? "" : "line-closed"}`} role="row" data-testid=${testid}
      key=${line.key}>
    <div class="line-department" role="rowheader">
      <${LetterTile} letter=${department.prefix} />
      <${Fit} of=${name + second} class="line-name">
        <span class="line-main">${name}</span> <span class="line-second" lang=${w.second}>${second}</span>
      <//>
    </div>
    ${withRooms && html`<div class="line-rooms" role="cell">
      ${rooms.map((room) => html`<${RoomSlot} key=${room.code} w=${w} room=${room}
        called=${!offline && call?.room === room.code && room.holding?.number === call.number} />`)}
    </div>`}
    <${Fit} kind="number" of=${`${leads}${department.next?.join("")}${department.open}`} class="line-next" role="cell"
        data-testid=${leads ? `next-${department.code}` : undefined}>
      ${leads && html`<${Next} w=${w} department=${department} />`}
    <//>
    <${Fit} kind="number" of=${`${leads}${offline}${department.waiting}${JSON.stringify(department.estimate)}`} class="line-wait" role="cell"
        data-testid=${leads ? `wait-${department.code}` : undefined}>
      ${leads && html`<${Wait} w=${w} department=${department} offline=${offline} />`}
    <//>
  </div>`;
}

/**
 * The lines that are in sight, with the calls that can be read in them.
 * @param {object} options @returns {{lines: object[], page: number, pages: number}}
 */
export function tablePage({ departments, call, turn, size, withRooms }) {
  const open = departments.map((one) => {
    const rooms = one.rooms.filter((room) => room.state !== "closed" || room.holding);
    return { ...one, rooms: withRooms ? rooms : [] };
  });
  const lines = tableLines(open);
  const wanted = call && !withRooms ? { ...call, room: null } : call;
  return visiblePage(lines, turn, calledLine(lines, wanted), size);
}

/** @param {object} props withRooms: the full table; without it two departments stand beside each other */
export function Table({ w, page, call, offline, asOf, withRooms }) {
  const rooms = offline ? "display-table-as-of" : "display-table-rooms";
  const next = offline ? "display-table-next-then" : "display-table-next";
  const heads = withRooms ? [0] : [0, 1].slice(0, Math.min(2, page.lines.length));
  return html`<div class=${`table ${withRooms ? "" : "table-two"}`} role="table" data-testid="departments"
      aria-label=${w.say("display-table-label")}>
    ${heads.map((column) => html`<div class="line line-head" role="row" key=${`head-${column}`}>
      <div class="line-department" role="columnheader">
        <span>${w.say("display-table-department")}</span>
        ${page.pages > 1 && column === 0 && html` <span class="page-count" data-testid="page">${
          w.say("display-page", { page: page.page + 1, pages: page.pages })}</span>`}
      </div>
      ${withRooms && html`<div class="line-rooms" role="columnheader">
        <${Both} w=${w} id=${rooms} args=${{ time: asOf ?? "" }} as="span" />
      </div>`}
      <div class="line-next" role="columnheader"><${Both} w=${w} id=${next} as="span" /></div>
      <div class="line-wait" role="columnheader"><${Both} w=${w} id="display-table-wait" as="span" /></div>
    </div>`)}
    ${page.lines.map((line) => html`<${Line} key=${line.key} w=${w} line=${line}
      leads=${page.lines.find((one) => one.department.code === line.department.code) === line} call=${call} offline=${offline}
      withRooms=${withRooms} />`)}
  </div>`;
}
