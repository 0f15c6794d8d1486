/** The clinic's logo: a PNG from this tablet, made small by the server; how it prints is seen in the preview. */
import { html, useRef } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act, useBusy } from "../state/act.js";
import { api } from "../state/api.js";
import { errorsOf } from "./form.js";

/** As printers/logo.py. */
const MOST_BYTES = 2_000_000;
const SLOW = { timeout: 45_000 };

function read(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** @param {{logo: string, error?: string, onLogo: (logo: string) => void, onError: (sentence: string|undefined) => void}} props */
export function LogoCard({ logo, error, onLogo, onError }) {
  const input = useRef(null);
  const busy = useBusy("layout/logo");
  const choose = async (event) => {
    const file = event.currentTarget.files[0];
    event.currentTarget.value = ""; // the same file, mended, may be chosen again
    if (!file) return;
    if (file.size > MOST_BYTES) return onError(t("staff-layout-logo-large"));
    let picture;
    try {
      picture = await read(file);
    } catch {
      return onError(t("staff-layout-logo-unread"));
    }
    const { ok, answer } = await act({
      key: "layout/logo", verb: "upload", run: () => api.post("/ticket-layout/logo", { logo: picture }, SLOW), failed: t("staff-layout-failed-logo"),
      onProblem: (problem) => {
        const found = errorsOf(problem).logo;
        onError(found);
        return Boolean(found);
      },
    });
    if (!ok) return;
    onError(undefined);
    onLogo(answer.logo);
  };
  return html`<section class="card layout-card"><h2>${t("staff-layout-logo")}</h2>
    <div class="layout-logo">
      ${logo ? html`<img class="layout-logo-now" src=${logo} alt=${t("staff-layout-logo-now")} />` : html`<p class="second">${t("staff-layout-logo-none")}</p>`}
      <input type="file" accept="image/png" class="visually-hidden" tabindex="-1" ref=${input} onChange=${choose} aria-label=${t("staff-layout-logo-choose")} />
      <button type="button" class="button button-quiet is-side" disabled=${Boolean(busy)} aria-describedby="layout-logo-below"
        onClick=${() => input.current.click()}>${busy ? t("staff-layout-logo-reading") : t(logo ? "staff-layout-logo-other" : "staff-layout-logo-choose")}</button>
      ${logo && html`<button type="button" class="button button-quiet is-side" disabled=${Boolean(busy)} onClick=${() => { onError(undefined); onLogo(""); }}>
        ${t("staff-layout-logo-remove")}</button>`}
    </div>
    ${error ? html`<p class="field-problem" id="layout-logo-below" role="alert"><${Icon} name="octagon-alert" /><span>${error}</span></p>`
      : html`<p class="field-help" id="layout-logo-below">${t("staff-layout-logo-help")}</p>`}
  </section>`;
}
