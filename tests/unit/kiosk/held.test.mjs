// A number that somebody holds already: its slip once more instead of a second number (R59, R105).
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPersonal } from "../../../kiosk/static/js/flow.js";
import { printState } from "../../../kiosk/static/js/flow/print.js";
import { ticketIn } from "../../../kiosk/static/js/scanner.js";
import { field, start, walk } from "./walk.mjs";

const PERSON = { ref: "r", name_masked: "李*", sex: "male", age: 45 };
const HELD = [{ id: "t1", number: "A001", issued_at: "2026-11-23T00:30:00Z", printable: true }];
const answer = (state, body) => ({ type: "answer", sequence: state.request.sequence, body });
const refusal = (state, problem) => ({ type: "refusal", sequence: state.request.sequence, problem: { fields: [], ...problem } });

const found = () => {
  const asked = walk(start(), { type: "start", path: "known" }, field("findPhone", "13812345678"), { type: "next" });
  return walk(asked, answer(asked, { candidates: [PERSON] }));
};

test("whoever is found is asked about a number that they hold, and else read back", () => {
  const state = found();
  assert.equal(state.page, "find");
  assert.deepEqual([state.request.path, state.request.body], ["/tickets/held", { ref: "r" }]);
  assert.equal(walk(state, answer(state, { tickets: [] })).page, "readback");
  const held = walk(state, answer(state, { tickets: HELD }));
  assert.equal(held.page, "held");
  assert.equal(isPersonal(held), true);
  assert.equal(walk(held, { type: "otherNumber" }).page, "readback");
  assert.equal(walk(held, { type: "back" }).page, "find");
  assert.equal(walk(state, refusal(state, { status: 500, code: "fault" })).page, "readback");
});

test("an answer that comes after the person has gone on changes no page", () => {
  const state = found();
  const on = walk(state, { type: "back" });
  assert.equal(walk(on, answer(state, { tickets: HELD })).page, "home");
});

test("a copy is asked for with one request_id, and stands on the page of a number", () => {
  const state = found();
  const sent = walk(walk(state, answer(state, { tickets: HELD })), { type: "printHeld", id: "t1" });
  assert.equal(sent.page, "sending");
  assert.deepEqual([sent.request.path, sent.request.body.ref, sent.request.body.ticket], ["/tickets/held/print", "r", "t1"]);
  assert.equal(walk(sent, { type: "retry" }).request.body.request_id, sent.request.body.request_id);
  const printed = walk(sent, answer(sent, { number: "A001", print: { job: "j", state: "waiting" } }));
  assert.deepEqual([printed.page, printed.print.job, printed.held], ["ticket", "j", null]);
});

test("a refused copy says why on the page of the numbers", () => {
  const state = found();
  const held = walk(state, answer(state, { tickets: HELD }));
  const sent = walk(held, { type: "printHeld", id: "t1" });
  const refused = walk(sent, refusal(sent, { status: 409, code: "printed_often", detail: "请到导诊台" }));
  assert.deepEqual([refused.page, refused.errors.held.text], ["held", "请到导诊台"]);
});

test("a scanned slip leads to its number from the first page, and one that has ended is said to have", () => {
  const scanning = walk(start(), { type: "scannedTicket", token: "abcdefghijklmnop" });
  assert.deepEqual([scanning.page, scanning.request.body], ["scanning", { token: "abcdefghijklmnop" }]);
  assert.equal(walk(scanning, answer(scanning, { tickets: HELD })).page, "held");
  const over = walk(scanning, refusal(scanning, { status: 404, code: "not_found" }));
  assert.deepEqual([over.page, over.held.tickets], ["held", []]);
  assert.equal(walk(over, { type: "otherNumber" }).page, "home");
  const sending = { ...start(), page: "sending" };
  assert.equal(walk(sending, { type: "scannedTicket", token: "abcdefghijklmnop" }).page, "sending");
});

test("a scanner's line is a slip by its address", () => {
  assert.deepEqual(ticketIn("http://10.0.0.5:8000/t/abcdefghijklmnop"), { token: "abcdefghijklmnop" });
  assert.equal(ticketIn("http://10.0.0.5:8000/a/abcdefghijklmnop"), null);
});

test("a slip that was given up is one that cannot be printed", () => {
  assert.equal(printState({ state: "dropped" }), "trouble");
  assert.equal(printState({ state: "printed" }), "printed");
  assert.equal(printState(null), "waiting");
});
