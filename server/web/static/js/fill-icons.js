/** Draw the icons of a page that the server has written: every element with `data-icon` gets its line drawing. */
import { iconMarkup } from "./icons.js";

for (const place of document.querySelectorAll("[data-icon]")) {
  const element = /** @type {HTMLElement} */ (place);
  element.innerHTML = iconMarkup(element.dataset.icon ?? "", Number(element.dataset.size ?? 48));
}
