/**
 * What is being typed off the form. It outlives a refusal, a lost connection and a reload of this tab, is nobody else's,
 * and is gone when its owner signs out: names and complaints stay on this tablet no longer than the work takes.
 */
import { newRequestId } from "/static/house/js/api.js";
import { sessionStore } from "../state/session.js";
import { createStore } from "../state/store.js";

const KEY = "houzhen-staff-paper";

const EMPTY = {
  paper: "", arrived: "", day: "", state: "waiting", called: "", finished: "", room: "",
  name: "", sex: "", age: "", phone: "", complaint: "", urgency: "", consent: false,
};

const anew = () => ({ ...EMPTY, requestId: newRequestId() });

/** `line`: the line being typed; `outage`: the one it belongs to, null for the newest. */
export const draftStore = createStore({ owner: null, line: anew(), outage: null });

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draftStore.get()));
  } catch {
    // a locked-down browser keeps nothing over a reload; the page itself still holds it
  }
}

function wipe() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // see keep
  }
  draftStore.set({ owner: null, line: anew(), outage: null });
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Takes up what this person typed before a reload; what somebody else left is wiped unread. */
function takeUp(owner) {
  if (draftStore.get().owner === owner) return;
  const found = kept();
  if (found?.owner === owner) draftStore.set({ ...found, line: { ...anew(), ...found.line } });
  else {
    wipe();
    draftStore.set({ owner });
  }
}

sessionStore.subscribe(() => {
  const { state, staff } = sessionStore.get();
  if (state === "out") wipe();
  if (state === "in" && staff) takeUp(staff.number);
});

/** @param {Partial<typeof EMPTY>} patch */
export function write(patch) {
  draftStore.set({ line: { ...draftStore.get().line, ...patch } });
  keep();
}

/** The line is stored: the next one. */
export function nextLine() {
  draftStore.set({ line: anew() });
  keep();
}

/** A line that was taken back stands there again to be corrected, unless the next one has been begun. */
export function bringBack(line) {
  const now = draftStore.get().line;
  if (Object.keys(EMPTY).some((field) => now[field] !== EMPTY[field])) return;
  draftStore.set({ line: { ...line, requestId: newRequestId() } });
  keep();
}

export function chooseOutage(outage) {
  draftStore.set({ outage });
  keep();
}
