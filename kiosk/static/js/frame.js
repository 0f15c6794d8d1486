// What every page has at the same place: header, progress, question, the bar with back, language, large text, help.
import { Icon } from "/static/house/js/parts/icon.js";
import { useNow } from "/static/house/js/parts/time.js";
import { timeOfDay } from "/static/house/js/clock.js";
import { pick, t } from "/static/house/js/language.js";
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { progressOf } from "./flow.js";
import { shortDate } from "./time.js";

const OTHER = { "zh-CN": "en", en: "zh-CN" };

export function Header({ state, sub, bare = false }) {
  const names = state.clinic?.name;
  const now = useNow();
  const second = sub ?? pick(names, OTHER[state.language]);
  return html`<header class="header">
    <span class="header-sign" aria-hidden="true">${state.clinic?.logo ?? ""}</span>
    <span class="header-names">
      <span class="header-name">${pick(names, state.language)}</span>
      ${!bare && html`<span class="header-second">${second}</span>`}
    </span>
    <span class="header-when">
      <time class="header-time number">${timeOfDay(now)}</time>
      ${!bare && html`<span class="header-date">${shortDate(now, state.language)}</span>`}
    </span>
  </header>`;
}

function Progress({ step, of }) {
  const bars = Array.from({ length: of }, (_, place) => html`<i class=${place < step ? "is-done" : ""}></i>`);
  return html`<div class="progress" role="img" aria-label=${t("kiosk-progress", { step, of })}>
    <span class="progress-bars">${bars}</span>
    <span class="progress-words">${t("kiosk-progress", { step, of })}</span>
  </div>`;
}

/** The question of the page; it takes the focus when the page comes, so that a screen reader says it. */
export function Question({ children, help, class: extra = "", focus = true }) {
  const heading = useRef(null);
  useEffect(() => { if (focus) heading.current?.focus({ preventScroll: true }); }, []);
  return html`<div class=${`question ${extra}`}>
    <h1 ref=${heading} tabindex="-1">${children}</h1>
    ${help && html`<p class="question-help">${help}</p>`}
  </div>`;
}

function LanguageSwitch({ state, onLanguage }) {
  const one = (language, name) => html`<button type="button" class="switch-part" lang=${language}
    aria-pressed=${String(state.language === language)} onClick=${() => onLanguage(language)}>${name}</button>`;
  return html`<div class="bar-switch" role="group" aria-label=${t("kiosk-bar-language")}>
    ${one("zh-CN", "中文")}${one("en", "English")}
  </div>`;
}

/** First pages and the ticket show both languages; inner pages have the way back instead. */
export function ServiceBar({ state, send, onLanguage, first = false, helpOff = false }) {
  const other = OTHER[state.language];
  return html`<nav class=${`bar ${first ? "bar-first" : "bar-inner"}`} aria-label=${t("kiosk-bar")}>
    ${first
      ? html`<${LanguageSwitch} state=${state} onLanguage=${onLanguage} />`
      : html`<button type="button" class="bar-button bar-back" onClick=${() => send("back")}>
          <${Icon} name="arrow-left" size=${48} /><span>${t("kiosk-back")}</span>
        </button>
        <button type="button" class="bar-button bar-language" lang=${other} onClick=${() => onLanguage(other)}>
          ${other === "en" ? "English" : "中文"}
        </button>`}
    <button type="button" class="bar-button bar-large" aria-pressed=${String(state.large)} onClick=${() => send("large")}>
      <${Icon} name=${state.large ? "check" : "letter-size"} size=${52} /><span>${t("kiosk-large")}</span>
    </button>
    ${helpOff
      ? html`<span class="bar-button bar-help is-off">${t("kiosk-help-off")}</span>`
      : html`<button type="button" class="bar-button bar-help" onClick=${() => send("help")}>
          <${Icon} name="headset-person" size=${52} />
          <span>${t("kiosk-help")}${first && state.page === "home" && state.language === "zh-CN" && html`<small>${t("kiosk-help-second")}</small>`}</span>
        </button>`}
  </nav>`;
}

const SUBS = { new: "kiosk-sub-new", known: "kiosk-sub-known", appointment: "kiosk-sub-appointment", booking: "kiosk-sub-booking" };

/** A page inside one of the three ways. */
export function Page({ state, send, onLanguage, name, sub, first = false, progress = true, children }) {
  const steps = progress ? progressOf(state) : null;
  return html`<section class=${`page page-${name} ${steps ? "has-progress" : ""}`}>
    <${Header} state=${state} sub=${sub ?? (SUBS[state.path] ? t(SUBS[state.path]) : undefined)} />
    ${steps && html`<${Progress} ...${steps} />`}
    <div class="page-body page-in">${children}</div>
    <${ServiceBar} state=${state} send=${send} onLanguage=${onLanguage} first=${first} />
  </section>`;
}

/** The main action of a page, and what may stand at its left. */
export function Actions({ children }) {
  return html`<div class="actions">${children}</div>`;
}

export function NextButton({ send, children }) {
  return html`<button type="button" class="action action-main" onClick=${() => send("next")}>
    <span>${children ?? t("kiosk-next")}</span><${Icon} name="arrow-right" size=${48} />
  </button>`;
}

/** The sentence of a problem: from the catalogue by id, or the server's own. */
export const said = (problem) => (problem ? problem.text ?? t(problem.id, problem.args) : null);

export function Problem({ id, problem }) {
  // The live region stands before anything happens, or readers stay silent.
  return html`<div class="problem" id=${id} role="alert" aria-live="assertive">
    ${problem && html`<${Icon} name="octagon-alert" size=${44} /><span>${said(problem)}</span>`}
  </div>`;
}
