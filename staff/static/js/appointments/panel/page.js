/** One appointment. Never the name and what it is about together (R107). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { closeTicket } from "../../state/route.js";
import { useAsked } from "../../state/asked.js";
import { Asked } from "../../parts/asked.js";
import { SidePage } from "../../parts/side_page.js";
import { Tabs } from "../../parts/small.js";
import { Person } from "../../patient/person.js";
import { About } from "./about.js";
import { Actions } from "./actions.js";
import { Facts } from "./facts.js";
import { History } from "./history.js";

const TABS = [
  { value: "history", id: "staff-tab-history" },
  { value: "about", id: "staff-appt-tab-about", icon: "eye-off" },
  { value: "person", id: "staff-tab-person", icon: "eye-off" },
];

function PersonOf({ appointment }) {
  return html`<${Person} ticket=${appointment} path=${`/appointments/${appointment.id}/person`} />`;
}

const PANELS = { history: History, about: About, person: PersonOf };

function Body({ appointment }) {
  const [tab, setTab] = useState("history");
  const Panel = PANELS[tab];
  return html`<div class="patient-body">
      <${Facts} appointment=${appointment} withName=${tab !== "about"} />
      <${Tabs} label=${t("staff-appt-tabs")} value=${tab} onValue=${setTab}
        options=${TABS.map(({ id, ...rest }) => ({ ...rest, label: t(id) }))} />
      <div class="patient-panel" role="tabpanel" id=${`panel-${tab}`} aria-labelledby=${`tab-${tab}`} tabindex="0">
        <${Panel} appointment=${appointment} />
      </div>
    </div>
    <${Actions} appointment=${appointment} />`;
}

export function AppointmentPage({ id }) {
  const asked = useAsked(`/appointments/${id}`, { once: true, follows: true });
  const code = asked.answer?.code;
  return html`<${SidePage} id="appointment" onClose=${closeTicket} back=${t("staff-rail-appointments")}
    title=${code ? t("staff-appt-title", { code }) : t("staff-loading-ticket")}>
    <${Asked} asked=${asked} loading=${t("staff-loading-ticket")} failed=${t("staff-appt-one-failed")}>
      ${(appointment) => html`<${Body} appointment=${appointment} />`}
    <//>
  <//>`;
}
