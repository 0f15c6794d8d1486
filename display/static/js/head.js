/** The top of the hall's screen: whose hall it is, the day and the time by the server's clock. */
import { html } from "/static/vendor/htm-preact.js";
import { dateAndDay, serverNow, timeOfDay } from "./time.js";
import { Fit } from "./fit.js";

export function Head({ w, hall }) {
  const now = serverNow();
  const name = w.name(hall?.clinic);
  const title = `${name}${w.name(hall?.names)}${w.alsoName(hall?.names)}`;
  return html`<header class="head">
    <${Fit} of=${title} class="head-names">
      ${hall?.logo && html`<span class="logo" aria-hidden="true">${hall.logo}</span>`}
      ${name && html`<span class="head-clinic">${name}</span><span class="head-rule"></span>`}
      <h1 class="head-hall" data-testid="hall-name">${w.name(hall?.names)}</h1>
      <span class="head-second" lang=${w.second}>${w.alsoName(hall?.names)}</span>
    <//>
    <div class="head-time">
      <span class="head-date">${dateAndDay(now, w.main)}</span>
      <time class="clock number" data-testid="clock">${timeOfDay(now)}</time>
    </div>
  </header>`;
}
