/** The paper as it would come out, drawn by the server as printing draws it: one pixel a dot. */
import { html, useEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { api, problemText, sessionLost } from "../state/api.js";
import { shownOf } from "./form.js";

/** After the last key, ms: nobody waits for a picture of half a word. */
const SETTLED = 350;
const WIDTHS = [80, 58];
const HEADS = [203, 180];
const PRINTERS = ["raster", "raster_qr", "gb18030", "gbk", "utf8"];
const READERS = ["zh-CN", "en"];

const languageWord = (value) => t(`staff-printer-language-${value.replaceAll("_", "-")}`);

function Pick({ name, label, value, values, word, onValue }) {
  return html`<div class="field"><label class="field-label" for=${`layout-${name}`}>${label}</label>
    <select id=${`layout-${name}`} class="field-input" value=${String(value)} onChange=${(event) => onValue(event.currentTarget.value)}>
      ${values.map((one) => html`<option key=${one} value=${String(one)}>${word(one)}</option>`)}</select></div>`;
}

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
      alt=${t("staff-layout-picture", { width: String(width), language: languageWord(language) })} />
  </div>`;
}

/** @param {{form: object, reader: string, onReader: (reader: string) => void}} props reader: the language that the patient reads */
export function Preview({ form, reader, onReader }) {
  const [look, setLook] = useState({ width: 80, dpi: 203, language: "raster" });
  const [large, setLarge] = useState(false);
  const { picture, drawing, problem, again } = usePicture(form, { ...look, reader });
  const set = (name) => (value) => setLook({ ...look, [name]: value });
  return html`<section class="card layout-preview" aria-labelledby="layout-preview-title"><h2 id="layout-preview-title">${t("staff-layout-preview")}</h2>
    <div class="layout-looks">
      <${Pick} name="width" label=${t("staff-printer-width")} value=${look.width} values=${WIDTHS} word=${(value) => t("staff-printer-millimetres", { value: String(value) })}
        onValue=${(value) => set("width")(Number(value))} />
      <${Pick} name="dpi" label=${t("staff-layout-head")} value=${look.dpi} values=${HEADS} word=${(value) => t("staff-layout-dots", { value: String(value) })}
        onValue=${(value) => set("dpi")(Number(value))} />
      <${Pick} name="reader" label=${t("staff-layout-reader")} value=${reader} values=${READERS} word=${(value) => t(`staff-layout-reader-${value.toLowerCase()}`)} onValue=${onReader} />
      <${Pick} name="language" label=${t("staff-printer-language")} value=${look.language} values=${PRINTERS} word=${languageWord} onValue=${set("language")} />
    </div>
    <p class="field-help">${t(look.language.startsWith("raster") ? "staff-layout-exact" : "staff-layout-like")}</p>
    ${problem && html`<p class="strip strip-warn" role="alert"><span>${t("staff-layout-failed-preview")} ${problemText(problem)}</span>
      <button type="button" class="button button-secondary is-small" onClick=${again}>${t("staff-try-again")}</button></p>`}
    <${Paper} picture=${picture} drawing=${drawing} large=${large} />
    <button type="button" class="button button-quiet is-small" aria-pressed=${String(large)} onClick=${() => setLarge(!large)}>
      ${t(large ? "staff-layout-small" : "staff-layout-large")}</button>
  </section>`;
}
