/** The thumb zone: the one thing that the ticket's state asks for, six beside it, the rest behind "more". */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { hallStore, roomsOf } from "../state/hall.js";
import { may, whyNotAllowed, whyNotRoom } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { openTicket } from "../state/route.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { callNext, ticketStep, useCallingStopped, useRefusal } from "../rooms/actions.js";
import { allows, freeRooms, mainAction, roomForCall } from "./rules.js";
import { MoreSheet } from "./more.js";
import { CallSheet } from "./forms/call.js";
import { CancelSheet } from "./forms/cancel.js";
import { DoctorSheet } from "./forms/doctor.js";
import { OfferSheet } from "./forms/offer.js";
import { NoFeeSheet } from "./forms/no_fee.js";
import { PrioritySheet } from "./forms/priority.js";
import { TransferSheet } from "./forms/transfer.js";
import { TriageSheet } from "./forms/triage.js";
import { VisitClassSheet } from "./forms/visit_class.js";
import { SpecialForTicket } from "./forms/special.js";
import { WorseSheet } from "./forms/worse.js";
import { NextVisitSheet } from "./forms/next_visit.js";
import { RebookSheet } from "./forms/rebook.js";
import { MessageAboutTicket } from "../messages/for_ticket.js";

const SHEETS = {
  rebook: RebookSheet, "next-visit": NextVisitSheet,
  transfer: TransferSheet, cancel: CancelSheet, offer: OfferSheet, triage: TriageSheet,
  "visit-class": VisitClassSheet, special: SpecialForTicket, doctor: DoctorSheet, priority: PrioritySheet,
  message: MessageAboutTicket, "no-fee": NoFeeSheet, worse: WorseSheet, more: MoreSheet,
};

/** Why an action rests: the ticket's state, or who asks. @returns {string|null} null: it may be done */
export function whyNot(action, ticket) {
  if (!allows(action, ticket.state)) return t(`staff-now-${ticket.state}`);
  return whyNotAllowed(sessionStore.get().staff, action);
}

function useRooms() {
  const documents = useStore(hallStore, (value) => value.documents);
  return roomsOf(documents).map((room) => ({ room, detail: documents[`staff/room/${room.code}`] }));
}

function CallButton({ ticket, reload }) {
  const [ahead, setAhead] = useState(false);
  const staff = useStore(sessionStore, (value) => value.staff);
  const rooms = useRooms();
  const stopped = useCallingStopped();
  const { room, turn, busy } = roomForCall(ticket, rooms);
  const free = freeRooms(ticket, rooms);
  const refusal = useRefusal(room ?? { code: "", state: "" });
  if (room) {
    const call = async () => {
      const { ok } = await callNext(room);
      if (ok) reload();
    };
    return html`<${ActButton} guard=${`room/${room.code}`} verb="call" look="primary" size="main" icon="speaker"
      reason=${stopped ?? refusal ?? whyNotRoom(staff, room)}
      label=${t("staff-call-into", { number: ticket.number, room: say(room.names) })}
      busyLabel=${t("staff-busy-call")} onPress=${call} />`;
  }
  const reason = stopped ?? (turn && busy
    ? t(busy.holding?.state === "called" ? "staff-refused-calling" : "staff-refused-not-left", { number: busy.holding?.number ?? "" })
    : !may(staff, "queue.reorder") ? t("staff-not-turn") : !free.length ? t("staff-no-free-room") : null);
  return html`<${ActButton} guard=${`ticket/${ticket.id}`} verb="ahead" look="primary" size="main" icon="speaker"
    reason=${reason} local
      label=${reason ? t("staff-call", { number: ticket.number }) : t("staff-call-ahead", { number: ticket.number })}
      onPress=${() => setAhead(true)} />
    ${ahead && html`<${CallSheet} ticket=${ticket} rooms=${free} reload=${reload}
      onClose=${() => setAhead(false)} />`}`;
}

function MainButton({ ticket, reload, onSheet, step }) {
  const action = mainAction(ticket.state);
  if (action === "call") return html`<${CallButton} ticket=${ticket} reload=${reload} />`;
  if (action === null) {
    return ticket.transferred_to
      ? html`<button type="button" class="button is-main"
        onClick=${() => openTicket(ticket.transferred_to)}>${t("staff-moved-open")}</button>`
      : html`<p class="ended">${t("staff-ended", { state: t(`staff-state-${ticket.state}`, { attempt: 1 }) })}</p>`;
  }
  const words = { arrive: "staff-arrive-full", finish: "staff-left-room", triage: "staff-triage-confirm",
    return: ticket.state === "out" ? "staff-return-results" : "staff-return-missed" }[action];
  return html`<${ActButton} guard=${`ticket/${ticket.id}`} verb=${action} look="primary" size="main"
    label=${t(words, { number: ticket.number })}
    local=${action === "triage"} onPress=${() => (action === "triage" ? onSheet("triage") : step(action))} />`;
}

export function Actions({ ticket, reload }) {
  const [sheet, setSheet] = useState(null);
  const guard = `ticket/${ticket.id}`;
  const room = say(useStore(hallStore, (value) => value.documents[`room/${ticket.room}`])?.names);
  const Open = SHEETS[sheet];
  const step = async (name) => {
    const { ok } = await ticketStep(name, ticket, { room });
    if (ok) reload();
  };
  const tile = (action, icon, label, onPress, more = {}) => html`<${ActButton} guard=${guard} verb=${action}
    size="tile" icon=${icon}
    label=${label} reason=${whyNot(action, ticket)} onPress=${onPress} busyLabel="" ...${more} />`;
  return html`<div class="patient-actions">
    <${MainButton} ticket=${ticket} reload=${reload} onSheet=${setSheet} step=${step} />
    <div class="tiles">
      ${tile("recall", "speaker", t("staff-recall"), () => step("recall"))}
      ${tile("missed", "person-x", t("staff-missed"), () => step("missed"))}
      ${ticket.state === "out"
        ? tile("finish", "check-circle", t("staff-finish"), () => step("finish"))
        : tile("leave", "arrow-right", t("staff-leave"), () => step("leave"))}
      ${tile("transfer", "swap", t("staff-transfer"), () => setSheet("transfer"), { local: true })}
      <${ActButton} guard=${guard} verb="more" size="tile" icon="menu" label=${t("staff-more")} local
        onPress=${() => setSheet("more")} />
      ${tile("worse", "pulse", t("staff-worse"), () => setSheet("worse"), { local: true, look: "danger" })}
    </div>
    ${Open && html`<${Open} ticket=${ticket} reload=${reload} onSheet=${setSheet} onClose=${() => setSheet(null)} />`}
  </div>`;
}
