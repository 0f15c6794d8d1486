// Writing by hand in the kiosk's state: strokes and what was read in them belong together, and nothing outlives a visit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startReader } from "../../../kiosk/static/js/keyboard/reader.js";
import { extended, pointOf } from "../../../kiosk/static/js/keyboard/ink.js";
import { field, start, walk } from "./walk.mjs";

const ONE = [[[10, 10], [200, 10]]];
const TWO = [...ONE, [[100, 10], [100, 200]]];
const draw = (strokes) => ({ type: "draw", strokes, place: "family" });
const writing = () => walk(start(), { type: "handwriting", offered: true }, { type: "start", path: "new" }, field("keys", "hand"));

test("R1: what was read in earlier strokes is no answer to later ones", () => {
  const asked = walk(writing(), draw(ONE), draw(TWO));
  assert.equal(asked.reading.how, "asking");
  assert.deepEqual(walk(asked, { type: "read", strokes: ONE, characters: ["一"] }).reading.characters, []);
  assert.deepEqual(walk(asked, { type: "read", strokes: TWO, characters: ["丁"] }).reading.characters, ["丁"]);
  // The characters of a stroke less stay until the new ones come, so that nothing flickers.
  assert.deepEqual(walk(writing(), draw(ONE), { type: "read", strokes: ONE, characters: ["一"] }, draw(TWO)).reading.characters, ["一"]);
});

test("R64: a slow server or none takes no stroke away", () => {
  const slow = walk(writing(), draw(TWO), { type: "unread", strokes: TWO, how: "slow" });
  assert.equal(slow.reading.how, "slow");
  assert.equal(slow.form.strokes, TWO);
  const away = walk(slow, { type: "unread", strokes: TWO, how: "away" });
  assert.equal(away.form.strokes, TWO);
  assert.deepEqual(away.reading.characters, []);
  assert.deepEqual(walk(away, { type: "read", strokes: TWO, characters: ["丁"] }).reading, { of: TWO, place: "family", characters: ["丁"], how: "read" });
});

test("R1: strokes that are no character yet are never lost by going on", () => {
  const state = walk(writing(), field("name", "王"), draw(ONE), { type: "next" });
  assert.equal(state.page, "name");
  assert.equal(state.errors.name.id, "kiosk-error-strokes");
  assert.equal(state.form.strokes, ONE);
  assert.equal(walk(state, draw([]), { type: "next" }).page, "about");
});

test("R108: strokes, what was read, and the way of writing end with the visit", () => {
  const wiped = walk(writing(), draw(TWO), { type: "read", strokes: TWO, characters: ["丁"] }, { type: "wipe" });
  assert.deepEqual([wiped.form.strokes, wiped.form.keys, wiped.reading], [[], null, null]);
  assert.equal(wiped.handwriting, true);
});

test("R1: where the server turns out to read no handwriting, the pad goes and the rest stays", () => {
  const gone = walk(writing(), field("name", "王"), draw(TWO), { type: "handwriting", offered: false });
  assert.deepEqual([gone.handwriting, gone.form.strokes, gone.reading, gone.form.name], [false, [], null, "王"]);
});

test("R1: a point lies on the pad, and a finger that rests adds none", () => {
  const box = { left: 100, top: 50, width: 378, height: 223 };
  assert.deepEqual(pointOf({ clientX: 289, clientY: 161.5 }, box), [378, 223]);
  assert.deepEqual(pointOf({ clientX: -5000, clientY: 5000 }, box), [0, 446]);
  assert.equal(extended([[5, 5]], [6, 6]).length, 1);
  assert.equal(extended([[5, 5]], [15, 5]).length, 2);
  // An endless line is thinned, and keeps its end: a whole character stays a body that the server takes.
  let line = [[0, 0]];
  for (let step = 1; step < 5000; step += 1) line = extended(line, [(step * 7) % 756, (step * 5) % 446]);
  assert.ok(line.length <= 120);
  assert.deepEqual(line.at(-1), [(4999 * 7) % 756, (4999 * 5) % 446]);
  assert.ok(JSON.stringify({ strokes: Array(48).fill(Array(120).fill([756, 446])), place: "family" }).length < 64 * 1024);
});

/** A server that answers what it is told to, in turn; and what was sent to the state. */
function reader(...answers) {
  const sent = [];
  let listener;
  const asked = [];
  const api = { post: async (path, body) => { asked.push({ path, body }); const next = answers.shift(); if (next instanceof Error) throw next; return next; } };
  startReader({ send: (type, data) => sent.push({ type, ...data }), listen: (heard) => { listener = heard; } }, api);
  return { sent, asked, shows: (reading) => listener({ reading }) };
}
const soon = (ms = 0) => new Promise((resolve) => { setTimeout(resolve, ms); });
const problem = (fields) => Object.assign(new Error("problem"), { body: {}, ...fields });

test("R1: each stroke is asked for once, in the body and not in the address", async () => {
  const { sent, asked, shows } = reader({ candidates: ["一"] });
  const reading = { of: ONE, place: "family" };
  shows(reading);
  shows({ ...reading, characters: [] });
  await soon();
  assert.deepEqual(asked, [{ path: "/writing/candidates", body: { strokes: ONE, place: "family" } }]);
  assert.deepEqual(sent, [{ type: "read", strokes: ONE, characters: ["一"] }]);
});

test("R64: a server that is away is said to be, and asked again until it answers", async () => {
  const { sent, asked, shows } = reader(problem({ status: 502 }), { candidates: ["一"] });
  shows({ of: ONE, place: "given" });
  await soon(1700);
  assert.equal(asked.length, 2);
  assert.deepEqual(sent.map(({ type, how }) => how ?? type), ["away", "read"]);
});

test("R1: strokes that were taken away are asked for no more; a server without handwriting takes the pad away", async () => {
  const busy = reader(problem({ status: 429, body: { args: { seconds: 0.1 } } }), { candidates: ["一"] });
  busy.shows({ of: ONE, place: "given" });
  await soon(20);
  busy.shows(null);
  await soon(200);
  assert.equal(busy.asked.length, 1);
  assert.deepEqual(busy.sent, []);
  const none = reader(problem({ status: 503, code: "no_handwriting" }));
  none.shows({ of: ONE, place: "given" });
  await soon();
  assert.deepEqual(none.sent, [{ type: "handwriting", offered: false }]);
});
