/** The person's own sheet: language, sound, another hall, sign out. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { useStore } from "./state/store.js";
import { hallsFor, leaveHall, sessionStore } from "./state/session.js";
import { signOut } from "./state/api.js";
import { setMuted, soundStore } from "./state/sound.js";
import { Sheet } from "./parts/sheet.js";
import { LanguageSwitch } from "./parts/language_switch.js";

export function Menu({ onClose }) {
  const { staff, clinic } = useStore(sessionStore);
  const muted = useStore(soundStore, (value) => value.muted);
  const several = hallsFor(staff, clinic).length > 1;
  return html`<${Sheet} title=${staff.name}
    lead=${t("staff-menu-who", { number: staff.number, role: t(`staff-role-${staff.role}`) })}
    onClose=${onClose}>
    <div class="menu">
      <div class="menu-line"><span>${t("staff-language")}</span><${LanguageSwitch} /></div>
      <button type="button" class="menu-line" aria-pressed=${muted ? "true" : "false"}
        onClick=${() => setMuted(!muted)}>
        <${Icon} name=${muted ? "speaker-off" : "bell"} size=${24} />
        <span>${muted ? t("staff-sound-unmute") : t("staff-sound-mute")}</span></button>
      ${several &&
      html`<button type="button" class="menu-line" onClick=${leaveHall}>
        <${Icon} name="layout" size=${24} /><span>${t("staff-other-hall")}</span></button>`}
      <button type="button" class="menu-line" onClick=${signOut}>
        <${Icon} name="logout" size=${24} /><span>${t("staff-sign-out")}</span></button>
    </div>
  <//>`;
}
