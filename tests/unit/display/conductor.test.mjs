/** One screen through its calls, notices and an evacuation, with a voice that speaks as long as the test lets it. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createConductor } from "../../../display/static/js/conductor.js";

const at = (second) => new Date(second * 1000).toISOString();
const call = (id, second) => ({
  call_id: id, number: id.toUpperCase(), department: id, room: "3", at: at(second), attempt: 1,
  speech: { "zh-CN": `请 ${id}` },
});
const settled = () => new Promise((done) => { setImmediate(done); });

/** A screen at a second, and what its voice was given; `end()` lets the present sentence come to its end. */
function screen() {
  const said = [];
  let ending = null;
  const breakOff = () => { ending?.({ spoken: false, over: false }); ending = null; };
  const voice = {
    use() {},
    prepare() {},
    stop: breakOff,
    announce(id, lines, how = {}) {
      breakOff();
      said.push({ id, lines: lines.length, ...how });
      return new Promise((done) => { ending = done; });
    },
  };
  let now = 100;
  let revision = 0;
  const shown = [];
  const conductor = createConductor({
    voice, languages: () => ["zh-CN"], emitShown: (report) => shown.push(report), now: () => now * 1000, onChange() {},
  });
  const model = { rooms: [], calls: [], notices: [], emergency: null, voice: { by: "server", volume: 80, say: "twice" } };
  return {
    said,
    shown,
    heard: () => said.map((one) => one.id),
    async show(changes) {
      Object.assign(model, changes);
      revision += 1;
      conductor.receive({ revision }, { ...model });
      await settled();
    },
    async tick(second) {
      now = second;
      conductor.tick();
      await settled();
    },
    async end() {
      ending?.({ spoken: true, over: true });
      ending = null;
      await settled();
    },
  };
}

test("a notice that a call breaks off is said again when the call is over (R61)", async () => {
  const hall = screen();
  await hall.show({ notices: [{ id: "n", say_at: at(101), texts: { "zh-CN": "停诊" } }] });
  await hall.tick(100);
  assert.deepEqual(hall.heard(), []);
  await hall.tick(102);
  assert.deepEqual(hall.heard(), ["n"]);
  await hall.show({ calls: [call("a", 103)] });
  assert.deepEqual(hall.heard(), ["n", "a"]);
  await hall.tick(104);
  await hall.end();
  await hall.tick(112);
  assert.deepEqual(hall.heard(), ["n", "a", "n"]);
  await hall.end();
  await hall.tick(120);
  assert.deepEqual(hall.heard(), ["n", "a", "n"]);
  assert.deepEqual(hall.shown.map((one) => [one.call_id, one.spoken]), [["a", true]]);
});

test("a notice that waited two minutes is said whole between two calls, and the next call's voice waits (R61)", async () => {
  const hall = screen();
  await hall.show({ notices: [{ id: "n", say_at: at(101), texts: { "zh-CN": "停诊" } }] });
  await hall.show({ calls: [call("b", 101), call("a", 101)] });
  await hall.tick(100);
  await hall.tick(222);
  assert.deepEqual(hall.heard(), ["a"]);
  await hall.end();
  await hall.tick(231);
  assert.deepEqual(hall.heard(), ["a", "n"]);
  await hall.tick(235);
  assert.deepEqual(hall.heard(), ["a", "n"]);
  await hall.end();
  assert.deepEqual(hall.heard(), ["a", "n", "b"]);
});

test("in a quiet hour notices wait, and a call is the chime alone or nothing (R62)", async () => {
  const hall = screen();
  await hall.show({
    notices: [{ id: "n", say_at: at(101), texts: { "zh-CN": "停诊" } }], voice: { by: "server", volume: 30, say: "chime" },
  });
  await hall.tick(102);
  await hall.show({ calls: [call("a", 103)] });
  assert.deepEqual(hall.said, [{ id: "a", lines: 0, chime: true }]);
  await hall.end();
  await hall.show({ voice: { by: "server", volume: 0, say: "nothing" } });
  await hall.show({ calls: [call("b", 112), call("a", 103)] });
  await hall.tick(112);
  assert.deepEqual(hall.said.at(-1), { id: "b", lines: 0, chime: false });
});

test("an evacuation breaks a call off, is said at full volume until it ends, and then calls are said (R61, R103)", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const hall = screen();
    await hall.show({});
    await hall.show({ calls: [call("a", 101)] });
    const emergency = { id: "e", texts: { "zh-CN": "请离开" } };
    await hall.show({ emergency });
    await hall.show({ emergency: { ...emergency } });
    for (let round = 0; round < 2; round += 1) {
      await hall.end();
      mock.timers.tick(4_000);
      await settled();
    }
    assert.deepEqual(hall.heard(), ["a", "e", "e", "e"]);
    assert.ok(hall.said.slice(1).every((one) => one.volume === 100 && one.lines === 1));
    await hall.show({ emergency: null, calls: [call("b", 150), call("a", 101)] });
    mock.timers.tick(60_000);
    await settled();
    assert.deepEqual(hall.heard(), ["a", "e", "e", "e", "b"]);
  } finally {
    mock.timers.reset();
  }
});

test("a call that is taken back falls silent, and the next one is said", async () => {
  const hall = screen();
  await hall.show({});
  await hall.show({ calls: [call("b", 102), call("a", 101)] });
  assert.deepEqual(hall.heard(), ["a"]);
  await hall.show({ calls: [call("b", 102)] });
  assert.deepEqual(hall.heard(), ["a", "b"]);
});
