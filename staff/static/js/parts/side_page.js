/** One patient or one appointment: portrait a page of its own, landscape a sheet at the right. */
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { Icon } from "/static/house/js/parts.js";
import { Status } from "../header.js";
import { hallStore, isOffline } from "../state/hall.js";
import { useStore } from "../state/store.js";

/** @param {{id: string, title: string, back: string, onClose: () => void, children: any}} props */
export function SidePage({ id, title, back, onClose, children }) {
  const heading = useRef(null);
  const offline = useStore(hallStore, isOffline);
  useEffect(() => {
    heading.current.focus();
    const keys = (event) => {
      // A sheet over this page takes Escape first.
      if (event.key === "Escape" && !document.querySelector("[role=dialog] [role=dialog], .sheet")) onClose();
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, []);
  return html`<div class=${`patient ${offline ? "is-old" : ""}`} role="dialog" aria-labelledby=${`${id}-title`}>
    <div class="patient-top">
      <button type="button" class="button button-plain back" onClick=${onClose}>
        <${Icon} name="arrow-left" size=${26} />${back}</button>
      <h2 id=${`${id}-title`} class="visually-hidden" tabindex="-1" ref=${heading}>${title}</h2>
      <${Status} />
    </div>
    ${children}
  </div>`;
}
