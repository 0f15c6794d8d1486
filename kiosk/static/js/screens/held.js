// Whoever holds a number today: the slip once more, or another number (R59, R105). No department and no name: others
// may read what stands here.
import { timeOfDay } from "/static/house/js/clock.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { t } from "/static/house/js/language.js";
import { html } from "/static/vendor/htm-preact.js";
import { ChoiceCard } from "../choice.js";
import { Page, Question } from "../frame.js";

const MOST = 5;

export function Held({ state, send, onLanguage }) {
  const { tickets } = state.held;
  const problem = state.errors.held;
  const title = tickets.length ? "kiosk-held-title" : "kiosk-held-over";
  return html`<${Page} name="held" state=${state} send=${send} onLanguage=${onLanguage} progress=${false}>
    <${Question} help=${t(`${title}-help`)}>${t(title)}</${Question}>
    <div class="choices choices-people">
      ${tickets.slice(0, MOST).map((one) => html`<${ChoiceCard} key=${one.id} class="held-number" icon="printer" name=${html`<b class="number">${one.number}</b>`}
        second=${t(one.printable ? "kiosk-held-print" : "kiosk-held-often", { time: timeOfDay(one.issued_at) })} disabled=${!one.printable}
        onClick=${() => send("printHeld", { id: one.id })} />`)}
      ${problem && html`<p class="held-problem" role="alert"><${Icon} name="triangle" size=${48} /><span>${problem.text}</span></p>`}
      ${state.person
        ? html`<${ChoiceCard} look="quiet" icon="ticket" name=${t("kiosk-held-other")} onClick=${() => send("otherNumber")} />
            <${ChoiceCard} look="quiet" icon="search" name=${t("kiosk-not-me-find")} onClick=${() => send("notMe")} />`
        : html`<${ChoiceCard} look="quiet" icon="home" name=${t("kiosk-held-home")} onClick=${() => send("otherNumber")} />`}
    </div>
  </${Page}>`;
}
