/** Out of use with a reason, another printer for what is owed, and giving it up (R105). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { serverNow } from "../state/time.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, TextField, fieldErrors, useFirstError } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";
import { printerName } from "./row.js";

/** When a printer may be expected back, in minutes from now; 0: nobody knows. */
const BACK_IN = [0, 30, 60, 120, 240];
const LONGEST_REASON = 100;

/** One press: sends, says what came of it, closes. */
function useCare({ printer, reload, onDone }) {
  const [errors, setErrors] = useState({});
  useFirstError(errors);
  const guard = `printer/${printer.code}`;
  const send = async (verb, body, done) => {
    setErrors({});
    const { ok } = await act({
      key: guard, verb, run: () => api.post(`/printers/${printer.code}/${verb}`, body), done, failed: t("staff-failed-save"),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    reload();
    if (ok) onDone();
  };
  return { guard, errors, send };
}

export function OutSheet({ printer, name, reload, onClose, onDone }) {
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState(0);
  const { guard, errors, send } = useCare({ printer, reload, onDone });
  const until = () => (minutes ? new Date(serverNow() + minutes * 60_000).toISOString() : null);
  const take = () => send("out", { reason: reason.trim(), until: until() }, () => t("staff-printer-out-done", { printer: name }));
  return html`<${Sheet} title=${t("staff-printer-out-title", { printer: name })} lead=${t("staff-printer-out-lead")} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="out" look="primary" size="main" label=${t("staff-printer-take-out")}
      reason=${reason.trim() ? null : t("staff-printer-reason-missing")} onPress=${take} />`}>
    <${TextField} name="reason" label=${t("staff-printer-reason")} help=${t("staff-printer-reason-help")} value=${reason} onValue=${setReason}
      limit=${LONGEST_REASON} error=${errors.reason} />
    <${ChoiceField} name="until" label=${t("staff-printer-back-in")} value=${minutes} onValue=${setMinutes} error=${errors.until}
      options=${BACK_IN.map((value) => ({ value, label: t(value ? "staff-printer-back-minutes" : "staff-printer-back-unknown", { minutes: value }) }))} />
  <//>`;
}

export function MoveSheet({ printer, printers, name, reload, onClose, onDone }) {
  const [goal, setGoal] = useState(null);
  const { guard, send } = useCare({ printer, reload, onDone });
  const others = printers.filter((one) => one.code !== printer.code && !one.out);
  const move = () => send("move", { to: goal },
    ({ count }) => t("staff-printer-moved", { count, printer: printerName(others.find((one) => one.code === goal)) }));
  return html`<${Sheet} title=${t("staff-printer-move-title", { printer: name })} lead=${t("staff-printer-move-lead", { count: printer.owed })} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="move" look="primary" size="main" label=${t("staff-printer-move")}
      reason=${goal ? null : t("staff-printer-goal-missing")} onPress=${move} />`}>
    <${ChoiceField} name="to" label=${t("staff-printer-goal")} value=${goal} onValue=${setGoal}
      options=${others.map((one) => ({ value: one.code, label: printerName(one), detail: one.trouble ? t("staff-device-fault") : null }))} />
  <//>`;
}

export function DropSheet({ printer, name, reload, onClose, onDone }) {
  const { guard, send } = useCare({ printer, reload, onDone });
  const drop = () => send("drop", {}, ({ count }) => t("staff-printer-drop-done", { count }));
  return html`<${Sheet} title=${t("staff-printer-drop-title", { printer: name })} lead=${t("staff-printer-drop-lead", { count: printer.owed })} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="drop" look="danger-filled" size="main" label=${t("staff-printer-drop-sure", { count: printer.owed })}
      onPress=${drop} />`} />`;
}
