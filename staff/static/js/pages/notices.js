/** Words on the hall's screens: notices, and the evacuation text (R60, R61, R103). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { timeOfDay } from "/static/house/js/clock.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore } from "../state/hall.js";
import { may, whyNotAllowed } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, fieldErrors, TextField } from "../parts/fields.js";
import { Empty, Loading } from "../parts/small.js";
import { EmergencyCard } from "./emergency.js";
import { VoiceCard } from "./voice_card.js";

const LIMIT = 80;

/** Notices of the clinic's own file stay; those put up here can be taken down. */
const lasting = (notice) => notice.lasting === true;

/** What comes of the choice; in a quiet hour a notice is shown and not said. */
function sayHelp(when, voice) {
  if (when === "never") return null;
  const quiet = when === "now" && ["chime", "nothing"].includes(voice?.say);
  return t(quiet ? "staff-notice-say-quiet" : "staff-notice-say-help");
}

function NewNotice({ refused, voice }) {
  const hall = useStore(hallStore, (value) => value.code);
  const [zh, setZh] = useState("");
  const [en, setEn] = useState("");
  const [when, setWhen] = useState("never");
  const [at, setAt] = useState("");
  const [errors, setErrors] = useState({});
  const missing = () => {
    if (!zh.trim()) return t("staff-notice-empty-text");
    return when === "later" && !at ? t("staff-notice-empty-time") : null;
  };
  const send = async () => {
    setErrors({});
    const body = { hall, texts: { "zh-CN": zh.trim(), en: en.trim() }, say: when, at: when === "later" ? at : "" };
    const { ok } = await act({
      key: "notice/new", verb: "add", run: () => api.post("/notices", body),
      done: () => t("staff-notice-shown"), failed: t("staff-failed-notice"),
      onProblem: (problem) => {
        setErrors(fieldErrors(problem));
        return Boolean(problem.fields?.length);
      },
    });
    if (!ok) return;
    setZh("");
    setEn("");
    setWhen("never");
    setAt("");
  };
  return html`<section class="card notice-new"><h2>${t("staff-notice-new")}</h2>
    <${TextField} name="zh" label=${t("staff-notice-zh")} value=${zh} onValue=${setZh} limit=${LIMIT}
      error=${errors.zh ?? errors["zh-CN"] ?? errors.texts}
      help=${t("staff-notice-help")} />
    <${TextField} name="en" label=${t("staff-notice-en")} value=${en} onValue=${setEn} limit=${LIMIT}
      error=${errors.en} help=${t("staff-notice-en-help")} />
    <${ChoiceField} name="say" label=${t("staff-notice-say")} value=${when} onValue=${setWhen}
      help=${sayHelp(when, voice)}
      options=${["never", "now", "later"].map((code) => ({ value: code, label: t(`staff-notice-say-${code}`) }))} />
    ${when === "later" && html`<${TextField} name="at" mode="numeric" limit=${5} label=${t("staff-notice-at")} value=${at}
      onValue=${setAt} error=${errors.at} />`}
    <${ActButton} guard="notice/new" verb="add" look="primary" icon="megaphone" label=${t("staff-notice-show")}
      reason=${refused ?? missing()} onPress=${send} />
  </section>`;
}

function Current({ notices, refused }) {
  const remove = (notice) =>
    act({
      key: `notice/${notice.id}`, verb: "remove", run: () => api.remove(`/notices/${notice.id}`),
      done: () => t("staff-notice-removed"), icon: "trash", failed: t("staff-failed-notice"),
    });
  return html`<section class="card"><h2>${t("staff-notices-now")}</h2>
    ${notices.length
      ? html`<ul class="device-list">${notices.map(
          (notice) => html`<li class="device-row" key=${notice.id}>
            <span class="task-icon"><${Icon} name="megaphone" size=${26} /></span>
            <div class="task-words"><h3>${say(notice.texts, "zh-CN")}</h3><p
              lang="en">${say(notice.texts, "en")}</p>
              ${notice.say_at && html`<p>${t("staff-notice-said-at", { time: timeOfDay(notice.say_at) })}</p>`}</div>
            <${ActButton} guard=${`notice/${notice.id}`} verb="remove" size="side" label=${t("staff-notice-remove")}
              reason=${lasting(notice) ? t("staff-notice-lasting") : refused} onPress=${() => remove(notice)} />
          </li>`,
        )}</ul>`
      : html`<${Empty} icon="megaphone" text=${t("staff-notices-empty")} />`}
  </section>`;
}

export function Notices() {
  const { documents, ready } = useStore(hallStore);
  const staff = useStore(sessionStore, (value) => value.staff);
  const refused = whyNotAllowed(staff, "notices");
  if (!ready) return html`<${Loading} text=${t("staff-loading-hall")} rows=${3} />`;
  return html`<div class="notice-page">
    <${Current} notices=${documents.notices ?? []} refused=${refused} />
    <${NewNotice} refused=${refused} voice=${documents.voice} />
    <${VoiceCard} voice=${documents.voice} />
    <${EmergencyCard} emergency=${documents.emergency ?? null} may=${may(staff, "emergency")} />
  </div>`;
}
