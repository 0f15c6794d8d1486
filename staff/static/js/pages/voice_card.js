/** How the hall's screens sound at this hour (R62): what is said, how loud, until when, and by whose voice. */
import { html } from "/static/vendor/htm-preact.js";
import { timeOfDay } from "/static/house/js/clock.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";

/** Whose voice it is; a house that asked for the server's and has none learns of it here. */
function whose({ by, wanted }) {
  if (by === "browser") return t(wanted === "browser" ? "staff-voice-by-browser" : "staff-voice-by-browser-only");
  return t(wanted === "clips" ? "staff-voice-by-clips" : "staff-voice-by-server");
}

/** @param {{voice: {by: string, wanted: string, volume: number, say: string, until: string | null} | undefined}} props */
export function VoiceCard({ voice }) {
  if (!voice) return null;
  const silent = voice.say === "nothing";
  return html`<section class="card voice-now" data-testid="voice-now">
    <h2><${Icon} name=${silent ? "speaker-off" : "speaker"} size=${28} />${t("staff-voice")}</h2>
    <p class="voice-say">${t(`staff-voice-${voice.say}`)}</p>
    ${!silent && html`<p>${t("staff-voice-volume", { volume: voice.volume })}</p>`}
    ${voice.until && html`<p>${t("staff-voice-until", { time: timeOfDay(voice.until) })}</p>`}
    <p>${whose(voice)}</p>
    <p class="field-help">${t("staff-voice-where")}</p>
  </section>`;
}
