/** The paper as it would come out, drawn by the server as printing draws it: one pixel a dot. */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Segmented } from "/static/house/js/parts.js";
import { api, problemText, sessionLost } from "../state/api.js";
import { shownOf } from "./form.js";

/** After the last key, ms: nobody waits for a picture of half a word. */
const SETTLED = 350;
const WIDTHS = [80, 58];
const HEADS = [203, 180];
const PRINTERS = ["raster", "raster_qr", "gb18030", "gbk", "utf8"];
const READERS = ["zh-CN", "en"];

/** @returns {{picture: object|null, drawing: boolean, problem: any, again: () => void}} */
function usePicture(form, look) {
  const [held, setHeld] = useState({ picture: null, drawing: true, problem: null });
  const [tries, setTries] = useState(0);
  const asked = useRef(0);
  const wanted = JSON.stringify({ layout: shownOf(form), ...look });
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    setHeld((before) => ({ ...before, drawing: true }));
    const timer = setTimeout(async () => {
      try {
        const picture = await api.post("/ticket-layout/preview", JSON.parse(wanted));
        if (mine === asked.current) setHeld({ picture: { ...picture, look }, drawing: false, problem: null });
      } catch (problem) {
        if (!sessionLost(problem) && mine === asked.current) setHeld((before) => ({ ...before, drawing: false, problem }));
      }
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [wanted, tries]);
  return { ...held, again: () => setTries(tries + 1) };
}

function Paper({ picture, drawing, large }) {
  if (!picture) return html`<div class="layout-paper is-empty" role="status">${drawing && t("staff-layout-drawing")}</div>`;
  const scale = large ? 1 : 2;
  const { width, language } = picture.look;
  return html`<div class=${`layout-paper ${drawing ? "is-old" : ""}`} tabindex="0" role="group" aria-label=${t("staff-layout-preview")}>
    <img src=${picture.png} width=${picture.width / scale} height=${picture.height / scale} data-width=${picture.width} data-height=${picture.height}
      alt=${t("staff-layout-picture", { width: String(width), language: t(`staff-printer-language-${language.replaceAll("_", "-")}`) })} />
  </div>`;
}

/** @param {{form: object, reader: string, onReader: (reader: string) => void}} props reader: the language that the patient reads */
export function Preview({ form, reader, onReader }) {
  const [look, setLook] = useState({ width: 80, dpi: 203, language: "raster" });
  const [large, setLarge] = useState(false);
  const { picture, drawing, problem, again } = usePicture(form, { ...look, reader });
  const set = (name) => (value) => setLook({ ...look, [name]: value });
  const row = (name, label, values, id) => html`<div class="layout-look"><span aria-hidden="true">${label}</span><${Segmented} soft label=${label} value=${look[name]}
    onChange=${set(name)} options=${values.map((value) => ({ value, label: t(id, { value: String(value) }) }))} /></div>`;
  return html`<section class="card layout-preview" aria-labelledby="layout-preview-title"><h2 id="layout-preview-title">${t("staff-layout-preview")}</h2>
    ${row("width", t("staff-printer-width"), WIDTHS, "staff-printer-millimetres")}
    ${row("dpi", t("staff-layout-head"), HEADS, "staff-layout-dots")}
    <div class="layout-look"><span aria-hidden="true">${t("staff-layout-reader")}</span><${Segmented} soft label=${t("staff-layout-reader")} value=${reader} onChange=${onReader}
      options=${READERS.map((value) => ({ value, label: t(`staff-layout-reader-${value.toLowerCase()}`) }))} /></div>
    <div class="field"><label class="field-label" for="layout-language">${t("staff-printer-language")}</label>
      <select id="layout-language" class="field-input" value=${look.language} onChange=${(event) => set("language")(event.currentTarget.value)}>
        ${PRINTERS.map((value) => html`<option key=${value} value=${value}>${t(`staff-printer-language-${value.replaceAll("_", "-")}`)}</option>`)}</select>
      <p class="field-help">${t(look.language.startsWith("raster") ? "staff-layout-exact" : "staff-layout-like")}</p></div>
    ${problem && html`<p class="strip strip-warn" role="alert"><span>${t("staff-layout-failed-preview")} ${problemText(problem)}</span>
      <button type="button" class="button button-secondary is-small" onClick=${again}>${t("staff-try-again")}</button></p>`}
    <${Paper} picture=${picture} drawing=${drawing} large=${large} />
    <button type="button" class="button button-quiet is-small" aria-pressed=${String(large)} onClick=${() => setLarge(!large)}>
      ${t(large ? "staff-layout-small" : "staff-layout-large")}</button>
  </section>`;
}
