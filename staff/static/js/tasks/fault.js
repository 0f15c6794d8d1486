/** A device that needs a hand (R59): which, what, since when, and where its work went. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { clock } from "../state/time.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { TaskLine } from "./line.js";

const ICONS = { printer: "printer", kiosk: "phone-screen", display: "monitor" };
/** Faults with words of their own for the button; any other says 已处理. */
const DONE_WORDS = new Set(["paper_out", "paper_low", "cover_open"]);

const TITLES = new Set([
  "paper_out", "paper_low", "cover_open", "cutter_fault", "overheated", "offline", "unknown", "silent", "unreachable",
  "connection_lost", "stuck", "agent_silent", "slip_unsure",
  "page", "sound", "touch", "clock", "storage", "network",
]);

function faultTitle(task) {
  const device = say(task.names) || task.device;
  return TITLES.has(task.code) ? t(`staff-fault-${task.code.replaceAll("_", "-")}`, { device }) : t("staff-fault-other", { device });
}

/** What to do, and since when: one sentence, whose order each language has. */
function faultDetail(task) {
  const detail = beside([say(task.place), say(task.detail)]);
  const since = t("staff-since", { time: clock(task.since) });
  return detail ? t("staff-fault-detail", { detail, since }) : since;
}

export function FaultCard({ task }) {
  const resolve = () =>
    act({
      key: `fault/${task.id}`,
      verb: "resolve",
      run: () => api.post(`/faults/${task.id}/resolve`, {}),
      done: () => t("staff-fault-done"),
      failed: t("staff-failed-save"),
    });
  // Of a printer: where it stands, what to do and since when; below that, what becomes of the slips.
  const detail = faultDetail(task);
  const slips = beside([say(task.after), say(task.owed), say(task.lost)]);
  const word = DONE_WORDS.has(task.code) ? task.code : "other";
  return html`<${TaskLine} id=${`fault-${task.id}`} icon=${ICONS[task.kind] ?? "monitor"} tone=${task.mild ? "plain" : "warn"}
    title=${faultTitle(task)} detail=${slips ? html`${detail}<br />${slips}` : detail}
    action=${html`<${ActButton} guard=${`fault/${task.id}`} verb="resolve" right="tasks" look="secondary" size="side"
      label=${t(`staff-fault-resolve-${word.replaceAll("_", "-")}`)} onPress=${resolve} />`} />`;
}
