/** Staff number and PIN on a pad that a thumb can hit; the number of tries is limited and said. */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Button, Icon } from "/static/house/js/parts.js";
import { api, problemText, signedIn } from "./state/api.js";
import { sessionStore } from "./state/session.js";
import { useStore } from "./state/store.js";
import { LanguageSwitch } from "./parts/language_switch.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "back"];
const PIN_LIMIT = 64;

function reasonOf(problem) {
  const said = problem.body?.args ?? {};
  if (problem.status === 429) {
    if (!said.seconds) return t("staff-too-many-tries");
    return t("staff-too-many-tries-minutes", { minutes: Math.max(1, Math.ceil(said.seconds / 60)) });
  }
  if (problem.status !== 401 && problem.status !== 422) return problemText(problem);
  return said.tries_left === undefined ? t("staff-wrong-pin") : t("staff-wrong-pin-left", { left: said.tries_left });
}

function Pad({ onKey, busy }) {
  return html`<div class="pad" role="group" aria-label=${t("staff-pad")}>
    ${KEYS.map((key) => {
      if (key === "clear") {
        return html`<button type="button" class="key key-function" key=${key} disabled=${busy}
          onClick=${() => onKey(key)}>${t("staff-clear")}</button>`;
      }
      if (key === "back") {
        return html`<button type="button" class="key key-function" key=${key} disabled=${busy}
          aria-label=${t("staff-backspace")} onClick=${() => onKey(key)}><${Icon} name="backspace"
            size=${28} /></button>`;
      }
      return html`<button type="button" class="key" key=${key} disabled=${busy}
        onClick=${() => onKey(key)}>${key}</button>`;
    })}
  </div>`;
}

function Entry({ name, label, type, value, chosen, onChoose, onValue, error, help }) {
  const below = [error && "sign-in-error", help && `sign-in-${name}-help`].filter(Boolean).join(" ");
  return html`<div class=${`field ${chosen ? "is-chosen" : ""}`}>
    <label class="field-label" for=${`sign-in-${name}`}>${label}</label>
    <input id=${`sign-in-${name}`} name=${name} type=${type} value=${value} class="field-input"
      autocomplete=${name === "pin" ? "current-password" : "username"} autocapitalize="off" spellcheck="false"
      aria-invalid=${error ? "true" : undefined} aria-describedby=${below || undefined}
      onFocus=${onChoose} onInput=${(event) => onValue(event.target.value)} />
    ${error && html`<p class="field-problem" id="sign-in-error" role="alert"><${Icon} name="octagon-alert"
      size=${18} />${error}</p>`}
    ${help && html`<p class="field-help" id=${`sign-in-${name}-help`}>${help}</p>`}
  </div>`;
}

export function SignIn() {
  const ended = useStore(sessionStore, (value) => value.ended);
  const [number, setNumber] = useState("");
  const [pin, setPin] = useState("");
  const [field, setField] = useState("number");
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);

  const press = (key) => {
    const [value, set] = field === "pin" ? [pin, setPin] : [number, setNumber];
    setError(null);
    if (key === "clear") set("");
    else if (key === "back") set(value.slice(0, -1));
    else set((value + key).slice(0, PIN_LIMIT));
  };

  const wrong = (name, words) => {
    setField(name);
    setError({ name, words });
    document.getElementById(`sign-in-${name}`)?.focus();
  };

  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    if (!number.trim()) return wrong("number", t("staff-number-missing"));
    if (!pin) return wrong("pin", t("staff-pin-missing"));
    setBusy(true);
    try {
      await signedIn(await api.post("/session", { number: number.trim(), pin }));
    } catch (problem) {
      setPin("");
      wrong("pin", reasonOf(problem));
      setBusy(false);
    }
  };

  return html`<main class="gate">
    <form class="gate-card sign-in" onSubmit=${submit} noValidate>
      <header class="gate-head">
        <span class="mark-tile" aria-hidden="true">${t("staff-mark")}</span>
        <div><h1>${t("staff-sign-in-title")}</h1><p>${t("staff-sign-in-lead")}</p></div>
        <${LanguageSwitch} />
      </header>
      ${ended && html`<p class="note-line" role="status"><${Icon} name="clock"
        size=${20} />${t("staff-session-ended")}</p>`}
      <div class="sign-in-columns">
        <div class="sign-in-entries">
          <${Entry} name="number" label=${t("staff-number")} type="text" value=${number} chosen=${field === "number"}
            onChoose=${() => setField("number")} onValue=${(value) => { setNumber(value); setError(null); }}
            error=${error?.name === "number" && error.words} help=${t("staff-number-help")} />
          <${Entry} name="pin" label=${t("staff-pin")} type="password" value=${pin} chosen=${field === "pin"}
            onChoose=${() => setField("pin")} onValue=${(value) => { setPin(value); setError(null); }}
            error=${error?.name === "pin" && error.words} />
          <${Button} type="submit" class="is-main" busy=${busy}
            busyText=${t("staff-signing-in")}>${t("staff-sign-in")}<//>
        </div>
        <${Pad} onKey=${press} busy=${busy} />
      </div>
    </form>
  </main>`;
}
