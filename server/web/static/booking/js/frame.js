import { Icon, Mark, html, useEffect, useRef } from "../../js/parts.js";
import { currentLanguage, pick, t } from "../../js/language.js";

/**
 * Header with the clinic's mark and the other language, the page, and the actions that stay in reach of the thumb.
 * @param {{house: any, onLanguage: (language: string) => void, actions?: any, children?: any}} props `house` has `clinic` and `logo`
 */
export function Frame({ house, onLanguage, actions, children }) {
  const other = currentLanguage() === "zh-CN" ? "en" : "zh-CN";
  return html`<div class="page page-booking">
    <header class="page-head">
      <${Mark} sign=${house?.logo || "诊"} name=${pick(house?.clinic) || t("common-product")} />
      <button type="button" class="other-language" lang=${other} onClick=${() => onLanguage(other)}>${t("common-language-other")}</button>
    </header>
    <main class="page-body">${children}</main>
    ${actions && html`<div class="page-actions">${actions}</div>`}
  </div>`;
}

/**
 * The heading of a step; it takes the focus when the step comes, so that a reader says it.
 * @param {{lead?: any, children?: any}} props
 */
export function Title({ lead, children }) {
  const heading = useRef(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return html`<h1 ref=${heading} tabindex="-1">${children}</h1>${lead && html`<p class="lead">${lead}</p>`}`;
}

/** One step back, as the browser's own button does. */
export function Back() {
  return html`<button type="button" class="back" onClick=${() => history.back()}><${Icon} name="arrow-left" size=${22} />${t("common-back")}</button>`;
}

/**
 * Nothing to show yet: the shape of the page, and the truth where nobody answers.
 * @param {{trouble: boolean}} props
 */
export function Loading({ trouble }) {
  return html`<${Title} lead=${trouble ? t("booking-trouble") : undefined}>${t("booking-loading")}<//>
    ${[1, 2, 3].map((one) => html`<span key=${one} class="skeleton skeleton-line" aria-hidden="true"></span>`)}`;
}

/**
 * A page that says one thing, and where to go.
 * @param {{icon: string, title: string, lead?: string, house?: any, children?: any}} props
 */
export function Plain({ icon, title, lead, house, children }) {
  const desk = pick(house?.desk);
  return html`<div class="plain">
    <${Icon} name=${icon} size=${72} />
    <${Title}>${title}<//>
    ${lead && html`<p>${lead}</p>`}
    ${desk && html`<p><b>${desk}</b></p>`}
    ${children}
  </div>`;
}
