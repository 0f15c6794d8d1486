/** Find a ticket by its number, or by name or phone (recorded, R5, R106). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon, Plate } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { openTicket } from "../state/route.js";
import { ActButton } from "../parts/act_button.js";
import { departmentName, useDepartments } from "../parts/departments.js";
import { Tag } from "../parts/small.js";

const NUMBER = /^[a-z]{1,2}\s*\d{1,4}$/i;

/** "a24" -> "A024": as it stands on the ticket. */
export function asNumber(text) {
  const [, letters, digits] = /^([a-z]{1,2})\s*(\d{1,4})$/i.exec(text.trim()) ?? [];
  return letters ? `${letters.toUpperCase()}${digits.padStart(3, "0")}` : null;
}

// A name or phone travels in the body: addresses are written down by every machine on the way.
const find = (text) =>
  NUMBER.test(text.trim())
    ? api.get(`/tickets?number=${asNumber(text)}`)
    : api.post("/tickets/search", { text: text.trim() });

/** A number that went to another department is told by the number that lives, where that one was found too. */
export function folded(found) {
  const here = new Set(found.map((one) => one.id));
  return found.filter((one) => one.state !== "transferred" || !here.has(one.transferred_to));
}

function Results({ found, onClear }) {
  const departments = useDepartments();
  return html`<section class="card search-results" aria-labelledby="search-results">
    <header class="queue-head"><h2 id="search-results">${t("staff-search-found", { count: found.length })}</h2>
      <button type="button" class="icon-button" aria-label=${t("staff-close")} onClick=${onClear}><${Icon}
        name="close" size=${24} /></button></header>
    ${found.length
      ? html`<ul class="patient-list">${found.map(
          (one) => html`<li key=${one.id}><button type="button" class="patient-row" onClick=${() => openTicket(one.id)}>
            <${Plate} number=${one.number} state=${one.state} size=${38} word=${false} />
            <span class="patient-words"><span class="patient-tags">
              <${Tag} kind="urgency">${departmentName(departments, one.department)}<//>
              <span class="patient-plain">${t(`staff-sex-${one.sex ?? "unknown"}`)} ${t("staff-age", { age: one.age ?? "–" })}</span>
              <span class="patient-plain">${t(`staff-state-${one.state}`, { attempt: one.attempt ?? 1 })}</span></span></span>
            <${Icon} name="chevron-right" size=${22} /></button></li>`,
        )}</ul>`
      : html`<p class="second">${t("staff-search-empty")}</p>`}
  </section>`;
}

export function Search() {
  const [text, setText] = useState("");
  const [found, setFound] = useState(null);
  const search = async () => {
    if (!text.trim()) return;
    const { ok, answer } = await act({ key: "search", verb: "search", run: () => find(text), failed: t("staff-failed-search") });
    if (ok) setFound(folded(Array.isArray(answer) ? answer : (answer?.tickets ?? [])));
  };
  const submit = (event) => {
    event.preventDefault();
    search();
  };
  return html`<form class="search" role="search" onSubmit=${submit}>
      <label class="visually-hidden" for="search-text">${t("staff-search-label")}</label>
      <input id="search-text" type="search" class="field-input" value=${text} autocomplete="off" maxlength="60"
        placeholder=${t("staff-search-placeholder")} onInput=${(event) => setText(event.target.value)} />
      <${ActButton} guard="search" verb="search" look="quiet" icon="search" label=${t("staff-search")}
        busyLabel=${t("staff-busy-search")}
        onPress=${search} />
    </form>
    ${found && html`<${Results} found=${found} onClear=${() => setFound(null)} />`}`;
}
