/** What the patient said, what was suggested and why, what was decided; and the place in the queue (R21, R27, R29). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { hallStore, roomsOf } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { listed, say, whoName } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { departmentName, useDepartments } from "../parts/departments.js";
import { rangeText } from "../parts/small.js";
import { Recent } from "./history.js";
import { TriageSheet } from "./forms/triage.js";
import { allows } from "./rules.js";

const nameOf = (one) => (typeof one === "string" ? one : say(one?.names ?? one?.text) || one?.code) ?? "";

function Said({ complaint }) {
  const chips = [...(complaint?.symptoms ?? []).map(nameOf)];
  if (complaint?.duration) chips.push(t(`staff-duration-${complaint.duration}`));
  if (!chips.length && !complaint?.text) return html`<p class="second">${t("staff-said-nothing")}</p>`;
  return html`<p class="said">${chips.map((chip) => html`<span class="said-chip" key=${chip}>${chip}</span>`)}
    ${complaint?.text && html`<q>${complaint.text}</q>`}</p>`;
}

function Decision({ label, value, detail, icon }) {
  return html`<div class="decision"><dt>${label}</dt>
    <dd><b>${icon && html`<${Icon} name=${icon}
      size=${26} />`}${value}</b>${detail && html`<span>${detail}</span>`}</dd></div>`;
}

/** 把握 82%，另可考虑外科 */
function confidenceText(suggested, departments) {
  const [first, second] = suggested;
  if (!first || first.confidence === null || first.confidence === undefined) return null;
  const percent = Math.round(first.confidence * 100);
  const other = second ? departmentName(departments, second.code ?? second.department) : null;
  return other ? t("staff-confidence-also", { percent, other }) : t("staff-confidence", { percent });
}

function Decisions({ ticket }) {
  const departments = useDepartments();
  const triage = ticket.triage ?? {};
  const suggested = triage.suggested ?? triage.departments ?? [];
  const flags = triage.red_flags ?? triage.flags ?? [];
  const first = suggested[0];
  const decided = triage.decided ?? triage.final ?? null;
  const confirmed = Boolean(ticket.confirmed ?? decided?.by);
  // Nobody looked for danger signs is not the same as none found.
  const untold = ticket.triage ? null : t("staff-triage-none");
  return html`<dl class="decisions">
    <${Decision} label=${t("staff-suggested")}
      value=${first ? departmentName(departments, first.code ?? first.department) : (untold ?? t("staff-suggested-none"))}
      detail=${confidenceText(suggested, departments)} />
    <${Decision} label=${t("staff-flags")} icon=${flags.length ? "octagon-alert" : untold ? null : "check-circle"}
      value=${flags.length ? listed(flags.map(nameOf)) : (untold ?? t("staff-flags-none"))}
      detail=${triage.checked ? t("staff-flags-checked", { count: triage.checked }) : null} />
    <${Decision} label=${t("staff-decided")}
      value=${confirmed ? departmentName(departments, decided?.department ?? ticket.department) : t("staff-unconfirmed")}
      detail=${confirmed && decided?.by ? t("staff-decided-by", { time: clock(decided.at), name: whoName(decided.by) })
        : confirmed ? null : t("staff-unconfirmed-detail")} />
  </dl>`;
}

/** 第 1 位 · 下一个叫到 1 号诊室 · 依据 */
function Place({ ticket }) {
  const documents = useStore(hallStore, (value) => value.documents);
  if (ticket.state !== "waiting") return null;
  const queue = documents[`staff/queue/${ticket.department}`];
  const entry = queue?.waiting?.find((one) => one.ticket === ticket.id);
  const position = entry?.position ?? (typeof ticket.ahead === "number" ? ticket.ahead + 1 : null);
  if (position === null) return null;
  const room = roomsOf(documents).find((one) => documents[`staff/room/${one.code}`]?.next?.ticket === ticket.id);
  const reason = say((entry?.reason ?? ticket.reason)?.text);
  const where = room
    ? t("staff-next-room", { room: say(room.names), doctor: say(room.doctor?.names ?? room.doctor?.name) })
    : rangeText(ticket.estimate);
  return html`<section class="card place">
    <p class="place-number">${t("staff-position", { position })}</p>
    <p class="place-why">${where && html`<b>${where}</b>`}${reason && html`<span>${t("staff-because", { reason })}</span>`}</p>
  </section>`;
}

export function Triage({ ticket, reload }) {
  const [open, setOpen] = useState(false);
  const able = allows("triage", ticket.state);
  const confirmed = Boolean(ticket.confirmed ?? ticket.triage?.confirmed);
  return html`<section class="card triage">
      <h3 class="caption">${t("staff-said")}</h3>
      <${Said} complaint=${ticket.complaint} />
      <hr />
      <${Decisions} ticket=${ticket} />
      ${able && html`<${ActButton} guard=${`ticket/${ticket.id}`} verb="triage-sheet" local
        look=${confirmed ? "quiet" : "secondary"} size="small"
        icon="check-circle" label=${confirmed ? t("staff-triage-change") : t("staff-triage-confirm")}
        onPress=${() => setOpen(true)} />`}
    </section>
    <${Place} ticket=${ticket} />
    <${Recent} ticket=${ticket} />
    ${open && html`<${TriageSheet} ticket=${ticket} reload=${reload} onClose=${() => setOpen(false)} />`}`;
}
