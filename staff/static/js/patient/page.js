/** One patient. Never name and complaint together. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { closeTicket, routeStore } from "../state/route.js";
import { useStore } from "../state/store.js";
import { SidePage } from "../parts/side_page.js";
import { Empty, Loading, Tabs } from "../parts/small.js";
import { Facts } from "./facts.js";
import { History } from "./history.js";
import { Person } from "./person.js";
import { Actions } from "./actions.js";
import { Triage } from "./triage.js";
import { useTicket } from "./ticket.js";

const TABS = [
  { value: "triage", id: "staff-tab-triage" },
  { value: "person", id: "staff-tab-person", icon: "eye-off" },
  { value: "history", id: "staff-tab-history" },
];

function Trouble({ problem, onAgain }) {
  const missing = problem.status === 404;
  return html`<${Empty} icon=${missing ? "search" : "wifi-off"}
    text=${missing ? t("staff-ticket-missing") : t("staff-ticket-failed")}
    detail=${problem.detail}>
    ${!missing && html`<button type="button" class="button button-secondary" onClick=${onAgain}>
      <${Icon} name="refresh" size=${22} />${t("staff-try-again")}</button>`}
  <//>`;
}

function Body({ ticket, reload }) {
  const [tab, setTab] = useState("triage");
  const Panel = { triage: Triage, person: Person, history: History }[tab];
  return html`<div class="patient-body">
      <${Facts} ticket=${ticket} reload=${reload} private=${tab === "person"} />
      <${Tabs} label=${t("staff-tabs")} value=${tab} onValue=${setTab}
        options=${TABS.map(({ id, ...rest }) => ({ ...rest, label: t(id) }))} />
      <div class="patient-panel" role="tabpanel" id=${`panel-${tab}`} aria-labelledby=${`tab-${tab}`} tabindex="0">
        <${Panel} ticket=${ticket} reload=${reload} />
      </div>
    </div>
    <${Actions} ticket=${ticket} reload=${reload} />`;
}

export function Patient({ id }) {
  const { ticket, problem, reload } = useTicket(id);
  const page = useStore(routeStore, (value) => value.page);
  return html`<${SidePage} id="patient" onClose=${closeTicket} back=${t(`staff-rail-${page}`)}
    title=${ticket ? t("staff-patient-title", { number: ticket.number }) : t("staff-loading-ticket")}>
    ${ticket
      ? html`<${Body} ticket=${ticket} reload=${reload} />`
      : problem
        ? html`<${Trouble} problem=${problem} onAgain=${reload} />`
        : html`<${Loading} text=${t("staff-loading-ticket")} rows=${4} />`}
  <//>`;
}
