// A card reader that types: eighteen marks within a blink, wherever the focus is. People type slower than that.
import { checksumFits } from "./validate.js";

const BETWEEN_KEYS = 60;

/** Listens on the whole page; a right identity number becomes one `scanned` event, and whatever its first keys did
 * to a field is taken back by the form as it was before the burst. */
export function startScanner(store) {
  let typed = "";
  let lastKey = 0;
  let formBefore = null;
  // Nothing of a person stays here after the wipe either.
  store.listen(({ page }) => { if (page === "home") { typed = ""; formBefore = null; } });
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.timeStamp;
    if (at - lastKey > BETWEEN_KEYS) typed = "";
    lastKey = at;
    if (event.key.length === 1) {
      if (!typed) formBefore = store.get().form;
      typed = (typed + event.key.toUpperCase()).slice(-18);
    }
    if (typed.length === 18 && checksumFits(typed)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const number = typed;
      typed = "";
      store.send("scanned", { number, form: formBefore });
      formBefore = null;
      swallowEnter();
    }
  }, true);
}

/** Most readers end with Enter: it must not press whatever has the focus by then. */
function swallowEnter() {
  const stop = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", stop, { capture: true });
  setTimeout(() => window.removeEventListener("keydown", stop, { capture: true }), 200);
}
