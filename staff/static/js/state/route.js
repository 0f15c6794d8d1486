/**
 * Where the tablet is: `#/hall`, `#/patients`, and over either a ticket or an appointment: `#/hall/ticket/12`,
 * `#/appointments/at/12`. Nothing personal.
 */
import { createStore } from "./store.js";

const PAGES = ["hall", "patients", "appointments", "devices", "notices", "paper"];

function read() {
  const [page, kind, id] = location.hash.replace(/^#\//, "").split("/");
  const over = (what) => (kind === what && id ? id : null);
  return { page: PAGES.includes(page) ? page : "hall", ticket: over("ticket"), appointment: over("at") };
}

export const routeStore = createStore(read());
addEventListener("hashchange", () => routeStore.set(read()));

export function goTo(page) {
  location.hash = `#/${page}`;
}

export function openTicket(id) {
  location.hash = `#/${routeStore.get().page}/ticket/${id}`;
}

export function openAppointment(id) {
  location.hash = `#/appointments/at/${id}`;
}

/** Whatever lies over the page goes. */
export function closeTicket() {
  location.hash = `#/${routeStore.get().page}`;
}
