/** From nobody to somebody in a hall. */
import { html, useEffect } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "./state/store.js";
import { sessionStore } from "./state/session.js";
import { resumeSession } from "./state/api.js";
import { SignIn } from "./sign_in.js";
import { ChooseHall } from "./choose_hall.js";
import { Shell } from "./shell.js";

const RETRY_AFTER = 3000;

function Unreachable() {
  useEffect(() => {
    const timer = setInterval(resumeSession, RETRY_AFTER);
    return () => clearInterval(timer);
  }, []);
  return html`<main class="gate"><div class="gate-card">
    <h1>${t("staff-unreachable")}</h1><p>${t("staff-unreachable-detail")}</p>
  </div></main>`;
}

export function App() {
  const { state, hall } = useStore(sessionStore);
  useEffect(() => {
    resumeSession();
  }, []);
  if (state === "unknown") return html`<main class="gate" aria-busy="true"></main>`;
  if (state === "unreachable") return html`<${Unreachable} />`;
  if (state === "out") return html`<${SignIn} />`;
  return hall ? html`<${Shell} />` : html`<${ChooseHall} />`;
}
