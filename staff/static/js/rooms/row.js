/** One room: who is in, who is next and why, and the one thing to do now. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Plate } from "/static/house/js/parts.js";
import { whyNotRoom } from "../state/rights.js";
import { openTicket } from "../state/route.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { secondsSince, useNow } from "../state/time.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { CompanionTag, Running, Tag, Waited } from "../parts/small.js";
import { callNext, ticketStep, useCallingStopped, useRefusal } from "./actions.js";
import { rowState } from "./order.js";

function Door({ room, queue, onRoom }) {
  const name = say(room.doctor?.names ?? room.doctor?.name);
  const who = name ? t("staff-room-who", { prefix: queue?.prefix ?? "", name }) : t("staff-room-no-doctor");
  return html`<button type="button" class="room-door" onClick=${onRoom}>
    <span class="room-label"><b class="number">${room.label}</b><i>${t("staff-room-suffix")}</i></span>
    <span class="room-who">${who}</span><span class="visually-hidden">${t("staff-room-open")}</span>
  </button>`;
}

/** 空闲 3 分钟: in words, so that it is not read as a time of day. */
function Idle({ since }) {
  useNow();
  return t("staff-room-idle-for", { minutes: Math.floor(secondsSince(since) / 60) });
}

function Held({ room, detail, state }) {
  if (state === "free") {
    return html`<div class="room-held"><span class="caption">${t("staff-room-free")}</span>
      <span class="room-free">${detail?.free_since
        ? html`<${Idle} since=${detail.free_since} />`
        : t("staff-room-idle")}</span></div>`;
  }
  if (state === "paused" || state === "closed") {
    return html`<div class="room-held"><span class="caption">${t(`staff-room-${state}`)}</span>
      <span class="room-free">${say(room.note) || html`<${Running} since=${room.since} />`}</span></div>`;
  }
  const calling = state === "calling";
  const caption = calling ? t("staff-room-calling", { attempt: room.holding.attempt ?? 1 }) : t("staff-room-in");
  return html`<div class="room-held">
    <span class="caption room-caption">${caption}
      <${CompanionTag} count=${detail?.companion} />
      ${detail?.cover_for && html`<${Tag} kind="cover">${t("staff-cover", { name: say(detail.cover_for.names) })}<//>`}
      ${detail?.special && html`<${Tag} kind="over" icon="flag">${t("staff-special")}<//>`}</span>
    <span class="room-plate">
      <button type="button" class="plate-link" disabled=${!detail?.ticket} onClick=${() => openTicket(detail.ticket)}>
        <span class="visually-hidden">${t("staff-open")}</span><${Plate} number=${room.holding.number}
          state=${calling ? "calling" : "in_room"} size=${38} /></button>
      <${Running} since=${room.holding.since} />
    </span></div>`;
}

function Next({ next }) {
  if (!next) {
    return html`<div class="room-next"><span class="caption">${t("staff-next")}</span>
      <span class="room-free">${t("staff-next-none")}</span></div>`;
  }
  const reason = say(next.reason?.text ?? next.reason);
  return html`<button type="button" class="room-next" onClick=${() => openTicket(next.ticket)}>
    <span class="caption">${t("staff-next")}</span>
    <b class="number room-next-number">${next.number}</b>
    <${Waited} since=${next.waiting_since} />
    ${reason && html`<span class="room-reason">${t("staff-because", { reason })}</span>`}
  </button>`;
}

function Action({ room, detail, state }) {
  const guard = `room/${room.code}`;
  const staff = useStore(sessionStore, (value) => value.staff);
  const before = useRefusal(room);
  const stopped = useCallingStopped();
  const refusal = whyNotRoom(staff, room) ?? before;
  const next = detail?.next ?? null;
  if (state === "calling" || state === "occupied") {
    const held = { id: detail?.ticket, number: room.holding.number };
    const missing = whyNotRoom(staff, room) ?? (held.id ? null : t("staff-wait-a-moment"));
    const step = (name) => ticketStep(name, held, { guard, room: say(room.names) });
    if (state === "calling") {
      return html`<div class="room-action is-three">
        <${ActButton} guard=${guard} verb="arrive" look="primary" size="third" label=${t("staff-arrive")}
          reason=${missing}
          ariaLabel=${t("staff-arrive-of", held)} busyLabel="" onPress=${() => step("arrive")} />
        <${ActButton} guard=${guard} verb="recall" look="secondary" size="third" label=${t("staff-recall-short")}
          reason=${missing}
          ariaLabel=${t("staff-recall-of", held)} busyLabel="" onPress=${() => step("recall")} />
        <${ActButton} guard=${guard} verb="missed" look="quiet" size="third" label=${t("staff-missed-short")}
          reason=${missing}
          ariaLabel=${t("staff-missed-of", held)} busyLabel="" onPress=${() => step("missed")} />
        ${missing && html`<p class="room-action-why">${missing}</p>`}
      </div>`;
    }
    return html`<div class="room-action">
      <${ActButton} guard=${guard} verb="finish" look="secondary" size="row" reason=${missing ?? refusal}
        label=${t("staff-left-room", held)}
        sub=${next ? t("staff-then-call", { number: next.number }) : t("staff-then-nobody")}
        busyLabel=${t("staff-busy-save")} onPress=${() => step("finish")} />
    </div>`;
  }
  const reason =
    stopped ??
    refusal ??
    (state === "paused" ? t("staff-refused-paused") : state === "closed" ? t("staff-refused-closed")
      : !next ? t("staff-refused-nobody") : null);
  return html`<div class="room-action">
    <${ActButton} guard=${guard} verb="call" look="primary" size="row" reason=${reason}
      label=${next ? t("staff-call", { number: next.number }) : t("staff-call-next")}
      sub=${t("staff-call-to", { room: say(room.names) })}
      busyLabel=${t("staff-busy-call")} onPress=${() => callNext(room)} />
  </div>`;
}

export function RoomRow({ room, detail, queue, onRoom }) {
  const state = rowState(room);
  return html`<li class=${`card room-row is-${state}`} id=${`room-${room.code}`} data-state=${state}>
    <${Door} room=${room} queue=${queue} onRoom=${onRoom} />
    <${Held} room=${room} detail=${detail} state=${state} />
    <${Next} next=${detail?.next} />
    <${Action} room=${room} detail=${detail} state=${state} />
  </li>`;
}
