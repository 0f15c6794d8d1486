/** The address names a hall or a room that is not there: say so, and offer those that are. */
import { html } from "/static/vendor/htm-preact.js";

/** @param {{w: object, id: string, choices: Array<{href: string, text: string}>}} props */
export function UnknownPage({ w, id, choices }) {
  return html`<main class="unknown" data-testid="unknown">
    <h1 class="unknown-title">${w.say(id)}</h1>
    <p class="unknown-second" lang=${w.second}>${w.also(id)}</p>
    <ul class="unknown-choices">
      ${choices.map(({ href, text }) => html`<li key=${href}><a href=${href}>${text}</a></li>`)}
    </ul>
  </main>`;
}

/** The page before the first picture has come. Nothing for 300 ms, then the shape of the page. */
export function LoadingPage({ w }) {
  return html`<main class="loading" data-testid="loading" role="status">
    <p>${w.say("display-loading")}</p>
    <p lang=${w.second}>${w.also("display-loading")}</p>
  </main>`;
}
