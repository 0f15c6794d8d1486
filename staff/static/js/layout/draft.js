/**
 * The layout that is being worked on. It outlives a refusal, another page and a reload of this tab, and is gone when it is
 * saved, given up, or its owner signs out.
 */
import { sessionStore } from "../state/session.js";
import { createStore } from "../state/store.js";

const KEY = "houzhen-staff-layout";

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** `form` is null where nothing was changed. */
export const draftStore = createStore({ form: null, owner: null });

/** @param {object|null} form */
export function write(form) {
  const owner = sessionStore.get().staff?.number ?? null;
  draftStore.set({ form, owner });
  try {
    if (form === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ form, owner }));
  } catch {
    // a locked-down browser keeps nothing over a reload; the page itself still holds it
  }
}

function follow() {
  const { state, staff } = sessionStore.get();
  if (state === "out") write(null);
  if (state !== "in" || !staff || draftStore.get().owner === staff.number) return;
  const found = kept();
  if (found?.owner === staff.number) draftStore.set(found);
  else write(null);
}

sessionStore.subscribe(follow);
follow();
