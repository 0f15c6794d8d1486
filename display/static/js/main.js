/** Starts one screen: a hall's, or with a room in the address the screen at that room's door. */
import { html, render } from "/static/vendor/htm-preact.js";
import { createApi } from "/static/house/js/api.js";
import { serverNow } from "/static/house/js/clock.js";
import { deviceToken, forgetDevice } from "/static/house/js/device.js";
import { tIn } from "/static/house/js/language.js";
import { connectLive } from "/static/house/js/live.js";
import { announcement, createConductor } from "./conductor.js";
import { DoorScreen } from "./door.js";
import { HallScreen } from "./hall.js";
import { hallModel } from "./model.js";
import { NOTICE_MS } from "./notices.js";
import { PAGE_MS } from "./pages.js";
import { startShift } from "./shift.js";
import { LoadingPage, UnknownPage } from "./unknown.js";
import { createVoice } from "./voice.js";
import { keepAwake } from "./wake.js";
import { startWatchdog } from "./watchdog.js";
import { loadWords, words } from "./words.js";

const TICK_MS = 200;
const CLINIC_AGAIN_MS = 10 * 60_000;
const ASK_AGAIN_MS = 15_000;

const stage = document.getElementById("stage");
const hallCode = stage.dataset.hall;
const roomCode = stage.dataset.room || null;
/** A hall's screen speaks and a door's does not; `?sound=off` and `?sound=on` say otherwise for one screen. */
const wantsSound = (new URLSearchParams(location.search).get("sound") ?? (roomCode ? "off" : "on")) !== "off";

const screen = {
  w: words(undefined),
  model: null,
  clinic: null,
  unknown: false,
  offline: false,
  heardAt: null,
  sound: "off",
};

function turns(milliseconds) {
  return Math.floor(serverNow() / milliseconds);
}

function view() {
  const { w, model, clinic } = screen;
  if (screen.unknown) {
    const halls = (clinic?.halls ?? []).map((hall) => ({ href: `/display/${hall.code}`, text: w.name(hall.names) }));
    return html`<${UnknownPage} w=${w} id="display-unknown-hall" choices=${halls} />`;
  }
  if (!model) return html`<${LoadingPage} w=${w} />`;
  const shared = { ...screen, conductor };
  if (!roomCode) {
    return html`<${HallScreen} ...${shared} pageTurn=${turns(PAGE_MS)} noticeTurn=${turns(NOTICE_MS)} />`;
  }
  if (model.rooms.some((room) => room.code === roomCode)) return html`<${DoorScreen} ...${shared} room=${roomCode} />`;
  const rooms = model.rooms.map((room) => ({ href: `/display/${hallCode}/${room.code}`, text: w.name(room.names) }));
  return html`<${UnknownPage} w=${w} id="display-unknown-room" choices=${rooms} />`;
}

function draw() {
  // The root carries the state: the ground beyond the picture changes with it.
  const root = document.documentElement.dataset;
  root.connection = screen.offline && screen.model ? "offline" : "online";
  root.urgent = screen.model?.emergency ? "yes" : "no";
  render(view(), stage);
}

function said(detail) {
  document.dispatchEvent(new CustomEvent("houzhen:spoken", { detail }));
}

function setSound(state) {
  screen.sound = state;
  draw();
}

let live = null;
let conductor = null;

function connect(token) {
  const voice = wantsSound ? createVoice({ language: screen.w.main, onState: setSound, onSaid: said }) : null;
  conductor = createConductor({
    voice,
    linesFor: (call) => announcement(call, screen.w, tIn),
    emitShown: (payload) => live?.emit("shown", payload),
    now: serverNow,
    concerns: (call) => roomCode === null || call.room === roomCode,
    onChange: draw,
  });

  live = connectLive({
    namespace: "/display",
    hall: hallCode,
    auth: { token },
    onState(state) {
      screen.model = hallModel(state.documents);
      screen.w = words(screen.model.hall?.languages);
      screen.unknown = false;
      document.documentElement.lang = screen.w.main;
      conductor.receive(state, screen.model);
      draw();
    },
    onConnection({ connected, linked, lastHeardAt }) {
      screen.offline = !connected;
      screen.heardAt = lastHeardAt;
      if (!connected) conductor.lost();
      if (linked) conductor.reportAgain();
      draw();
    },
    onEvent(name) {
      if (name === "reload") watchdog.reloadSoon();
    },
    onRefused: (error) => refused(token, error),
  });

  setInterval(() => {
    conductor.tick();
    if (!screen.offline && live.lastHeardAt) screen.heardAt = live.lastHeardAt();
  }, TICK_MS);
}

/** The server does not let this screen in: revoked, or a hall that is not there. */
async function refused(token, error) {
  const code = error?.data?.code ?? "";
  if (code === "unknown_hall" || code === "not_found") {
    screen.unknown = true;
    draw();
    return;
  }
  try {
    await createApi({ token }).get("/devices/me");
  } catch (problem) {
    if (problem.status === 401) forgetDevice("display", hallCode);
  }
}

async function loadClinic(token) {
  try {
    screen.clinic = await createApi({ token }).get("/clinic");
    const halls = screen.clinic.halls ?? [];
    if (halls.length && !screen.model) screen.unknown = !halls.some((hall) => hall.code === hallCode);
    draw();
  } catch {
    setTimeout(() => loadClinic(token), ASK_AGAIN_MS);
  }
}

const watchdog = startWatchdog({
  connected: () => live === null || !screen.offline,
  idle: () => !conductor?.picture().call,
});

async function start() {
  await loadWords();
  draw();
  keepAwake();
  startShift(stage);
  const token = await deviceToken("display", hallCode);
  connect(token);
  loadClinic(token);
  setInterval(() => loadClinic(token), CLINIC_AGAIN_MS);
  // The clock, the ages, the pages and the notices move once a second.
  setInterval(draw, 1_000);
}

start();
