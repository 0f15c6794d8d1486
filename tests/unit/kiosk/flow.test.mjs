// The kiosk's state machine and its checks, without a browser. Run by test_flow.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPersonal, progressOf } from "../../../kiosk/static/js/flow.js";
import { TODAY, field, start, walk } from "./walk.mjs";
import { candidates, restAfter } from "../../../kiosk/static/js/keyboard/pinyin.js";
import * as check from "../../../kiosk/static/js/validate.js";

const filled = () => walk(start(), { type: "start", path: "new" }, field("name", "周梦溪"), { type: "next" },
  field("sex", "female"), field("age", "34"), { type: "next" }, field("phone", "13812345678"), { type: "next" },
  { type: "symptom", code: "cough" }, { type: "next" });

const suggested = (state) => walk(state, {
  type: "answer", sequence: state.request.sequence, body: { urgency: 4, red_flags: [], departments: [{ code: "internal" }] },
});

test("R1: each of the four fields is asked for, and the field at fault is named", () => {
  const name = walk(start(), { type: "start", path: "new" }, { type: "next" });
  assert.equal(name.page, "name");
  assert.equal(name.errors.name.id, "kiosk-error-name-empty");
  const about = walk(name, field("name", "周"), { type: "next" }, { type: "next" });
  assert.deepEqual(Object.keys(about.errors).sort(), ["age", "sex"]);
  assert.deepEqual(check.checkPhone("138 1234 567"), { id: "kiosk-error-phone-length", args: { count: 10 } });
});

test("unfinished pinyin is never lost by going on", () => {
  const state = walk(start(), { type: "start", path: "new" }, field("name", "周"), field("composing", "meng"), { type: "next" });
  assert.equal(state.errors.name.id, "kiosk-error-composing");
});

test("R13: the phone may be declined, and a ticket is asked for all the same", () => {
  const state = walk(start(), { type: "start", path: "new" }, field("name", "周"), { type: "next" },
    field("sex", "male"), field("age", "70"), { type: "next" }, { type: "declinePhone" });
  assert.equal(state.page, "where");
  const sent = walk(suggested(walk(state, { type: "symptom", code: "cough" }, { type: "next" })),
    { type: "department", code: "internal" }, { type: "submit" });
  assert.equal(sent.request.body.patient.phone_declined, true);
  assert.equal("phone" in sent.request.body.patient, false);
});

test("a new patient walks four steps and the request carries consent (R9, R106)", () => {
  const state = suggested(filled());
  assert.deepEqual(progressOf(state), { step: 3, of: 4 });
  const readback = walk(state, { type: "department", code: "internal" });
  assert.equal(readback.page, "readback");
  const sent = walk(readback, { type: "submit" });
  assert.equal(sent.page, "sending");
  assert.equal(sent.request.path, "/tickets");
  assert.equal(sent.request.body.consent, true);
});

test("the same request_id goes with every try until an answer", () => {
  const sent = walk(suggested(filled()), { type: "department", code: "internal" }, { type: "submit" });
  const busy = walk(sent, { type: "refusal", sequence: sent.request.sequence, problem: { status: 503, code: "busy", fields: [] } });
  assert.equal(busy.slow, "stuck");
  const again = walk(busy, { type: "retry" });
  assert.equal(again.request.body.request_id, sent.request.body.request_id);
});

test("an answer to a question that was left is ignored", () => {
  const sent = walk(suggested(filled()), { type: "department", code: "internal" }, { type: "submit" });
  const left = walk(sent, { type: "wipe" });
  assert.equal(walk(left, { type: "answer", sequence: sent.request.sequence, body: { number: "A001" } }), left);
});

test("R37, R52: a long wait is told before a number is drawn", () => {
  const state = walk(suggested(filled()), { type: "department", code: "paediatrics" });
  assert.equal(state.page, "offer");
  assert.equal(walk(state, { type: "acceptOffer" }).page, "readback");
});

test("R22: a danger word turns the page red at once and staff are told", () => {
  const state = walk(start(), { type: "start", path: "new" }, { type: "symptom", code: "chest-pain", redFlag: true });
  assert.equal(state.page, "redFlag");
  assert.equal(state.alarm.send.path, "/alarms");
  assert.deepEqual(state.alarm.send.body.symptoms, ["chest-pain"]);
  assert.equal(state.alarm.state, "sending");
});

test("R22: danger found by the suggestion or by the ticket is no queue either", () => {
  const asked = filled();
  const red = walk(asked, { type: "answer", sequence: asked.request.sequence, body: { urgency: 2, red_flags: [], departments: [] } });
  assert.equal(red.page, "redFlag");
  const sent = walk(suggested(filled()), { type: "department", code: "internal" }, { type: "submit" });
  const urgent = walk(sent, { type: "answer", sequence: sent.request.sequence, body: { state: "urgent", alarm: { id: "a1", raised_at: "2026-11-23T00:30:00Z" } } });
  assert.equal(urgent.page, "redFlag");
  assert.equal(urgent.alarm.send, null);
  assert.equal(urgent.alarm.id, "a1");
});

test("a wipe leaves nothing of the person, and keeps the house", () => {
  const state = walk(suggested(filled()), { type: "department", code: "internal" }, { type: "submit" }, { type: "wipe" });
  const { sequence: _, ...rest } = state;
  const { sequence: __, ...fresh } = start();
  assert.deepEqual(rest, fresh);
});

test("R5, R8: who was found changes only what they edit", () => {
  const asked = walk(start(), { type: "start", path: "known" }, field("findPhone", "13812345678"), { type: "next" });
  const person = { ref: "signed", name_masked: "周*溪", sex: "female", age: 34 };
  const known = walk(asked, { type: "answer", sequence: asked.request.sequence, body: { candidates: [person], needs: null } });
  const found = walk(known, { type: "answer", sequence: known.request.sequence, body: { tickets: [] } });
  assert.equal(found.page, "readback");
  const edited = walk(found, { type: "edit", page: "phone" }, field("phone", "13900000000"), { type: "next" });
  assert.equal(edited.page, "readback");
  const sent = walk(edited, { type: "confirmKnown", choice: "same" });
  assert.deepEqual(sent.request.body.patient, { ref: "signed", changes: { phone: "13900000000" } });
  assert.equal(sent.request.body.complaint.same_problem, true);
});

test("stepping back from an edit brings the former value back", () => {
  const readback = walk(suggested(filled()), { type: "department", code: "internal" });
  const left = walk(readback, { type: "edit", page: "name" }, field("name", "别人"), { type: "back" });
  assert.equal(left.page, "readback");
  assert.equal(left.form.name, "周梦溪");
});

test("a field that the server refuses is shown where it is mended", () => {
  const sent = walk(suggested(filled()), { type: "department", code: "internal" }, { type: "submit" });
  const problem = { status: 422, code: "invalid", fields: [{ field: "patient.phone", code: "x", detail: "请再看一下" }] };
  const state = walk(sent, { type: "refusal", sequence: sent.request.sequence, problem });
  assert.equal(state.page, "phone");
  assert.equal(state.errors.phone.text, "请再看一下");
  assert.equal(walk(state, { type: "next" }).page, "readback");
});

test("an identity card fills sex and birth date, on the first page it looks the person up", () => {
  const number = "11010519491231002X";
  assert.ok(check.checksumFits(number));
  assert.ok(!check.checksumFits("110105194912310021"));
  const state = walk(start(), { type: "start", path: "new" }, field("name", "周"), { type: "scanned", number, form: null });
  assert.deepEqual([state.form.sex, state.form.birth], ["female", "19491231"]);
  const home = walk(start(), { type: "scanned", number, form: null });
  assert.deepEqual(home.request.body, { id_number: number });
});

test("a name, a phone or an identity number stands only on pages that the idle sheet hides", () => {
  for (const page of ["name", "phone", "idNumber", "readback", "find", "choosePerson"]) assert.ok(isPersonal({ page }));
  assert.ok(!isPersonal({ page: "where" }));
});

test("dates that do not exist, lie ahead or too far back are named", () => {
  assert.equal(check.checkBirth("20230229", TODAY).id, "kiosk-error-birth-none");
  assert.equal(check.checkBirth("20261124", TODAY).id, "kiosk-error-birth-future");
  assert.equal(check.checkBirth("19000101", TODAY).id, "kiosk-error-birth-old");
  assert.equal(check.checkBirth("19510312", TODAY), null);
  assert.equal(check.yearsBetween("1951-11-24", TODAY), 74);
});

test("pinyin: whole syllables first, open ones offer what they may become", () => {
  const table = { zhou: "州 周", meng: "梦", xi: "西 溪", xian: "先" };
  assert.deepEqual(candidates("zhoumeng", table), { syllable: "zhou", characters: ["州", "周"] });
  assert.equal(restAfter("zhoumeng", "zhou"), "meng");
  assert.equal(restAfter("xi'an", "xi"), "an");
  assert.deepEqual(candidates("zho", table).characters, ["州", "周"]);
  assert.deepEqual(candidates("xi", table, (one) => (one === "溪" ? 1 : 0)).characters.slice(0, 2), ["溪", "西"]);
});
