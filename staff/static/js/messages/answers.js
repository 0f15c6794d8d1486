/** The prepared answers, and a line for another one. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { ActButton } from "../parts/act_button.js";
import { TextField } from "../parts/fields.js";
import { ANSWERS, LONGEST_TEXT } from "./state.js";
import { answer } from "./steps.js";

export function Answers({ message }) {
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState("");
  const guard = `message/${message.id}`;
  const send = async () => {
    const { ok } = await answer(message, { text });
    if (ok) setTyping(false);
  };
  return html`<div class="message-answers">
    <div class="message-choices">
      ${ANSWERS[message.towards].map((code) => html`<${ActButton} key=${code} guard=${guard} verb=${code} size="small"
        look=${message.answer === code ? "tint" : "secondary"} label=${t(`answer-${code.replaceAll("_", "-")}`)}
        onPress=${() => answer(message, { answer: code })} />`)}
      ${!typing && html`<button type="button" class="button button-plain is-small" onClick=${() => setTyping(true)}>
        ${t("staff-message-other")}</button>`}
    </div>
    ${typing && html`<div class="message-typing">
      <${TextField} name="answer" label=${t("staff-message-other")} value=${text} onValue=${setText}
        limit=${LONGEST_TEXT} help=${t("staff-message-text-help")} />
      <${ActButton} guard=${guard} verb="text" size="small" look="primary" label=${t("staff-message-reply")}
        reason=${text.trim() ? null : t("staff-message-empty")} onPress=${send} /></div>`}
  </div>`;
}
