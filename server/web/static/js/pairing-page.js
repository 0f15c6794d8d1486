/** The full-screen page with the six-digit pairing code, in both languages: none is chosen yet. */
import { html, render } from "/static/vendor/htm-preact.js";
import { loadCatalogue, tIn } from "./language.js";
import { Icon } from "./parts/icon.js";

const LANGUAGES = ["zh-CN", "en"];

/**
 * @typedef {object} PairingPage
 * @property {(view: {state: "waiting", code: string} | {state: "offline"}) => void} show
 * @property {() => void} close
 */

/** @returns {Promise<PairingPage>} */
export async function showPairingPage() {
  await Promise.all(LANGUAGES.map((language) => loadCatalogue(language, ["common"])));
  const place = document.createElement("div");
  place.className = "pairing";
  document.body.append(place);
  const show = (view) => render(html`<${Page} ...${view} />`, place);
  show({ state: "starting" });
  return {
    show,
    close() {
      render(null, place);
      place.remove();
    },
  };
}

function both(id) {
  return LANGUAGES.map((language) => html`<span lang=${language} key=${language}>${tIn(language, id)}</span>`);
}

function Page({ state, code }) {
  if (state === "offline") {
    return html`<div class="pairing-body">
      <${Icon} name="wifi-off" size=${72} />
      <p class="pairing-title">${both("common-pairing-offline")}</p>
    </div>`;
  }
  if (!code) return html`<p class="pairing-title pairing-body">${both("common-pairing-starting")}</p>`;
  return html`<div class="pairing-body">
    <h1 class="pairing-title">${both("common-pairing-title")}</h1>
    <p class="pairing-code number" role="img" aria-label=${code.split("").join(" ")}>
      <span aria-hidden="true">${code.slice(0, 3)}</span><span aria-hidden="true">${code.slice(3)}</span>
    </p>
    <p class="pairing-help">${both("common-pairing-help")}</p>
  </div>`;
}
