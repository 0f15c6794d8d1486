/** JSON over HTTP to /api/v1, with one kind of failure for "the server said no" and one for "not reached". */
import { currentLanguage } from "./language.js";

const BASE = "/api/v1";
const UNREACHED = new Set([502, 504]);

/** The server answered and refused: `code` is stable, `detail` is a sentence in the asked language. */
export class ApiProblem extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} body the problem+json document
   */
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? "unknown";
    this.detail = body.detail ?? "";
    /** @type {{field: string, code: string, detail: string}[]} */
    this.fields = body.fields ?? [];
    this.body = body;
  }
}

/** No answer: network down, server restarting, or slower than the time allowed. */
export class ApiOffline extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.name = "ApiOffline";
  }
}

/** @returns {string} a random UUID, also where the page was not served over HTTPS */
export function newRequestId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * @param {object} [options]
 * @param {string | null} [options.token] a device's bearer token
 * @param {boolean} [options.csrf] a staff session: state-changing calls carry the session's CSRF token
 * @param {() => void} [options.onRefused] called when the token or session no longer counts (401)
 */
export function createApi({ token = null, csrf = false, onRefused } = {}) {
  /** @type {string | null} */
  let csrfToken = null;

  async function send(method, path, body, { timeout = 8000, signal } = {}) {
    const headers = new Headers({ Accept: "application/json", "Accept-Language": currentLanguage() });
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (body !== undefined) headers.set("Content-Type", "application/json");
    if (csrf && method !== "GET" && csrfToken) headers.set("X-CSRF-Token", csrfToken);
    // By hand, because the browsers of older phones have neither AbortSignal.timeout nor AbortSignal.any.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeout);
    signal?.addEventListener("abort", () => stop.abort(), { once: true });
    let answer;
    let text;
    try {
      answer = await fetch(BASE + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "same-origin",
        cache: "no-store",
        signal: stop.signal,
      });
      text = await answer.text();
    } catch (problem) {
      throw new ApiOffline(stop.signal.aborted ? "timeout" : String(problem));
    } finally {
      clearTimeout(timer);
    }
    const parsed = parse(text);
    if (answer.ok) {
      if (csrf && parsed?.csrf) csrfToken = parsed.csrf;
      return parsed;
    }
    if (UNREACHED.has(answer.status) && !parsed?.code) throw new ApiOffline(`HTTP ${answer.status}`);
    if (answer.status === 401 && parsed?.code !== "wrong_pin") onRefused?.();
    throw new ApiProblem(answer.status, parsed ?? {});
  }

  async function change(method, path, body = {}, options = {}) {
    if (csrf && !csrfToken && path !== "/session") await send("GET", "/session", undefined, options);
    try {
      return await send(method, path, body, options);
    } catch (problem) {
      if (!csrf || !(problem instanceof ApiProblem) || problem.code !== "csrf") throw problem;
      csrfToken = null;
      await send("GET", "/session", undefined, options);
      return send(method, path, body, options);
    }
  }

  return {
    /** @param {string} path relative to /api/v1 */
    get: (path, options) => send("GET", path, undefined, options),
    /** @param {string} path @param {object} [body] */
    post: (path, body, options) => change("POST", path, body, options),
    /** @param {string} path @param {object} [body] */
    put: (path, body, options) => change("PUT", path, body, options),
    /** @param {string} path */
    remove: (path, options) => change("DELETE", path, {}, options),
  };
}

function parse(text) {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
