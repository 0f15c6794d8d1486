/** Starts one screen: a hall's, or with a room in the address the screen at that room's door. */
import { html, render } from "/static/vendor/htm-preact.js";
import { createApi } from "/static/house/js/api.js";
import { serverNow } from "/static/house/js/clock.js";
import { deviceToken, forgetDevice } from "/static/house/js/device.js";
import { connectLive } from "/static/house/js/live.js";
import { createConductor } from "./conductor.js";
import { DoorScreen } from "./door.js";
import { HallScreen } from "./hall.js";
import { hallModel } from "./model.js";
import { NOTICE_MS } from "./notices.js";
import { PAGE_MS } from "./pages.js";
import { startShift } from "./shift.js";
import { createSoundReport } from "./sound_report.js";
import { LoadingPage, UnknownPage } from "./unknown.js";
import { createVoice } from "./voice.js";
import { keepAwake } from "./wake.js";
import { startWatchdog } from "./watchdog.js";
import { loadWords, words } from "./words.js";

const TICK_MS = 200;
const UNAUTHORISED = 401;

const stage = document.getElementById("stage");
const hallCode = stage.dataset.hall;
const roomCode = stage.dataset.room || null;
/** A hall's screen speaks and a door's does not; `?sound=off` and `?sound=on` say otherwise for one screen. */
const asked = new URLSearchParams(location.search);
const wantsSound = (asked.get("sound") ?? (roomCode ? "off" : "on")) !== "off";

/** `?voice=browser`: this screen speaks by its own computer's voice, whatever the house has chosen. */
const ownVoice = asked.get("voice") === "browser";

const screen = {
  w: words(undefined),
  model: null,
  offline: false,
  /** When the server was last heard, in its milliseconds; null where that is not known. */
  heardAt: null,
  sound: "off",
};

let live = null;
let conductor = null;
const soundReport = createSoundReport((heard) => live.emit("sound", { heard }));

const turns = (milliseconds) => Math.floor(serverNow() / milliseconds);

function view() {
  const { w, model } = screen;
  if (!model) return html`<${LoadingPage} w=${w} />`;
  const shared = { ...screen, conductor };
  if (!roomCode) {
    return html`<${HallScreen} ...${shared} pageTurn=${turns(PAGE_MS)} noticeTurn=${turns(NOTICE_MS)} />`;
  }
  if (model.rooms.some((room) => room.code === roomCode)) return html`<${DoorScreen} ...${shared} room=${roomCode} />`;
  const choices = model.rooms.map((room) => ({
    href: `/display/${encodeURIComponent(hallCode)}/${encodeURIComponent(room.code)}`,
    text: w.name(room.names),
  }));
  return html`<${UnknownPage} w=${w} id="display-unknown-room" choices=${choices} />`;
}

function draw() {
  // The root carries the state: the ground beyond the picture changes with it.
  const root = document.documentElement;
  root.lang = screen.w.main;
  root.dataset.connection = screen.offline && screen.model ? "offline" : "online";
  root.dataset.urgent = screen.model?.emergency ? "yes" : "no";
  render(view(), stage);
}

function createSound(token) {
  return createVoice({
    language: () => screen.w.main,
    token,
    onState(state) {
      screen.sound = state;
      soundReport.state(state);
      draw();
    },
    onSaid: (detail) => document.dispatchEvent(new CustomEvent("houzhen:spoken", { detail })),
  });
}

/** The server does not let this screen in: where its token is no longer good, it is paired anew. */
async function refused(token) {
  try {
    await createApi({ token }).get("/devices/me");
  } catch (problem) {
    if (problem.status === UNAUTHORISED) forgetDevice("display", hallCode);
  }
}

function connect(token) {
  conductor = createConductor({
    voice: wantsSound ? createSound(token) : null,
    languages: () => screen.w.all,
    emitShown: (payload) => live.emit("shown", payload),
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
      if (ownVoice) screen.model.voice = { ...screen.model.voice, by: "browser" };
      screen.w = words(screen.model.hall?.languages);
      conductor.receive(state, screen.model);
      draw();
    },
    onConnection({ connected, linked, lastHeardAt }) {
      screen.offline = !connected;
      screen.heardAt = connected ? null : lastHeardAt;
      if (!connected) conductor.lost();
      conductor.link(linked);
      soundReport.link(linked);
      draw();
    },
    onEvent(name) {
      if (name === "reload") watchdog.reloadSoon();
    },
    onRefused: () => refused(token),
  });

  setInterval(() => {
    conductor.tick();
    if (!screen.offline) screen.heardAt = live.lastHeardAt?.() ?? null;
  }, TICK_MS);
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
  connect(await deviceToken("display", hallCode));
  // The clock, the ages, the pages and the notices move once a second.
  setInterval(draw, 1_000);
}

start();
