/** Pairing: the six figures that the new screen shows, and which device it is. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, fieldErrors, TextField } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";

const FIGURES = 6;

export function PairSheet({ devices, onClose, onPaired }) {
  const [code, setCode] = useState("");
  const [device, setDevice] = useState(null);
  const [errors, setErrors] = useState({});
  const pair = async () => {
    setErrors({});
    const { ok } = await act({
      key: "pair", verb: "pair", run: () => api.post("/devices/pairing/approve", { code, device }),
      done: () => t("staff-paired"), failed: t("staff-failed-pair"),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        if (problem.status === 404) found.code = problem.detail || t("staff-pair-unknown");
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    if (!ok) return;
    onClose();
    onPaired();
  };
  const missing = code.length !== FIGURES ? t("staff-pair-code-missing") : !device ? t("staff-pair-device-missing") : null;
  return html`<${Sheet} title=${t("staff-pair")} lead=${t("staff-pair-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard="pair" verb="pair" look="primary" size="main" label=${t("staff-pair")}
      reason=${missing} onPress=${pair} />`}>
    <${TextField} name="code" label=${t("staff-pair-code")} value=${code} mode="numeric" limit=${FIGURES}
      error=${errors.code}
      onValue=${(value) => setCode(value.replaceAll(/\D/g, ""))} />
    <${ChoiceField} name="device" label=${t("staff-pair-device")} value=${device} onValue=${setDevice}
      error=${errors.device}
      options=${devices.map((one) => ({ value: one.code, label: say(one.names) || one.code }))} />
  <//>`;
}
