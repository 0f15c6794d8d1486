/**
 * Sounds of the tablet: a red flag is three short rising notes each 10 s until somebody claims it, an
 * apology one low note. Sound never says what the picture does not, and whether it is on can be seen.
 */
import { createStore } from "./store.js";

const MUTE_KEY = "houzhen-staff-muted";
const ALARM_EVERY = 10_000;

function storedMute() {
  try {
    return localStorage.getItem(MUTE_KEY) === "1";
  } catch {
    return false;
  }
}

/** blocked: the browser waits for a first touch before it plays anything. */
export const soundStore = createStore({ muted: storedMute(), blocked: true });

let context = null;
let repeat = null;

function ready() {
  context ??= new AudioContext();
  return context;
}

/** Called on any touch: browsers allow sound only after one. */
export async function unlockSound() {
  if (!soundStore.get().blocked) return;
  try {
    await ready().resume();
    soundStore.set({ blocked: ready().state !== "running" });
  } catch {
    soundStore.set({ blocked: true });
  }
}

export function setMuted(muted) {
  try {
    localStorage.setItem(MUTE_KEY, muted ? "1" : "0");
  } catch {
    // a browser without storage keeps the choice until it is reloaded
  }
  soundStore.set({ muted });
}

function note(frequency, startsIn, lasts, loudness) {
  const now = context.currentTime + startsIn;
  const voice = context.createOscillator();
  const gain = context.createGain();
  voice.type = "triangle";
  voice.frequency.value = frequency;
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(loudness, now + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.001, now + lasts);
  voice.connect(gain).connect(context.destination);
  voice.start(now);
  voice.stop(now + lasts + 0.02);
}

function play(notes) {
  const { muted, blocked } = soundStore.get();
  if (muted || blocked || !context) return;
  for (const [frequency, startsIn, lasts, loudness] of notes) note(frequency, startsIn, lasts, loudness);
}

function alarmSound() {
  play([
    [659.25, 0, 0.16, 0.5],
    [830.61, 0.18, 0.16, 0.5],
    [987.77, 0.36, 0.3, 0.5],
  ]);
  navigator.vibrate?.([160, 80, 160, 80, 320]);
}

/** Rings at once and then each 10 s while `open` is above nought. */
export function ringAlarms(open) {
  if (open && !repeat) {
    alarmSound();
    repeat = setInterval(alarmSound, ALARM_EVERY);
  } else if (!open && repeat) {
    clearInterval(repeat);
    repeat = null;
  }
}

export function ringApology() {
  play([[220, 0, 0.7, 0.4]]);
  navigator.vibrate?.(200);
}
