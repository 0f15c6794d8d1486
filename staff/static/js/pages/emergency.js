/** The evacuation text on every screen of the hall: a supervisor's, asked once more (R103). */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { loadCatalogue, t, tIn } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, fieldErrors, TextField } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";

const DIRECTIONS = ["left", "right", "up", "none"];

function switchEmergency(hall, body, done, onProblem) {
  return act({
    onProblem,
    key: "emergency", verb: "emergency", run: () => api.post("/emergency", { hall, ...body }),
    done: () => done, icon: "octagon-alert", failed: t("staff-failed-emergency"),
  });
}

function ConfirmSheet({ hall, onClose }) {
  const [direction, setDirection] = useState("none");
  const [zh, setZh] = useState("");
  const [en, setEn] = useState("");
  const [errors, setErrors] = useState({});
  useEffect(() => {
    // The words stand ready in both languages of the screens; they can be changed before they are shown.
    Promise.all(["zh-CN", "en"].map((language) => loadCatalogue(language, ["staff"]))).then(() => {
      setZh((before) => before || tIn("zh-CN", "staff-emergency-words"));
      setEn((before) => before || tIn("en", "staff-emergency-words"));
    });
  }, []);
  const start = async () => {
    const body = { active: true, texts: { "zh-CN": zh.trim(), en: en.trim() }, direction };
    const { ok } = await switchEmergency(hall, body, t("staff-emergency-started"), (problem) => {
      setErrors(fieldErrors(problem));
      return Boolean(problem.fields?.length);
    });
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-emergency-title")} lead=${t("staff-emergency-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard="emergency" verb="emergency" look="danger-filled" size="main" icon="octagon-alert"
      label=${t("staff-emergency-sure")} reason=${zh.trim() ? null : t("staff-notice-empty-text")}
      onPress=${start} />`}>
    <${TextField} name="zh" label=${t("staff-notice-zh")} value=${zh} onValue=${setZh} limit=${120}
      error=${errors["zh-CN"]} />
    <${TextField} name="en" label=${t("staff-notice-en")} value=${en} onValue=${setEn} limit=${120}
      error=${errors.en} />
    <${ChoiceField} name="direction" label=${t("staff-emergency-direction")} value=${direction} onValue=${setDirection}
      options=${DIRECTIONS.map((code) => ({ value: code, label: t(`staff-direction-${code}`) }))} />
  <//>`;
}

export function EmergencyCard({ emergency, may }) {
  const hall = useStore(hallStore, (value) => value.code);
  const [asking, setAsking] = useState(false);
  const reason = may ? null : t("staff-emergency-supervisor");
  return html`<section class=${`card emergency ${emergency ? "is-on" : ""}`}>
    <h2><${Icon} name="octagon-alert" size=${28} />${t("staff-emergency")}</h2>
    <p>${emergency ? say(emergency.texts) : t("staff-emergency-off")}</p>
    ${emergency
      ? html`<${ActButton} guard="emergency" verb="emergency" look="on-danger" label=${t("staff-emergency-end")}
        reason=${reason}
          onPress=${() => switchEmergency(hall, { active: false }, t("staff-emergency-ended"))} />`
      : html`<${ActButton} guard="emergency" verb="ask" look="danger" icon="octagon-alert"
        label=${t("staff-emergency-start")} reason=${reason}
          onPress=${() => setAsking(true)} />`}
    ${asking && html`<${ConfirmSheet} hall=${hall} onClose=${() => setAsking(false)} />`}
  </section>`;
}
