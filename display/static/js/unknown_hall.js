/** Starts the page for an address that names no hall. */
import { html, render } from "/static/vendor/htm-preact.js";
import { UnknownPage } from "./unknown.js";
import { loadWords, words } from "./words.js";

const stage = document.getElementById("stage");
await loadWords();
const w = words(undefined);
const choices = JSON.parse(stage.dataset.halls)
  .map(([code, names]) => ({ href: `/display/${encodeURIComponent(code)}`, text: w.name(names) }));
render(html`<${UnknownPage} w=${w} id="display-unknown-hall" choices=${choices} />`, stage);
