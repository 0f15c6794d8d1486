import { createApi } from "../../js/api.js";
import { loadLanguage, t } from "../../js/language.js";
import { html, render } from "../../js/parts.js";
import { App } from "./app.js";
import { followTicket } from "./follow.js";
import { isNewCall } from "./ticket.js";

const FILES = ["common", "phone"];
const KEPT_LANGUAGE = "houzhen-phone-language";
const BUZZ = [500, 250, 500, 250, 900];

const root = document.documentElement;
const token = root.dataset.token ?? "";
const api = createApi();
const place = document.getElementById("app");

/** @type {import("./app.js").PhoneState} */
let state = { ticket: null, heardAt: null, unknown: false, trouble: false };

function set(changes) {
  state = { ...state, ...changes };
  draw();
}

function draw() {
  render(html`<${App} ...${state} act=${act} onLanguage=${chooseLanguage} />`, place);
  document.title = title();
}

function title() {
  const number = state.ticket?.number;
  if (!number) return t("phone-page-title-plain");
  return t(state.ticket.state === "called" ? "phone-page-title-called" : "phone-page-title", { number });
}

async function chooseLanguage(language) {
  try {
    localStorage.setItem(KEPT_LANGUAGE, language);
  } catch {
    // A private window keeps nothing: the choice holds for this page only.
  }
  await loadLanguage(language, FILES);
  draw();
}

/** Post one of the patient's own actions, then ask for the ticket as it is now. */
async function act(name, body) {
  const answer = await api.post(`/public/tickets/${encodeURIComponent(token)}/${name}`, body);
  follow.ask();
  return answer;
}

function keptLanguage() {
  try {
    return localStorage.getItem(KEPT_LANGUAGE) ?? root.lang;
  } catch {
    return root.lang;
  }
}

await loadLanguage(keptLanguage(), FILES);
draw();

const follow = followTicket({
  api,
  token,
  onTicket(ticket) {
    // Browsers refuse to vibrate for a page that was never touched.
    const touched = navigator.userActivation?.hasBeenActive ?? true;
    if (isNewCall(state.ticket, ticket) && touched) navigator.vibrate?.(BUZZ);
    set({ ticket, heardAt: performance.now(), unknown: false, trouble: false });
  },
  onUnknown: () => set({ unknown: true }),
  onTrouble: () => set({ trouble: true }),
});
