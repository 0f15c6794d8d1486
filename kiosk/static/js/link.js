// The line to the server: the house's figures, the socket of the kiosk, and whether anybody answers at all.
// A kiosk that has heard nothing for nine seconds says so (it never shows a number that is not stored).
import { io } from "/static/vendor/socket.io.js";
import { noteServerTime } from "/static/house/js/clock.js";

const OFFLINE_AFTER = 9000;
const BEAT_EVERY = 5000;
const FIGURES_EVERY = 15000;
const LOST_EVERY = 3000;

export function startLink(store, api, token, heard) {
  const socket = io("/kiosk", { auth: { token }, transports: ["websocket"], reconnectionDelayMax: 3000 });
  let lastFigures = 0;
  let asking = false;

  async function figures() {
    if (asking) return;
    asking = true;
    lastFigures = Date.now();
    try {
      const clinic = await api.get("/clinic");
      noteServerTime(clinic.now);
      if (clinic.timezone) document.documentElement.dataset.timezone = clinic.timezone;
      heard.ok();
      store.send("clinic", { body: clinic });
      if (!store.get().symptoms) store.send("symptoms", { body: await api.get("/triage/symptoms") });
    } catch {
      // Silence is judged by the time since anything was heard, below.
    } finally {
      asking = false;
    }
  }

  // Page names only: what somebody types never leaves with a heartbeat.
  function beat() {
    if (socket.connected) socket.timeout(3000).emit("heartbeat", { page: store.get().page, faults: [] }, (lost) => lost || heard.ok());
  }

  socket.on("connect", () => { heard.ok(); beat(); figures(); });
  socket.on("disconnect", figures);
  socket.on("printer", ({ job, ...news }) => store.send("print", { job, news }));
  socket.on("reload", () => { if (store.get().page === "home") window.location.reload(); else heard.reloadLater(); });
  socket.onAny(() => heard.ok());

  setInterval(beat, BEAT_EVERY);
  setInterval(() => {
    const silent = Date.now() - heard.last() > OFFLINE_AFTER;
    if (silent && store.get().online) store.send("offline");
    const due = store.get().online && socket.connected ? FIGURES_EVERY : LOST_EVERY;
    if (Date.now() - lastFigures > due) figures();
  }, 1000);
  return { ready: figures() };
}

/** When the server was last heard of, by whatever way. */
export function createHeard(store) {
  let last = Date.now();
  let reload = false;
  store.listen((state) => { if (reload && state.page === "home") window.location.reload(); });
  return {
    ok() { last = Date.now(); if (!store.get().online) store.send("online"); },
    last: () => last,
    reloadLater() { reload = true; },
  };
}
