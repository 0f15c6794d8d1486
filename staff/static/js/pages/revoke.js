/** Taking a screen's admission away: asked once more, since it goes dark at once. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Sheet } from "../parts/sheet.js";

export function RevokeSheet({ device, onClose, onSure }) {
  const name = say(device.names) || device.code;
  return html`<${Sheet} title=${t("staff-revoke-title", { device: name })} lead=${t("staff-revoke-lead")}
    onClose=${onClose}
    foot=${html`<${ActButton} guard=${`device/${device.code}`} verb="revoke" look="danger-filled" size="main"
      label=${t("staff-revoke-sure", { device: name })} onPress=${onSure} />`} />`;
}
