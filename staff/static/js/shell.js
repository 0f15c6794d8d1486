/** The frame: rail, header, the page, one patient or appointment over it, and the toast. */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { onLanguageChange, t } from "/static/house/js/language.js";
import { Icon, Toasts, dismissToast } from "/static/house/js/parts.js";
import { useStore } from "./state/store.js";
import { crowdOpen, hallStore, isOffline, openCount, tasksOf } from "./state/hall.js";
import { may } from "./state/rights.js";
import { sessionStore } from "./state/session.js";
import { routeStore, goTo } from "./state/route.js";
import { clock } from "./state/time.js";
import { refreshClinic } from "./state/api.js";
import { say } from "./state/words.js";
import { Header } from "./header.js";
import { Menu } from "./menu.js";
import { Hall } from "./hall.js";
import { Patients } from "./pages/patients.js";
import { Appointments } from "./appointments/index.js";
import { AppointmentPage } from "./appointments/panel/page.js";
import { Devices } from "./pages/devices.js";
import { Notices } from "./pages/notices.js";
import { PaperPage } from "./paper/page.js";
import { Patient } from "./patient/page.js";
import { useNarrow } from "./parts/narrow.js";
import { TaskSounds } from "./tasks/sounds.js";
import { RoomBar } from "./messages/room_bar.js";
import { waitingAtDesk } from "./messages/state.js";

const RAIL = [
  { page: "hall", icon: "layout" },
  { page: "patients", icon: "user" },
  { page: "appointments", icon: "calendar-check" },
  { page: "notices", icon: "megaphone" },
  { page: "devices", icon: "monitor" },
];
/** Pages that are opened from another one. */
const ABOVE = { paper: "patients" };
/** How often open departments and doctors on duty are asked again, ms. */
const CLINIC_EVERY = 3 * 60 * 1000;
const PAGES = { hall: Hall, patients: Patients, appointments: Appointments, notices: Notices, devices: Devices, paper: PaperPage };

function Rail({ onMenu }) {
  const page = useStore(routeStore, (value) => value.page);
  const staff = useStore(sessionStore, (value) => value.staff);
  const count = useStore(hallStore, (value) => openCount(tasksOf(value.documents))
    + (may(staff, "tasks") ? crowdOpen(value.documents) + waitingAtDesk(value.documents) : 0));
  const items = RAIL.filter((item) => item.page !== "devices" || may(staff, "devices.view"));
  return html`<nav class="rail on-dark" aria-label=${t("staff-rail")}>
    <span class="rail-mark" aria-hidden="true">${t("staff-mark")}</span>
    ${items.map(
      (item) => html`<a key=${item.page} class="rail-item" href=${`#/${item.page}`}
        aria-current=${item.page === (ABOVE[page] ?? page) ? "page" : undefined}>
        <${Icon} name=${item.icon} size=${28} />
        <span>${t(`staff-rail-${item.page}`)}</span>
        ${item.page === "hall" && count > 0 && html`<b class="rail-count">
          <span aria-hidden="true">${count}</span><span
            class="visually-hidden">${t("staff-rail-open", { count })}</span>
        </b>`}
      </a>`,
    )}
    <button type="button" class="rail-item rail-me" onClick=${onMenu}>
      <${Icon} name="headset-person" size=${28} /><span>${staff?.name}</span>
    </button>
  </nav>`;
}

function OfflineBar() {
  const heard = useStore(hallStore, (value) => value.lastHeardAt);
  return html`<p class="offline-bar" role="alert"><${Icon} name="wifi-off" size=${24} />
    <strong>${t("staff-offline")}</strong>
    <span>${heard ? t("staff-offline-age", { time: clock(heard) }) : ""}</span>
  </p>`;
}

/** The evacuation text is on: everyone in the hall knows it, and the way to end it. */
function EmergencyBar() {
  const emergency = useStore(hallStore, (value) => value.documents.emergency);
  if (!emergency) return null;
  return html`<p class="offline-bar emergency-bar" role="alert"><${Icon} name="octagon-alert" size=${24} />
    <strong>${t("staff-emergency-on")}</strong><span>${say(emergency.texts)}</span>
    <span>${t("staff-emergency-rest")}</span>
    <a href="#/notices">${t("staff-emergency-open")}</a></p>`;
}

export function Shell() {
  useEffect(() => {
    const timer = setInterval(refreshClinic, CLINIC_EVERY);
    return () => clearInterval(timer);
  }, []);
  // What a toast says was said in the former language.
  useEffect(() => onLanguageChange(() => dismissToast()), []);
  const [menu, setMenu] = useState(false);
  const { page, ticket, appointment } = useStore(routeStore);
  const over = Boolean(ticket || appointment);
  const offline = useStore(hallStore, isOffline);
  // Portrait: one patient takes the whole page, and what lies beneath cannot be reached.
  const narrow = useNarrow();
  const Page = PAGES[page];
  return html`<div class=${`shell ${offline ? "is-offline" : ""} ${over ? "has-patient" : ""}`}>
    <${Rail} onMenu=${() => setMenu(true)} />
    <div class="stage">
      <${Header} />
      ${offline && html`<${OfflineBar} />`}
      <${EmergencyBar} />
      <${RoomBar} />
      <main class=${`page page-${page}`} id="page" inert=${over && narrow ? true : undefined}><${Page} /></main>
    </div>
    ${ticket && html`<${Patient} key=${ticket} id=${ticket} />`}
    ${appointment && html`<${AppointmentPage} key=${appointment} id=${appointment} />`}
    <${Toasts} />
    <${TaskSounds} />
    ${menu && html`<${Menu} onClose=${() => setMenu(false)} onHall=${() => goTo("hall")} />`}
  </div>`;
}
