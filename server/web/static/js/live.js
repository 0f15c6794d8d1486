/**
 * A hall's live state over Socket.IO. Sockets are a hint: a snapshot comes on every connect, changes are applied one
 * revision after the other, and a gap asks for a snapshot. Ten seconds without anything heard is "not connected".
 */
import { io } from "/static/vendor/socket.io.js";
import { noteServerTime, serverNow } from "./clock.js";
import { applyChange, fromSnapshot } from "./live-state.js";

export { applyChange, fromSnapshot, serverNow };

// Half a second of checking comes on top: a screen must have said so ten seconds after the last word.
const STALE_MS = 9_400;
const RESYNC_AGAIN_MS = 3_000;
const CHECK_MS = 500;
const RETRY_LEAST_MS = 500;
const RETRY_MOST_MS = 5_000;

/**
 * @param {object} options
 * @param {"/display" | "/staff" | "/kiosk"} options.namespace
 * @param {string | null} [options.hall] sent with the sign-in, and again after each reconnect
 * @param {{token?: string}} [options.auth]
 * @param {(state: import("./live-state.js").HallState & {serverNow: () => number}) => void} [options.onState]
 * @param {(name: string, payload: any) => void} [options.onEvent] every event but snapshot and pulse; `change` only
 *   when it was applied
 * @param {(c: {connected: boolean, linked: boolean, lastHeardAt: number | null}) => void} [options.onConnection]
 *   connected: heard from within 10 s; linked: the socket stands now; lastHeardAt: server milliseconds
 * @param {(error: {message: string, data?: any}) => void} [options.onRefused] the sign-in was refused
 */
export function connectLive({ namespace, hall = null, auth = {}, onState, onEvent, onConnection, onRefused }) {
  /** @type {import("./live-state.js").HallState | null} */
  let state = null;
  let wantedHall = hall;
  let firstSnapshot = true;
  /** When a snapshot was asked for that has not come; null where none is awaited. @type {number | null} */
  let askedAt = null;
  let heard = -Infinity;
  /** @type {number | null} */
  let lastHeardAt = null;
  let told = "";
  /** The highest revision heard of, applied or not: a change may come just before the snapshot that lacks it. */
  let newest = { hall: "", revision: 0 };
  let refusals = 0;
  let retry = 0;

  const socket = io(namespace, {
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: (send) => send({ ...auth, hall: wantedHall }),
    reconnectionDelay: RETRY_LEAST_MS,
    reconnectionDelayMax: RETRY_MOST_MS,
    randomizationFactor: 0.5,
    timeout: 5_000,
  });

  function listen() {
    heard = performance.now();
    lastHeardAt = serverNow();
    tell();
  }

  function tell() {
    // The kiosk's namespace has no pulse: there the link itself is the sign of life.
    const quiet = namespace === "/kiosk" ? false : performance.now() - heard > STALE_MS;
    const linked = socket.connected && !quiet;
    const connected = namespace === "/kiosk" ? linked : !quiet;
    const now = `${connected}${linked}`;
    if (now === told) return;
    told = now;
    onConnection?.({ connected, linked, lastHeardAt });
  }

  function publish() {
    if (state) onState?.({ ...state, serverNow });
  }

  function resync() {
    if (askedAt !== null && performance.now() - askedAt < RESYNC_AGAIN_MS) return;
    askedAt = performance.now();
    socket.emit("resync");
  }

  socket.on("connect", () => {
    refusals = 0;
    // The server sends a snapshot by itself; it may even arrive before this event.
    if (firstSnapshot) askedAt = performance.now();
    listen();
  });

  socket.on("snapshot", (snapshot) => {
    noteServerTime(snapshot.now);
    listen();
    const other = !state || snapshot.hall !== state.hall;
    // An older snapshot is only believed right after a connect: then the server itself went back (a restore).
    if (!firstSnapshot && !other && snapshot.revision < state.revision) return;
    firstSnapshot = false;
    askedAt = null;
    state = fromSnapshot(snapshot);
    publish();
    if (newest.hall === state.hall && newest.revision > state.revision) resync();
  });

  socket.on("change", (change) => {
    listen();
    newest = { hall: change.hall, revision: change.revision };
    if (!state || firstSnapshot) return;
    const result = applyChange(state, change);
    if (result.gap) resync();
    if (result.state === state) return;
    state = result.state;
    publish();
    onEvent?.("change", change);
  });

  socket.on("pulse", (pulse) => {
    noteServerTime(pulse.now);
    listen();
  });

  socket.onAny((name, payload) => {
    if (name === "snapshot" || name === "change" || name === "pulse") return;
    listen();
    onEvent?.(name, payload);
  });

  socket.on("disconnect", (reason) => {
    firstSnapshot = true;
    newest = { hall: "", revision: 0 }; // the server itself may come back with less (a restore)
    askedAt = null;
    tell();
    if (reason === "io server disconnect") again();
  });

  socket.on("connect_error", (error) => {
    tell();
    if (socket.active) return;
    // Refused by the server, not unreached: the client library leaves the next try to us.
    onRefused?.(/** @type {any} */ (error));
    again();
  });

  function again() {
    clearTimeout(retry);
    refusals += 1;
    const most = Math.min(RETRY_MOST_MS * 6, RETRY_LEAST_MS * 2 ** refusals);
    retry = setTimeout(() => socket.connect(), most * (0.5 + Math.random() / 2));
  }

  const watch = setInterval(() => {
    tell();
    if (!socket.connected || namespace === "/kiosk") return;
    const silence = performance.now() - heard;
    if (silence > STALE_MS) {
      // A half-open connection looks alive to the browser: end it and make a new one.
      heard = -Infinity;
      socket.disconnect().connect();
    } else if (askedAt !== null && performance.now() - askedAt > RESYNC_AGAIN_MS) {
      resync();
    }
  }, CHECK_MS);

  const wake = () => {
    if (document.visibilityState === "visible" && !socket.connected) socket.connect();
    tell();
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  tell();

  return {
    /** @param {string} name @param {any} [payload] not kept while the link is down: a late word helps nobody */
    emit(name, payload) {
      if (socket.connected) socket.emit(name, payload);
    },
    /** @param {string} code the staff tablet looks at another hall from now on */
    switchHall(code) {
      wantedHall = code;
      askedAt = performance.now();
      if (socket.connected) socket.emit("hall", { code });
    },
    resync,
    /** @returns {import("./live-state.js").HallState | null} */
    current: () => state,
    /** @returns {number | null} when the server was last heard, in its own milliseconds */
    lastHeardAt: () => lastHeardAt,
    stop() {
      clearInterval(watch);
      clearTimeout(retry);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      socket.removeAllListeners();
      socket.offAny();
      socket.disconnect();
    },
  };
}
