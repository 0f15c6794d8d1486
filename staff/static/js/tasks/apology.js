/** A wait over 20 minutes (R51, R56): who, where, how long, why, and the words to say. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { currentLanguage, t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { openTicket } from "../state/route.js";
import { useStore } from "../state/store.js";
import { apologyMinutes, clock } from "../state/time.js";
import { beside, say } from "../state/words.js";
import { may } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { ActButton } from "../parts/act_button.js";
import { Running } from "../parts/small.js";
import { Outcomes, TakenBy } from "./outcome.js";

const OUTCOMES = [
  ["explained", "primary"],
  ["water", "secondary"],
  ["rebooked", "secondary"],
  ["left", "secondary"],
  ["moved_desk", "secondary"],
];

const step = (task, verb, body, done, failed) =>
  act({
    key: `apology/${task.id}`,
    verb,
    run: () => api.post(`/apologies/${task.id}/${verb in { claim: 1, escalate: 1 } ? verb : "resolve"}`, body),
    done: () => done,
    failed,
  });

/** 内科 2 号诊室 · 前面 1 人 */
function Where({ task }) {
  const documents = useStore(hallStore, (value) => value.documents);
  const queue = documents[`queue/${task.department}`];
  const room = task.room ? documents[`room/${task.room}`] : null;
  const ahead = task.ahead > 0 ? t("staff-ahead", { count: task.ahead }) : task.ahead === 0 ? t("staff-ahead-none") : null;
  const place = beside([say(queue?.names), say(room?.names), ahead]);
  return html`<p class="task-where"><span>${place}</span>
    ${task.why && html`<span>${t("staff-apology-why", { why: say(task.why) })}</span>`}</p>`;
}

/** The sentence in the patient's language; beneath it in the tablet's, so that the guide knows what is said. */
function Sentence({ task }) {
  const theirs = task.language ?? "zh-CN";
  const spoken = say(task.words, theirs);
  const own = say(task.words, currentLanguage());
  if (!spoken) return null;
  return html`<blockquote class="apology-words"><p lang=${theirs}>${t("staff-quote", { words: spoken })}</p>
    ${own !== spoken && html`<p class="second" lang=${currentLanguage()}>${own}</p>`}</blockquote>`;
}

function Actions({ task, guard }) {
  const escalated = task.state === "escalated";
  const isSupervisor = may(useStore(sessionStore, (value) => value.staff), "queue.override");
  return html`<div class="task-actions">
    <${ActButton} guard=${guard} verb="claim" right="tasks" look="primary" label=${t("staff-apology-claim")}
      busyLabel=${t("staff-busy-claim")}
      onPress=${() => step(task, "claim", {}, t("staff-apology-claimed", { number: task.number }), t("staff-failed-claim"))} />
    ${(escalated || !isSupervisor) && html`<${ActButton} guard=${guard} verb="escalate" right="tasks" look="quiet"
      label=${escalated ? t("staff-apology-with-supervisor") : t("staff-apology-escalate")}
      reason=${escalated ? clock(task.escalated_at) || t("staff-wait-a-moment") : null}
      onPress=${() => step(task, "escalate", {}, t("staff-apology-escalated"), t("staff-failed-escalate"))} />`}
  </div>`;
}

export function ApologyCard({ task }) {
  const [open, setOpen] = useState(false);
  const claimed = task.state === "claimed";
  const guard = `apology/${task.id}`;
  const finish = (outcome) =>
    step(task, outcome, { outcome }, t("staff-apology-done", { number: task.number, outcome: t(`staff-outcome-${outcome}`) }),
      t("staff-failed-save"));
  return html`<li class=${`card task apology ${claimed ? "is-claimed" : ""}`} data-task=${`apology-${task.id}`}>
    <header class="task-head">
      <button type="button" class="plate-link" onClick=${() => openTicket(task.ticket)}>
        <span class="visually-hidden">${t("staff-open")}</span><${Plate} number=${task.number} state="waiting"
          size=${38} /></button>
      <h3>${t("staff-apology-title", { minutes: apologyMinutes().minutes * (task.round ?? 1) })}</h3>
      <span class="clock-badge"><${Icon} name="clock" size=${22} /><${Running} since=${task.waiting_since} /></span>
    </header>
    <${Where} task=${task} />
    ${claimed
      ? html`<${TakenBy} by=${task.by} at=${task.claimed_at} />
          ${open && html`<${Sentence} task=${task} />`}
          <${Outcomes} guard=${guard} right="tasks" outcomes=${OUTCOMES.map(([code, look]) => ({
            code, look, label: t(`staff-outcome-${code}`), onPress: () => finish(code),
          }))} />
          <button type="button" class="text-button" aria-expanded=${open ? "true" : "false"}
            onClick=${() => setOpen(!open)}>
            ${open ? t("staff-words-hide") : t("staff-words-show")}</button>`
      : html`<${Sentence} task=${task} /><${Actions} task=${task} guard=${guard} />`}
  </li>`;
}
