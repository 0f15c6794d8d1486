/** The staff tablet: words first, then whoever is signed in. */
import { html, render } from "/static/vendor/htm-preact.js";
import { loadLanguage, onLanguageChange } from "/static/house/js/language.js";
import { App } from "./app.js";
import { CATALOGUES, firstLanguage } from "./state/languages.js";
import { unlockSound } from "./state/sound.js";

const place = document.getElementById("staff");

await loadLanguage(firstLanguage(), CATALOGUES);
onLanguageChange(() => render(html`<${App} />`, place));
document.addEventListener("pointerdown", unlockSound, { passive: true });
document.addEventListener("keydown", unlockSound);
render(html`<${App} />`, place);
