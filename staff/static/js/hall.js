/** The guide's page: on the left who needs me now, on the right the rooms. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { useStore } from "./state/store.js";
import { hallStore } from "./state/hall.js";
import { useNarrow } from "./parts/narrow.js";
import { Loading } from "./parts/small.js";
import { Tasks } from "./tasks/index.js";
import { SoonOver } from "./tasks/soon.js";
import { Rooms } from "./rooms/index.js";

export function Hall() {
  const ready = useStore(hallStore, (value) => value.ready);
  const narrow = useNarrow();
  if (!ready) return html`<${Loading} text=${t("staff-loading-hall")} rows=${5} />`;
  return html`<div class="hall-columns">
    <section class="hall-tasks" aria-labelledby="tasks-title"><${Tasks} />${!narrow && html`<${SoonOver} />`}</section>
    <section class="hall-rooms" aria-labelledby="rooms-title"><${Rooms} /></section>
    ${narrow && html`<${SoonOver} />`}
  </div>`;
}
