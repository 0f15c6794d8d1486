/** Where the tablet is: `#/hall`, `#/patients`, and over either a ticket: `#/hall/ticket/12`. Nothing personal. */
import { createStore } from "./store.js";

const PAGES = ["hall", "patients", "devices", "notices"];

function read() {
  const [page, kind, id] = location.hash.replace(/^#\//, "").split("/");
  return { page: PAGES.includes(page) ? page : "hall", ticket: kind === "ticket" && id ? id : null };
}

export const routeStore = createStore(read());
addEventListener("hashchange", () => routeStore.set(read()));

export function goTo(page) {
  location.hash = `#/${page}`;
}

export function openTicket(id) {
  location.hash = `#/${routeStore.get().page}/ticket/${id}`;
}

export function closeTicket() {
  location.hash = `#/${routeStore.get().page}`;
}
