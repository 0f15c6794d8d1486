/** "I feel worse" (R24): what is new, checked against the red flags again; the history keeps it. */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../../parts/act_button.js";
import { ManyField, TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { api } from "../../state/api.js";
import { say } from "../../state/words.js";
import { useTicketForm } from "./form.js";

export function WorseSheet({ ticket, reload, onClose }) {
  const [flags, setFlags] = useState([]);
  const [chosen, setChosen] = useState([]);
  const [text, setText] = useState("");
  const { errors, send, guard } = useTicketForm({
    ticket, step: "worse", reload, onClose,
    said: (answer) => (answer?.state === "urgent" ? t("staff-worse-urgent", { number: answer.number }) : null),
  });
  useEffect(() => {
    // Without the list the words alone are enough: the server checks them too.
    api.get("/triage/symptoms").then((answer) => setFlags(answer.symptoms.filter((one) => one.red_flag)), () => {});
  }, []);
  const empty = !chosen.length && !text.trim();
  return html`<${Sheet} title=${t("staff-worse-title", { number: ticket.number })} lead=${t("staff-worse-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="worse" look="danger-filled" size="main"
      label=${t("staff-worse-send")}
      reason=${empty ? t("staff-worse-empty") : null}
      onPress=${() => send({ symptoms: chosen, text: text.trim() || null })} />`}>
    ${flags.length > 0 &&
    html`<${ManyField} name="symptoms" label=${t("staff-worse-flags")} value=${chosen} onValue=${setChosen}
      options=${flags.map((flag) => ({ value: flag.code, label: say(flag.names) }))} />`}
    <${TextField} name="text" label=${t("staff-worse-text")} value=${text} onValue=${setText} rows=${3} limit=${500}
      error=${errors.text} />
  <//>`;
}
