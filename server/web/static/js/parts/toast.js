import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "../language.js";
import { Icon } from "./icon.js";

const UNDO_SECONDS = 10;
const SHOWN_SECONDS = 6;

/**
 * @typedef {object} Toast
 * @property {string} text what happened, in plain words
 * @property {string} [second]
 * @property {string} [icon]
 * @property {"done" | "failed" | "offline"} [kind] failed and offline stay until replaced or dismissed
 * @property {() => void} [onUndo] shows 撤销 with the seconds left
 * @property {number} [undoSeconds]
 * @property {() => void} [onRetry] shows 再试
 * @property {number} [seconds] how long it stays
 */

/** @type {{toast: Toast, key: number, until: number | null} | null} */
let shown = null;
let count = 0;
/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * Show a toast; the newest wins.
 * @param {Toast} toast
 * @returns {number} a key for `dismissToast`
 */
export function showToast(toast) {
  count += 1;
  const stays = toast.kind === "failed" || toast.kind === "offline";
  const seconds = toast.seconds ?? (toast.onUndo ? (toast.undoSeconds ?? UNDO_SECONDS) : SHOWN_SECONDS);
  shown = { toast, key: count, until: stays && !toast.seconds ? null : performance.now() + seconds * 1000 };
  listeners.forEach((listener) => listener());
  return count;
}

/** @param {number} [key] only this one, where it is still shown */
export function dismissToast(key) {
  if (!shown || (key && shown.key !== key)) return;
  shown = null;
  listeners.forEach((listener) => listener());
}

/** The place where toasts appear: put it once into a page. */
export function Toasts() {
  const [, draw] = useState(0);
  useEffect(() => {
    const again = () => draw((n) => n + 1);
    listeners.add(again);
    const timer = setInterval(() => {
      if (!shown?.until) return;
      if (performance.now() >= shown.until) dismissToast();
      else if (shown.toast.onUndo) again();
    }, 250);
    return () => {
      listeners.delete(again);
      clearInterval(timer);
    };
  }, []);
  // The live region stands before anything happens, or readers stay silent.
  return html`<div class="toast-place" role="status" aria-live="polite">${shown && html`<${One} key=${shown.key} ...${shown} />`}</div>`;
}

function One({ toast, until }) {
  const act = (action) => () => {
    dismissToast();
    action();
  };
  const left = until ? Math.max(0, Math.ceil((until - performance.now()) / 1000)) : 0;
  const kind = toast.kind ?? "done";
  const icon = toast.icon ?? { failed: "octagon-alert", offline: "wifi-off", done: "check-circle" }[kind];
  return html`<div class=${`toast toast-${kind}`} role=${kind === "failed" ? "alert" : undefined}>
    <${Icon} name=${icon} />
    <span class="toast-words">${toast.text}${toast.second && html`<span class="toast-second">${toast.second}</span>`}</span>
    ${
      toast.onUndo &&
      html`<button type="button" class="toast-action" onClick=${act(toast.onUndo)}>
        <${Icon} name="undo" />${t("common-undo")}<span class="number" aria-hidden="true">${left}</span>
      </button>`
    }
    ${
      toast.onRetry &&
      html`<button type="button" class="toast-action" onClick=${act(toast.onRetry)}>
        <${Icon} name="refresh" />${t("common-try-again")}
      </button>`
    }
  </div>`;
}
