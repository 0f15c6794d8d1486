/**
 * How a screen becomes a known device. Its token is kept by the browser; without one the screen shows a number that a
 * supervisor types into the tablet. A server started for trying out on one computer gives the token at once.
 */
import { ApiOffline, ApiProblem, createApi } from "./api.js";

const POLL_MS = 2000;
const AGAIN_MS = 3000;
const WAIT_MS = 15_000;

/**
 * @param {"kiosk" | "display"} kind
 * @param {string | null} hall
 * @returns {string} the key in localStorage
 */
function key(kind, hall) {
  return `houzhen-device:${kind}:${hall ?? ""}`;
}

/**
 * The token of this device; resolves once it is paired, and shows the pairing page until then.
 * @param {"kiosk" | "display"} kind
 * @param {string | null} [hall]
 * @returns {Promise<string>}
 */
export async function deviceToken(kind, hall = null) {
  const kept = localStorage.getItem(key(kind, hall));
  if (kept) return kept;
  const token = await pair(kind, hall);
  localStorage.setItem(key(kind, hall), token);
  return token;
}

/**
 * Forget this device's token (the server answered 401) and start the page again, which pairs anew.
 * @param {"kiosk" | "display"} kind
 * @param {string | null} [hall]
 */
export function forgetDevice(kind, hall = null) {
  localStorage.removeItem(key(kind, hall));
  location.reload();
}

async function pair(kind, hall) {
  const api = createApi();
  const body = hall ? { kind, hall } : { kind };
  /** @type {import("./pairing-page.js").PairingPage | null} */
  let page = null;
  let needsCode = false;
  try {
    for (;;) {
      try {
        if (needsCode && page) return await paired(api, body, page);
        return (await api.post("/devices/pairing/local", body)).token;
      } catch (problem) {
        page ??= await (await import("./pairing-page.js")).showPairingPage();
        if (!needsCode && problem instanceof ApiProblem && problem.status === 403) {
          needsCode = true;
          continue;
        }
        if (problem instanceof ApiOffline) page.show({ state: "offline" });
        await pause(problem instanceof ApiProblem && problem.status === 429 ? WAIT_MS : AGAIN_MS);
      }
    }
  } finally {
    page?.close();
  }
}

/** One code from asking to its approval; a code that has run out is an ApiProblem, and the next one is asked for. */
async function paired(api, body, page) {
  const { code, poll } = await api.post("/devices/pairing", body);
  for (;;) {
    try {
      const answer = await api.get(`/devices/pairing/${poll}`);
      if (answer.state === "paired") return answer.token;
      page.show({ state: "waiting", code });
    } catch (problem) {
      if (!(problem instanceof ApiOffline)) throw problem;
      page.show({ state: "offline" });
    }
    await pause(POLL_MS);
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
