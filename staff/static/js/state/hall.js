/**
 * The hall as it lives: documents kept current over the socket, and whether they can be trusted.
 */
import { connectLive } from "/static/house/js/live.js";
import { createStore } from "./store.js";

export const hallStore = createStore({
  code: null,
  documents: {},
  ready: false,
  connected: false,
  lastHeardAt: null,
});

let live = null;
let refused = () => {};

/** @param {() => void} listener the server does not know this session any more */
export function onRefused(listener) {
  refused = listener;
}

/** Follows another hall (or none). @param {string|null} code */
export function followHall(code) {
  live?.stop();
  live = null;
  hallStore.set({ code, documents: {}, ready: false, connected: false, lastHeardAt: null });
  if (!code) return;
  live = connectLive({
    namespace: "/staff",
    hall: code,
    auth: {},
    onState: (state) => hallStore.set({ documents: { ...state.documents }, ready: true }),
    onConnection: ({ connected, lastHeardAt }) => hallStore.set({ connected, lastHeardAt }),
    onRefused: () => refused(),
  });
}

/** True once the hall was seen and then lost: figures are old and actions rest. */
export const isOffline = (value) => value.ready && !value.connected;

const byOrder = (a, b) => (a.order ?? 0) - (b.order ?? 0);

/** All documents of a kind, e.g. "room", in the clinic's order. */
export function documentsOf(documents, kind) {
  const start = `${kind}/`;
  return Object.entries(documents)
    .filter(([key, doc]) => key.startsWith(start) && doc)
    .map(([, doc]) => doc)
    .sort(byOrder);
}

export const roomsOf = (documents) => documentsOf(documents, "room");
export const queuesOf = (documents) => documentsOf(documents, "queue");

/** Everyone waiting in the hall, with the department's document beside each. */
export function waitingOf(documents) {
  return documentsOf(documents, "staff/queue").flatMap((queue) =>
    (queue.waiting ?? []).map((entry) => ({ ...entry, department: queue.department })),
  );
}

const NO_TASKS = { alarms: [], apologies: [], helps: [], faults: [], unshown: [], arrangements: [] };

/** What needs a person now; every list is present. */
export function tasksOf(documents) {
  return { ...NO_TASKS, ...(documents["staff/tasks"] ?? {}) };
}

/** One where the hall is too full and nobody has seen to it yet (R47). */
export const crowdOpen = (documents) => {
  const alert = documents["staff/crowd"]?.alert;
  return alert && !alert.measure ? 1 : 0;
};

/** Tasks that nobody has taken yet: the figure on the rail. */
export function openCount(tasks) {
  const open = (task) => task.state !== "claimed";
  return (
    tasks.alarms.filter(open).length +
    tasks.apologies.filter(open).length +
    tasks.helps.filter(open).length +
    tasks.faults.length +
    tasks.unshown.length +
    tasks.arrangements.length
  );
}
