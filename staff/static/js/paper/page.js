/** 纸质补录: what was written on paper while the system was down, entered line by line (R105). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { ActButton } from "../parts/act_button.js";
import { Asked } from "../parts/asked.js";
import { Empty } from "../parts/small.js";
import { useAsked } from "../state/asked.js";
import { openTicket } from "../state/route.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { beside, say, whoName } from "../state/words.js";
import { draftStore } from "./draft.js";
import { PaperForm, takeBack } from "./line.js";
import { OutageForm, OutageLine } from "./outage.js";

function Entry({ entry }) {
  const waited = entry.waited_seconds === null ? null : t("staff-paper-waited", { minutes: Math.round(entry.waited_seconds / 60) });
  return html`<li class="paper-entry" id=${`paper-entry-${entry.number}`}>
    <button type="button" class="plate-link" onClick=${() => openTicket(entry.ticket)}>
      <${Plate} number=${entry.number} state=${entry.state} size=${38} word=${false} /></button>
    <span class="paper-entry-words"><b>${beside([say(entry.names), t(`staff-paper-now-${entry.state.replaceAll("_", "-")}`), waited])}</b>
      <span class="second">${t("staff-paper-entry", { arrived: clock(entry.arrived_at), entered: clock(entry.entered_at), name: whoName(entry.by) })}</span>
    </span>
    <${ActButton} guard=${`paper/${entry.ticket}`} verb="take-back" size="side" icon="undo" label=${t("staff-paper-take-back")}
      reason=${entry.can_take_back ? null : t("staff-paper-moved-on")} onPress=${() => takeBack(entry)} />
  </li>`;
}

function Entries({ entries }) {
  return html`<section class="card paper-entries"><h2>${t("staff-paper-entries")}${entries.length > 0 && html` <b
    class="number">${entries.length}</b>`}</h2>
    ${entries.length
      ? html`<ul class="plain-list">${entries.map((entry) => html`<${Entry} key=${entry.ticket} entry=${entry} />`)}</ul>`
      : html`<${Empty} icon="ticket" text=${t("staff-paper-entries-empty")} detail=${t("staff-paper-entries-empty-detail")} />`}
  </section>`;
}

function Work({ answer }) {
  const wanted = useStore(draftStore, (value) => value.outage);
  const [editing, setEditing] = useState(null);
  const chosen = answer.outages.find((one) => one.id === wanted) ?? answer.outages[0] ?? null;
  const done = () => setEditing(null);
  if (!chosen || editing) {
    return html`<${OutageForm} outage=${editing === "correct" ? chosen : null} suggested=${answer.suggested} onDone=${done}
        onCancel=${chosen ? done : null} /><${Entries} entries=${answer.entries} />`;
  }
  return html`<${OutageLine} outages=${answer.outages} chosen=${chosen} onCorrect=${() => setEditing("correct")}
      onAnother=${() => setEditing("another")} />
    <${PaperForm} outage=${chosen} rooms=${answer.rooms} />
    <${Entries} entries=${answer.entries} />`;
}

export function PaperPage() {
  const asked = useAsked("/downtime");
  return html`<div class="paper-page">
    <header class="paper-head"><a class="button button-plain back" href="#/patients"><${Icon} name="arrow-left" size=${24} />
      ${t("staff-rail-patients")}</a><h1>${t("staff-paper-title")}</h1></header>
    <${Asked} asked=${asked} loading=${t("staff-paper-loading")} failed=${t("staff-paper-failed-loading")}>
      ${(answer) => html`<${Work} answer=${answer} />`}<//>
  </div>`;
}
