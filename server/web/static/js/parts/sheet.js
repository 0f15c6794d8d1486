import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";

const FOCUSABLE = "button:not(:disabled), input, textarea, select, a[href], [tabindex='0']";

/**
 * A half sheet over a dimmed page. Keeps the focus inside, gives it back, closes with Escape.
 * @param {{label: string, onClose?: () => void, closeOnDim?: boolean, class?: string, children?: any}} props
 */
export function Sheet({ label, onClose, closeOnDim = true, class: extra = "", children }) {
  const sheet = useRef(/** @type {HTMLElement | null} */ (null));
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    sheet.current?.focus();
    const onKey = (event) => {
      if (event.key === "Escape") close.current?.();
      if (event.key !== "Tab" || !sheet.current) return;
      const inside = [...sheet.current.querySelectorAll(FOCUSABLE)];
      if (!inside.length) return;
      const first = inside[0];
      const last = inside[inside.length - 1];
      const at = document.activeElement;
      if (event.shiftKey && (at === first || at === sheet.current)) {
        event.preventDefault();
        last.focus();
      } else if (!event.shiftKey && at === last) {
        event.preventDefault();
        first.focus();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      before?.focus?.();
    };
  }, []);

  return html`<div class="sheet-dim" onClick=${() => closeOnDim && onClose?.()}></div>
    <div class=${`sheet ${extra}`} role="dialog" aria-modal="true" aria-label=${label} tabindex="-1" ref=${sheet}>
      ${children}
    </div>`;
}
