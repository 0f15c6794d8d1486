/**
 * What a role may do, so that a button says why it rests before the server has to refuse. The server decides;
 * this mirrors its rule (server/accounts/rules.py).
 */
import { t } from "/static/house/js/language.js";

const GUIDES = ["guide", "supervisor", "administrator"];
const SUPERVISORS = ["supervisor", "administrator"];
const DOCTORS = ["doctor", "supervisor", "administrator"];

const RIGHTS = {
  "queue.reorder": SUPERVISORS,
  "visit-class": SUPERVISORS,
  "rooms.assign": SUPERVISORS,
  notices: SUPERVISORS,
  emergency: SUPERVISORS,
  "devices.manage": SUPERVISORS,
  "devices.view": GUIDES,
  "printers.work": GUIDES,
  "printers.configure": ["administrator"],
  tasks: GUIDES,
  cancel: GUIDES,
  offer: GUIDES,
  doctor: GUIDES,
  priority: GUIDES,
  "queue.override": SUPERVISORS,
  reprint: GUIDES,
  "roster.manage": SUPERVISORS,
  "appointments.override": SUPERVISORS,
  "next-visit": DOCTORS,
  "tickets.issue": GUIDES,
  message: GUIDES,
  "message.from-room": ["doctor", "administrator"],
  rebook: GUIDES,
};

/** @param {{role: string}|null} staff @param {keyof typeof RIGHTS} what */
export const may = (staff, what) => !RIGHTS[what] || RIGHTS[what].includes(staff?.role);

/** Why this person may not; null where they may. */
export function whyNotAllowed(staff, what) {
  if (may(staff, what)) return null;
  return RIGHTS[what] === GUIDES ? t("staff-ask-guide") : t("staff-ask-supervisor");
}

/** A doctor calls into their own room only. */
export function whyNotRoom(staff, room) {
  return staff?.role === "doctor" && room.doctor?.number !== staff.number ? t("staff-own-room-only") : null;
}
