/** The screen at a room's door: which room, whose turn, who is next. The patient's name is never here. */
import { html, useLayoutEffect } from "/static/vendor/htm-preact.js";
import { Emergency } from "./emergency.js";
import { Fit } from "./fit.js";
import { doorSign, waitRange } from "./model.js";
import { Connection, SoundMark } from "./notices.js";
import { OfflinePanel } from "./offline.js";
import { Both } from "./panel.js";
import { serverNow, timeOfDay } from "./time.js";

/**
 * What the door says. Pure.
 * @param {object} room the room's document
 * @returns {"call" | "consulting" | "away" | "closed" | "free"}
 */
export function doorState(room) {
  if (room.holding?.state === "called") return "call";
  if (room.holding?.state === "in_room") return "consulting";
  if (room.state === "paused") return "away";
  return room.state === "closed" ? "closed" : "free";
}

function RoomPanel({ w, room, department }) {
  const name = w.name(room.names);
  const { sign, rest } = doorSign(name, room.label);
  const second = w.alsoName(department?.names);
  const doctor = w.name(room.doctor?.names) || room.doctor?.name;
  return html`<section class="door-room" data-testid="door-room">
    <h1 class="visually-hidden">${name}</h1>
    <${Fit} kind="number" of=${sign} class="door-room-number number" aria-hidden="true">${sign}<//>
    <${Fit} of=${rest} class="door-room-name" aria-hidden="true">${rest}<//>
    <${Fit} of=${w.alsoName(room.names)} class="door-room-second" lang=${w.second}>${w.alsoName(room.names)}<//>
    <div class="door-doctor">
      ${room.doctor && html`<${Fit} of=${doctor + w.name(room.doctor.title)} class="door-doctor-line">
        <span class="door-doctor-name">${doctor}</span>
        <span class="door-doctor-title">${w.name(room.doctor.title)}</span>
      <//>`}
      <${Fit} of=${w.name(department?.names) + second} class="door-department">
        <span>${w.name(department?.names)}</span> <span lang=${w.second}>${second}</span>
      <//>
    </div>
  </section>`;
}

function Badge({ children, testid }) {
  return html`<p class="door-badge" data-testid=${testid}>${children}</p>`;
}

function WithNumber({ w, room, state }) {
  const call = state === "call";
  return html`<section class=${`door-main door-${state}`} data-testid="door-main" data-state=${state}
      key=${`${state}/${room.holding.number}/${room.holding.attempt}`} role="status">
    <${Both} w=${w} id=${call ? "display-door-call" : "display-door-consulting"} class="door-title" as="h2" />
    <${Badge} testid="door-badge">
      ${call ? w.say("display-door-attempt", { attempt: room.holding.attempt ?? 1 }) : w.say("display-door-wait-outside")}
    <//>
    <${Fit} kind="number" of=${room.holding.number} class="door-number number">
      <span data-testid="call-number">${room.holding.number}</span>
    <//>
  </section>`;
}

function WithWords({ w, room, state }) {
  const note = state === "away" ? { main: w.name(room.note), second: w.alsoName(room.note) } : { main: "", second: "" };
  const id = `display-door-${state}`;
  const main = note.main ? w.say("display-door-with-note", { what: w.say(id), note: note.main }) : w.say(id);
  const second = note.second ? w.also("display-door-with-note", { what: w.also(id), note: note.second }) : w.also(id);
  return html`<section class=${`door-main door-words door-${state}`} data-testid="door-main" data-state=${state}
      role="status">
    <h2 class="door-words-main">${main}</h2>
    <p class="door-words-second" lang=${w.second}>${second}</p>
  </section>`;
}

function Upcoming({ w, numbers, offline }) {
  const [next, ...then] = numbers;
  return html`<section class="door-next" data-testid="door-next">
      <${Both} w=${w} id=${offline ? "display-table-next-then" : "display-door-next"} as="h2" class="door-small-title" />
      ${next
        ? html`<${Fit} kind="number" of=${next} class="door-next-number number">${next}<//>`
        : html`<p class="door-none">${w.say("display-next-none")}</p>`}
    </section>
    <section class="door-then" data-testid="door-then">
      <${Both} w=${w} id="display-door-then" as="h2" class="door-small-title" />
      <${Fit} kind="number" of=${then.join(" ")} class="door-then-numbers number">
        ${then.slice(0, 2).map((number) => html`<span key=${number}>${number}</span> `)}
      <//>
    </section>`;
}

/** @returns {string} how many wait and how long, or what is true instead */
function waitingWords(w, department, offline) {
  if (offline) return w.say("display-offline-kept");
  if (!department || !department.open) return w.say("display-department-closed");
  if (!department.waiting) return w.say("display-empty");
  const range = waitRange(department.estimate);
  const count = department.waiting;
  if (!range) return w.say("display-door-waiting", { count });
  if (range.low === undefined) return w.say("display-door-waiting-within", { count, high: range.high });
  return w.say("display-door-waiting-range", { count, ...range });
}

/** @param {object} props the screen as main.js holds it */
export function DoorScreen({ w, model, room: code, conductor, offline, heardAt, sound }) {
  const room = model.rooms.find((one) => one.code === code);
  const department = model.departments.find((one) => one.code === room?.department);
  const state = room ? doorState(room) : "closed";

  useLayoutEffect(() => {
    if (offline || model.emergency || state !== "call") return undefined;
    const visible = model.calls.filter((call) => call.room === code && call.number === room.holding.number);
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => conductor.painted(visible));
    });
    return () => cancelAnimationFrame(frame);
  });

  if (model.emergency) return html`<${Emergency} w=${w} emergency=${model.emergency} />`;
  const main = () => {
    if (offline) return html`<${OfflinePanel} w=${w} lastHeardAt=${heardAt} />`;
    return state === "call" || state === "consulting"
      ? html`<${WithNumber} w=${w} room=${room} state=${state} />`
      : html`<${WithWords} w=${w} room=${room} state=${state} />`;
  };
  const words = waitingWords(w, department, offline);
  return html`<div class="door" data-testid="door">
    <main class="door-board">
      <${RoomPanel} w=${w} room=${room} department=${department} />
      ${main()}
      <${Upcoming} w=${w} numbers=${department?.next ?? []} offline=${offline} />
    </main>
    <footer class="door-foot">
      <${Fit} as="p" of=${words} class="door-waiting" data-testid="door-waiting">${words}<//>
      ${!offline && html`<${SoundMark} w=${w} sound=${sound} voice=${model.voice} />`}
      <${Connection} w=${w} offline=${offline} heardAt=${heardAt} />
      <time class="clock number" data-testid="clock">${timeOfDay(serverNow())}</time>
    </footer>
  </div>`;
}
