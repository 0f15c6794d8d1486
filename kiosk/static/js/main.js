// Starts the kiosk: language, who this device is, the first figures, and then the page.
import { createApi } from "/static/house/js/api.js";
import { deviceToken, forgetDevice } from "/static/house/js/device.js";
import { currentLanguage, loadCatalogue, loadLanguage } from "/static/house/js/language.js";
import { html, render } from "/static/vendor/htm-preact.js";
import { App } from "./app.js";
import { startEffects } from "./effects.js";
import { startIdle } from "./idle.js";
import { createHeard, startLink } from "./link.js";
import { startReader } from "./keyboard/reader.js";
import { startScanner } from "./scanner.js";
import { createStore } from "./store.js";

const FILES = ["common", "kiosk", "appointments"];
const LANGUAGES = ["zh-CN", "en"];
/** Before a page that could not begin is tried again, ms. */
const RETRY = 3000;
const [WIDTH, HEIGHT] = [1080, 1920];

/** The page is drawn for 1080 × 1920; on another screen it is shown whole, smaller or larger. */
function fit(stage) {
  const scale = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
  stage.style.setProperty("zoom", Math.abs(scale - 1) < 0.01 ? "1" : String(scale));
}

async function start() {
  document.documentElement.dataset.face = "kiosk";
  const store = createStore();
  await Promise.all([loadLanguage(LANGUAGES[0], FILES), ...LANGUAGES.slice(1).map((one) => loadCatalogue(one, FILES))]);
  const token = await deviceToken("kiosk", null);
  const api = createApi({ token, onRefused: () => forgetDevice("kiosk", null) });
  const heard = createHeard(store);

  const stage = document.getElementById("kiosk");
  fit(stage);
  window.addEventListener("resize", () => fit(stage));
  // A wipe goes back to the first language by the same way; App draws again once the words have changed.
  const onLanguage = (language) => store.send("language", { language });
  store.listen(({ language }) => { if (language !== currentLanguage()) loadLanguage(language, FILES); });
  store.send("handwriting", { offered: "handwriting" in stage.dataset });
  startEffects(store, api, heard);
  startReader(store, api);
  startScanner(store);
  startIdle(store);
  const link = startLink(store, api, token, heard);
  api.get("/devices/me").then((body) => store.send("device", { body })).catch(() => {});
  await link.ready;
  render(html`<${App} store=${store} onLanguage=${onLanguage} />`, stage);
}

// A kiosk has no way "back" of the browser's, and keeps no picture of a former page.
window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });
window.addEventListener("contextmenu", (event) => event.preventDefault());
/** The server went away while the page was being loaded: it is loaded anew once the server answers. */
function beginAgain() {
  fetch("/healthz", { cache: "no-store" }).then(({ ok }) => (ok ? window.location.reload() : Promise.reject())).catch(() => setTimeout(beginAgain, RETRY));
}

start().catch(() => setTimeout(beginAgain, RETRY));
