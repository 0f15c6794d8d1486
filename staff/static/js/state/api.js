/** The staff session's way to the server, and what its refusals mean in words. */
import { createApi, ApiOffline } from "/static/house/js/api.js";
import { t } from "/static/house/js/language.js";
import { onRefused } from "./hall.js";
import { followAndRemember, hallsFor, rememberedHall, sessionStore, signedOut } from "./session.js";
import { setApologyMinutes } from "./time.js";

export const api = createApi({ csrf: true });

/** @returns {string} what went wrong, for a person */
export function problemText(problem) {
  if (problem instanceof ApiOffline) return t("staff-no-answer");
  return problem?.detail || t("staff-no-answer");
}

/** A session that has ended goes back to the sign-in page, once. */
export function sessionLost(problem) {
  if (problem?.status !== 401) return false;
  signedOut(sessionStore.get().state === "in");
  return true;
}

/** Enters with what the server knows of this person. @param {{staff: object}} answer */
export async function signedIn(answer) {
  const clinic = await api.get("/clinic");
  setApologyMinutes(clinic.apology_minutes);
  sessionStore.set({ state: "in", staff: answer.staff, clinic, ended: false });
  const halls = hallsFor(answer.staff, clinic);
  const known = halls.find((hall) => hall.code === rememberedHall());
  if (known) enterHall(known.code);
  else if (halls.length === 1) enterHall(halls[0].code);
}

/** Enters a hall; the server is told, and the tablet goes on even if it could not be. */
export function enterHall(code) {
  followAndRemember(code);
  api.post("/session/hall", { hall: code }).catch(sessionLost);
}

// The socket was refused: is it the session? Then the sign-in page says so.
onRefused(() => api.get("/session").catch(sessionLost));

/** The clinic as it is now: open departments, doctors on duty. */
export async function refreshClinic() {
  try {
    const clinic = await api.get("/clinic");
    setApologyMinutes(clinic.apology_minutes);
    sessionStore.set({ clinic });
  } catch (problem) {
    sessionLost(problem); // anything else: what was known stays
  }
}

/** At the page's first load: is there a session already? */
export async function resumeSession() {
  try {
    await signedIn(await api.get("/session"));
  } catch (problem) {
    if (problem?.status === 401 || problem?.status === 403) sessionStore.set({ state: "out" });
    else sessionStore.set({ state: "unreachable" });
  }
}

export async function signOut() {
  try {
    await api.remove("/session");
  } catch {
    // the tablet forgets at once, whether or not the server could be told
  }
  signedOut();
}
