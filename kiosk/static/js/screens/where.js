// Step 3: where it hurts, how, since when (R2, R21). Danger words go at once to the red page (R22).
import { Chip, Segmented } from "/static/house/js/parts/button.js";
import { Icon } from "/static/house/js/parts/icon.js";
import { pick, t } from "/static/house/js/language.js";
import { html, useLayoutEffect, useRef, useState } from "/static/vendor/htm-preact.js";
import { BodyPicture } from "../body/body-picture.js";
import { BENEATH, LABELS } from "../body/figure.js";
import { Field } from "../field.js";
import { Actions, NextButton, Page, Problem, Question } from "../frame.js";
import { WritingKeys } from "../keyboard/writing.js";

const DURATIONS = ["today", "days", "week", "month"];

/** Regions that the picture has no part for stand in the row beneath. */
function beneath(regions) {
  const drawn = new Set([...LABELS.front, ...LABELS.back].map(({ region }) => region));
  const others = regions.map(({ code }) => code).filter((code) => !drawn.has(code) && !BENEATH.includes(code));
  return [...BENEATH.filter((code) => regions.some((one) => one.code === code)), ...others];
}

function SymptomChip({ symptom, chosen, send }) {
  const touch = () => send("symptom", { code: symptom.code, redFlag: Boolean(symptom.red_flag) });
  return html`<button type="button" class=${`chip ${symptom.red_flag ? "chip-danger" : "chip-plain"}`} aria-pressed=${String(chosen)} onClick=${touch}>
    ${(chosen || symptom.red_flag) && html`<${Icon} name=${symptom.red_flag ? "octagon-alert" : "check"} size=${34} />`}
    <span>${pick(symptom.chips ?? symptom.names)}</span></button>`;
}

/**
 * What most people have stands first, then the danger words, then the rest: neither must hide behind "more". Where the
 * words are long, danger words go before all. What was chosen stays in sight.
 */
function inOrder(symptoms, chosen, dense) {
  const byUse = [...symptoms].sort((a, b) => a.common - b.common);
  const most = byUse.find((one) => !one.red_flag);
  const rank = (one) => {
    if (one === most && !dense) return 0;
    if (one.red_flag) return 1;
    return chosen.includes(one.code) ? 2 : one === most ? 3 : 4;
  };
  return byUse.sort((a, b) => rank(a) - rank(b));
}

function Chips({ state, send, region, limit }) {
  const { form, symptoms, person } = state;
  const sex = person?.sex ?? form.sex;
  // The order stands still while this region is looked at: a chip that was touched must not run away.
  const [before] = useState(form.symptoms);
  const [dense, setDense] = useState(false);
  const all = inOrder(symptoms.symptoms.filter((one) => one.region.includes(region.code))
    .filter((one) => !one.sex || !["male", "female"].includes(sex) || one.sex === sex)
    .filter((one) => one.common > 0), before, dense);
  // As many as the two rows hold, whatever the language's words are long; the last button leads to the others.
  const [start, setStart] = useState(0);
  const [count, setCount] = useState(limit);
  const box = useRef(null);
  const room = all.length > limit || count < limit ? Math.min(count, limit - 1) : limit;
  const shown = all.slice(start, start + room);
  const rest = start + room < all.length;
  const hidesDanger = start === 0 && all.slice(room).some((one) => one.red_flag);
  useLayoutEffect(() => {
    if (count > 1 && box.current.scrollHeight > box.current.clientHeight + 1) setCount(count - 1);
    else if (hidesDanger && !dense) { setDense(true); setCount(limit); }
  });
  const turn = () => { setStart(rest ? start + room : 0); setCount(limit); };
  return html`<div class=${`chips ${dense ? "is-dense" : ""}`} ref=${box} role="group" aria-label=${t("kiosk-where-how", { region: pick(region.names) })}>
    ${shown.map((one) => html`<${SymptomChip} key=${one.code} symptom=${one} chosen=${form.symptoms.includes(one.code)} send=${send} />`)}
    ${(rest || start > 0) && html`<button type="button" class="chip chip-more" onClick=${turn}>
      <${Icon} name=${rest ? "plus" : "arrow-left"} size=${34} /><span>${t(rest ? "kiosk-chips-more" : "kiosk-chips-back")}</span></button>`}
  </div>`;
}

export function Where({ state, send, onLanguage }) {
  const { form, symptoms, errors, large } = state;
  const regions = symptoms?.regions ?? [];
  const known = (code) => regions.some((one) => one.code === code);
  const nameOf = (code) => pick(regions.find((one) => one.code === code)?.names);
  const region = regions.find((one) => one.code === form.region);
  const touch = (code) => (code === "unclear" ? send("help") : send("region", { code }));
  const elsewhere = beneath(regions).filter((code) => !(form.view === "back" && code === "back-waist"));
  return html`<${Page} name="where" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} class="question-beside" help=${t("kiosk-where-help")}>${t("kiosk-where-title")}</${Question}>
    <${BodyPicture} view=${form.view} chosen=${form.regions} nameOf=${nameOf} known=${known} onTouch=${touch} />
    <div class="beneath">
      <button type="button" class="beneath-one" onClick=${() => send("view")}>
        <${Icon} name="swap" size=${36} /><span>${t(form.view === "front" ? "kiosk-where-back" : "kiosk-where-front")}</span></button>
      ${elsewhere.map((code) => html`<button type="button" key=${code} class="beneath-one" aria-pressed=${String(form.regions.includes(code))}
        onClick=${() => touch(code)}><span>${nameOf(code)}</span></button>`)}
      ${!known("unclear") && html`<button type="button" class="beneath-one" onClick=${() => send("help")}><span>${t("kiosk-where-unsure")}</span></button>`}
    </div>
    <section class="where-panel">
      ${region
        ? html`<h2 class="where-how"><b>${t("kiosk-where-how", { region: pick(region.names) })}</b><span>${t("kiosk-where-several")}</span></h2>
          <${Chips} key=${`${region.code}/${state.language}/${large}`} state=${state} send=${send} region=${region} limit=${large ? 6 : 8} />
          <div class="where-since"><span id="since">${t("kiosk-since")}</span>
            <${Segmented} label=${t("kiosk-since")} value=${form.duration} onChange=${(value) => send("duration", { value })}
              options=${DURATIONS.map((value) => ({ value, label: t(`kiosk-since-${value}`) }))} /></div>`
        : html`<p class="where-empty">${t("kiosk-where-empty")}</p>`}
      <${Problem} id="where-problem" problem=${errors.where} />
    </section>
    <${Actions}>
      <button type="button" class="action action-words" onClick=${() => send("go", { page: "words" })}>
        <${Icon} name="pencil" size=${44} />
        <span><small>${t(large ? "kiosk-words-label-short" : "kiosk-words-label")}</small><b>${form.text || t("kiosk-words-none")}</b></span></button>
      <${NextButton} send=${send} />
    </${Actions}>
  </${Page}>`;
}

/** What the person wants to tell the doctor in their own words; optional. */
export function Words({ state, send, onLanguage }) {
  const { form, errors } = state;
  const set = (name) => (value) => send("field", { name, value });
  return html`<${Page} name="words" state=${state} send=${send} onLanguage=${onLanguage}>
    <${Question} help=${t("kiosk-words-help")}>${t("kiosk-words-title")}</${Question}>
    <${Field} id="text" multiline size="entry-words" label=${t("kiosk-field-words")} value=${form.text} composing=${form.composing}
      onInput=${set("text")} problem=${errors.text} hint=${t("kiosk-words-hint")} />
    <${WritingKeys} state=${state} send=${send} field="text" most=${200} />
    <${Actions}><${NextButton} send=${send}>${t("kiosk-words-done")}</${NextButton}></${Actions}>
  </${Page}>`;
}
