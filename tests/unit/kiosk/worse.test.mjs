// Feeling worse at the kiosk, with a number or without (R22, R24). Run by test_flow.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { initial, isPersonal, step } from "../../../kiosk/static/js/flow.js";
import { checkTicketNumber, partsOfNumber, wholeNumber } from "../../../kiosk/static/js/validate.js";

const clinic = { departments: [{ code: "surgery", prefix: "C" }, { code: "internal", prefix: "A" }] };
const symptoms = { regions: [], symptoms: [{ code: "chest-pain", red_flag: true }] };

function walk(state, ...events) {
  let count = 0;
  return events.reduce((now, event) => {
    count += 1;
    return step(now, { uuid: `request-${now.sequence}-${count}`, at: 1000 * count, today: "2026-11-23", ...event });
  }, state);
}

const number = (value) => ({ type: "field", name: "ticketNumber", value });
const words = (value) => ({ type: "field", name: "text", value });
const worse = () => walk(initial(), { type: "clinic", body: clinic }, { type: "symptoms", body: symptoms },
  { type: "language", language: "en" }, { type: "large" }, { type: "worse" });
const holder = () => walk(worse(), { type: "go", page: "worseNumber" });
const signs = () => walk(holder(), number("A024"), { type: "next" });
const told = () => walk(signs(), { type: "go", page: "worseWords" }, words("dizzy"), { type: "next" });
const taken = (state, slot, body) => walk(state, { type: "taskNews", slot, sequence: state[slot].send.sequence, body });

test("R22: a sign raises the alarm at once, and nothing is asked", () => {
  const state = walk(worse(), { type: "sign", code: "chest-pain" });
  assert.equal(state.page, "redFlag");
  assert.deepEqual(Object.keys(state.alarm.send.body).sort(), ["language", "request_id", "symptoms"]);
  assert.equal("number" in state.alarm.send.body, false);
});

test("R22: a number that was begun and left goes with no alarm", () => {
  const state = walk(holder(), number("A02"), { type: "back" }, { type: "sign", code: "chest-pain" });
  assert.equal("number" in state.alarm.send.body, false);
});

test("R24: who holds a number says it, and the alarm carries it", () => {
  const state = walk(signs(), { type: "sign", code: "chest-pain" });
  assert.equal(state.page, "redFlag");
  assert.equal(state.alarm.send.path, "/alarms");
  assert.equal(state.alarm.send.body.number, "A024");
  assert.deepEqual(state.alarm.send.body.symptoms, ["chest-pain"]);
  const known = taken(state, "alarm", { id: "a1", number: "A024", state: "urgent" });
  assert.deepEqual([known.page, known.alarm.id, known.alarm.state], ["redFlag", "a1", "open"]);
  assert.equal(walk(known, { type: "dismissAlarm" }).page, "home");
});

test("R24: own words call a guide first; the page turns red as soon as the server finds danger in them", () => {
  const asked = told();
  assert.deepEqual([asked.page, asked.help.state, asked.help.open], ["home", "sending", true]);
  assert.deepEqual([asked.help.send.path, asked.help.send.body.number, asked.help.send.body.text], ["/alarms", "A024", "dizzy"]);
  const red = taken(asked, "help", { id: "a1", number: "A024", state: "urgent" });
  assert.deepEqual([red.page, red.alarm.id, red.alarm.since, red.help], ["redFlag", "a1", asked.help.since, null]);
  const calm = taken(asked, "help", { id: null, help: { id: "h1" }, number: "A024", state: "waiting" });
  assert.deepEqual([calm.page, calm.help.id, calm.help.number, calm.alarm], ["home", "h1", "A024", null]);
  assert.deepEqual([calm.language, calm.large], ["en", true]);
});

test("R24: a sign in which the server finds no danger brings the guide whom it has sent", () => {
  const state = taken(walk(signs(), { type: "sign", text: "bleeding" }), "alarm", { id: null, help: { id: "h1" }, number: "A024" });
  assert.deepEqual([state.page, state.help.id, state.help.open, state.alarm], ["home", "h1", true, null]);
});

test("R24: nothing need be written; a guide comes all the same", () => {
  const state = walk(signs(), { type: "go", page: "worseWords" }, { type: "next" });
  assert.equal(state.help.send.body.number, "A024");
});

test("R22: in danger nobody fails over a number: refused with it, the call goes out without it", () => {
  const asked = walk(signs(), { type: "sign", code: "chest-pain" });
  const { sequence } = asked.alarm.send;
  const cut = walk(asked, { type: "taskFailed", slot: "alarm", sequence, status: 0 });
  assert.equal(cut.alarm.send.body.number, "A024");
  const refused = walk(asked, { type: "taskFailed", slot: "alarm", sequence, status: 422 });
  assert.equal("number" in refused.alarm.send.body, false);
  assert.deepEqual(refused.alarm.send.body.symptoms, ["chest-pain"]);
  assert.notEqual(refused.alarm.send.sequence, sequence);
  const again = walk(refused, { type: "taskFailed", slot: "alarm", sequence: refused.alarm.send.sequence, status: 422 });
  assert.equal(again.alarm.send.sequence, refused.alarm.send.sequence);
});

test("R22: who has forgotten the number calls a guide from the same page", () => {
  const state = walk(holder(), { type: "help" });
  assert.deepEqual([state.page, state.help.send.path, state.help.open], ["worseNumber", "/help", true]);
});

test("a number: letter and three or four digits; leading noughts may be left out", () => {
  const letters = ["A", "C"];
  assert.deepEqual(partsOfNumber("a 024"), { letter: "A", digits: "024" });
  assert.deepEqual(["A24", "A024", "A1023", "C0007"].map(wholeNumber), ["A024", "A024", "A1023", "C007"]);
  const wrong = (text) => checkTicketNumber(text, letters)?.id ?? null;
  assert.deepEqual(["A024", "C7", "A1023"].map(wrong), [null, null, null]);
  assert.deepEqual(["", "024", "Z024", "A", "A000", "A10234"].map(wrong), [
    "kiosk-error-number-empty", "kiosk-error-number-letter", "kiosk-error-number-unknown", "kiosk-error-number-digits",
    "kiosk-error-number-digits", "kiosk-error-number-digits",
  ]);
});

test("an impossible number is said beside its field, what was typed stays", () => {
  const state = walk(holder(), number("024"), { type: "next" });
  assert.deepEqual([state.page, state.errors.ticketNumber.id, state.form.ticketNumber], ["worseNumber", "kiosk-error-number-letter", "024"]);
  const back = walk(signs(), { type: "back" });
  assert.deepEqual([back.page, back.form.ticketNumber], ["worseNumber", "A024"]);
});

test("the sheet closed, the next person reads nobody's number, and may call a guide of their own", () => {
  const body = { id: null, help: { id: "h1" }, number: "A024" };
  assert.equal(walk(taken(told(), "help", body), { type: "closeHelp" }).help, null);
  const left = walk(told(), { type: "closeHelp" }, { type: "start", path: "new" });
  const heard = taken(left, "help", body);
  assert.deepEqual([heard.page, heard.help], ["name", null]);
  const red = taken(left, "help", { ...body, id: "a1" });
  assert.deepEqual([red.page, walk(red, { type: "dismissAlarm" }).page], ["redFlag", "name"]);
});

test("R64: a guide who has been here can be called again", () => {
  const called = walk(holder(), { type: "help" });
  const done = walk(taken(called, "help", { id: "h1" }), { type: "taskNews", slot: "help", state: "resolved" }, { type: "closeHelp" });
  assert.equal(walk(done, { type: "help" }).help.state, "sending");
});

test("nothing of it stays: words and number are forgotten once the server has them, and at a wipe", () => {
  const known = taken(told(), "help", { id: null, help: { id: "h1" }, number: "A024" });
  assert.equal(JSON.stringify(known).includes("dizzy"), false);
  const red = taken(walk(signs(), { type: "sign", text: "bleeding" }), "alarm", { id: "a1", number: "A024" });
  assert.equal(red.alarm.send, null);
  for (const state of [signs(), told(), known, red]) {
    assert.equal(JSON.stringify({ ...walk(state, { type: "wipe" }), clinic: null }).includes("A024"), false);
  }
  assert.ok(isPersonal({ page: "worseWords" }));
});
