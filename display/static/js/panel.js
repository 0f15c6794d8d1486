/** The call panel: the number in yellow with its room like a sign on a door, or calm with the last number. */
import { html } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { Fit } from "./fit.js";
import { calmKind, doorSign, nextOpening } from "./model.js";
import { timeOfDay } from "./time.js";

const DIRECTIONS = new Set(["left", "right", "up"]);

/** A sentence in the main language with the second one after it. */
export function Both({ w, id, args, class: classes = "", as = "p" }) {
  return html`<${as} class=${`both ${classes}`}><${BothWords} w=${w} id=${id} args=${args} /><//>`;
}

function BothWords({ w, id, args }) {
  return html`<span class="both-main">${w.say(id, args)}</span>
    ${w.second && html` <span class="both-second" lang=${w.second}>${w.also(id, args)}</span>`}`;
}

export function RoomSign({ w, call, testid = "call-room" }) {
  const name = w.name(call.room_names);
  const { sign, rest } = doorSign(name, call.label);
  return html`<div class="sign" data-testid=${testid} data-room=${call.room}>
    ${DIRECTIONS.has(call.direction) && html`<${Icon} name=${`arrow-${call.direction}`} class="sign-arrow" />`}
    <span class="visually-hidden">${name}</span>
    <${Fit} kind="number" of=${sign} class="sign-number number" aria-hidden="true">${sign}<//>
    <${Fit} of=${rest} class="sign-name" aria-hidden="true">${rest}<//>
    <${Fit} of=${w.alsoName(call.room_names)} class="sign-second" lang=${w.second}>${w.alsoName(call.room_names)}<//>
  </div>`;
}

function department(w, departments, code) {
  const found = departments.find((one) => one.code === code);
  return { main: w.name(found?.names), second: w.alsoName(found?.names) };
}

function CallFace({ w, call, departments, heading, foot, tone }) {
  const line = foot ?? department(w, departments, call.department);
  return html`<section class=${`panel panel-${tone}`} data-testid="call-panel" data-tone=${tone}
      key=${`${call.call_id}/${call.attempt}/${tone}`}>
    <div class="panel-left">
      <${Fit} as="h2" of=${heading + w.main} class="panel-title both" data-testid="call-title">
        <${BothWords} w=${w} id=${heading} />
      <//>
      <${Fit} kind="number" of=${call.number} class="panel-number number">
        <span data-testid=${tone === "call" ? "call-number" : "last-number"}>${call.number}</span>
      <//>
      <${Fit} of=${line.main + line.second} class="panel-foot">
        <span>${line.main}</span> <span class="panel-foot-second" lang=${w.second}>${line.second}</span>
      <//>
    </div>
    <${RoomSign} w=${w} call=${call} testid=${tone === "call" ? "call-room" : "last-room"} />
  </section>`;
}

function Empty({ w, id, args }) {
  return html`<section class="panel panel-empty" data-testid="empty-panel" data-tone="empty">
    <h2 class="panel-empty-title">${w.say(id, args)}</h2>
    <p class="panel-empty-second" lang=${w.second}>${w.also(id, args)}</p>
  </section>`;
}

/** Whether the panel names a call: the one in yellow, or the last one while the next is awaited. */
export function showsLast(picture, departments) {
  return Boolean(picture.call) || (departments.length > 0 && calmKind(departments) === "ready");
}

/**
 * @param {{w: object, picture: {call: object | null, last: object | null}, departments: object[]}} props
 */
export function Panel({ w, picture, departments }) {
  const { call, last } = picture;
  if (call) {
    return html`<${CallFace} w=${w} call=${call} departments=${departments} heading="display-call-title" tone="call" />`;
  }
  const kind = calmKind(departments);
  if (kind === "closed" && departments.length > 0) {
    const time = nextOpening(departments);
    return html`<${Empty} w=${w} id=${time ? "display-closed-until" : "display-closed"} args=${{ time: time ?? "" }} />`;
  }
  if (kind === "empty" && departments.length > 0) return html`<${Empty} w=${w} id="display-empty" />`;
  if (!last || !showsLast(picture, departments)) return html`<${Empty} w=${w} id="display-calm-title" />`;
  const args = { time: timeOfDay(last.at) };
  const foot = { main: w.say("display-calm-last", args), second: w.also("display-calm-last", args) };
  return html`<${CallFace} w=${w} call=${last} departments=${departments} heading="display-last-title"
    foot=${foot} tone="calm" />`;
}
