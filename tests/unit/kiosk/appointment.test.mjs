// Signing in for an appointment at the kiosk, without a browser. Run by test_flow.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPersonal } from "../../../kiosk/static/js/flow.js";
import { appointmentIn, isMisread } from "../../../kiosk/static/js/scanner.js";
import * as check from "../../../kiosk/static/js/validate.js";
import { answer, clinic, field, refuse, start, walk } from "./walk.mjs";

const CODE = "K7M2QX4P";
const TOKEN = "m_7lkRCDuRlcO9Lu_QtxNfzo";
const appointment = (reason = null, more = {}) => ({
  id: "a1", code: CODE, time: "09:30", name_masked: "周*溪", phone_masked: "138****5678", patient_ref: "signed",
  check_in: { arrival: "on_time", possible: reason === null, reason }, ...more,
});
const searching = (findBy = "phone") => walk(start(), { type: "start", path: "appointment" }, { type: "findAgain", findBy });
const found = (...appointments) => answer(
  walk(searching("code"), field("code", CODE), { type: "next" }), { appointments },
);

test("R4: an appointment is looked for by phone or by code, and what is at fault is named", () => {
  const empty = walk(searching(), { type: "next" });
  assert.equal(empty.errors.findPhone.id, "kiosk-error-appointment-phone-empty");
  assert.equal(walk(searching(), field("findPhone", "1381234567"), { type: "next" }).errors.findPhone.args.count, 10);
  const short = walk(searching("code"), field("code", "K7M2"), { type: "next" });
  assert.deepEqual(short.errors.code, { id: "kiosk-error-code-length", args: { count: 4, length: 8 } });
  const asked = walk(searching(), field("findPhone", "13812345678"), { type: "next" });
  assert.deepEqual([asked.request.path, asked.request.body], ["/appointments/find", { phone: "13812345678" }]);
  assert.deepEqual(walk(short, field("code", CODE), { type: "next" }).request.body, { code: CODE });
});

test("a code is read whatever way it was typed, and holds no sign that people mistake", () => {
  assert.equal(check.codeOf("k7m2-qx4p"), CODE);
  assert.equal(check.codeOf("Ｋ７Ｍ２ ＱＸ４Ｐ"), CODE);
  assert.equal(check.codeOf("O0I1LUV"), "");
  assert.equal(check.spacedCode(CODE), "K7M2 QX4P");
});

test("a scanner's burst is an appointment's address or its code, and nothing else", () => {
  assert.deepEqual(appointmentIn(`http://10.0.0.5:8000/a/${TOKEN}`), { token: TOKEN });
  assert.deepEqual(appointmentIn("k7m2qx4p"), { code: CODE });
  assert.equal(appointmentIn("19510312"), null);
  assert.equal(appointmentIn("http://10.0.0.5/x/abcdefghijklmnopqrst"), null);
  assert.equal(appointmentIn("110101195103120017"), null);
});

test("a scanned address leads from any page to the read-back, and nothing of the person before stays", () => {
  const typing = walk(start(), { type: "start", path: "new" }, field("name", "王芳"));
  const scanned = walk(typing, { type: "scannedAppointment", token: TOKEN });
  assert.deepEqual([scanned.page, scanned.request.path, scanned.form.name], ["scanning", `/public/appointments/${TOKEN}`, ""]);
  const asked = answer(scanned, { code: CODE });
  assert.deepEqual(asked.request.body, { code: CODE });
  const shown = answer(asked, { appointments: [appointment()] });
  assert.equal(shown.page, "checkIn");
  assert.equal(walk(shown, { type: "back" }).page, "appointment");
});

test("a code alone is not taken from under the hands of somebody who writes", () => {
  const typing = walk(start(), { type: "start", path: "new" }, field("name", "WANG"));
  assert.equal(walk(typing, { type: "scannedAppointment", code: CODE }), typing);
  assert.equal(walk(start(), { type: "scannedAppointment", code: CODE }).page, "scanning");
});

test("R34: who is on file gets a number at once, with the appointment's code", () => {
  const readback = found(appointment());
  assert.ok(isPersonal(readback));
  const sent = walk(readback, { type: "checkIn" });
  assert.deepEqual([sent.page, sent.request.path], ["sending", "/tickets"]);
  assert.deepEqual(sent.request.body.patient, { ref: "signed" });
  assert.deepEqual([sent.request.body.appointment_code, sent.request.body.consent], [CODE, true]);
  assert.equal(answer(sent, { id: "t1", number: "K001", state: "waiting" }).page, "ticket");
});

test("who never was here is asked sex and age only", () => {
  const asked = walk(found(appointment(null, { patient_ref: null })), { type: "checkIn" });
  assert.equal(asked.page, "about");
  const sent = walk(asked, field("sex", "female"), field("age", "34"), { type: "next" });
  assert.deepEqual(sent.request.body.patient, { sex: "female", age: 34 });
  assert.equal(sent.request.body.appointment_code, CODE);
});

test("several appointments of one phone are told apart", () => {
  const several = found(appointment(), appointment(null, { id: "a2", time: "14:00" }));
  assert.equal(several.page, "chooseAppointment");
  assert.equal(walk(several, { type: "chooseAppointment", id: "a2" }).appointment.time, "14:00");
  assert.equal(walk(several, { type: "chooseAppointment", id: "unknown" }), several);
});

test("another day, over, cancelled or used: a page that says so", () => {
  for (const reason of ["other_day", "over", "cancelled", "checked_in"]) {
    assert.equal(found(appointment(reason)).page, "appointmentState");
  }
  assert.equal(found().page, "notFound");
});

test("what the server refuses at the end stands on the same pages", () => {
  const sent = walk(found(appointment()), { type: "checkIn" });
  const late = refuse(sent, { status: 409, code: "appointment_over" });
  assert.deepEqual([late.page, late.appointment.check_in.reason], ["appointmentState", "over"]);
  assert.equal(walk(late, { type: "back" }).page, "appointment");
  assert.equal(refuse(sent, { status: 409, code: "appointment_not_found" }).page, "notFound");
  assert.equal(refuse(sent, { status: 409, code: "patient_ref_expired" }).page, "appointment");
});

test("a fault keeps the request, and trying again sends it as it was", () => {
  const sent = walk(found(appointment()), { type: "checkIn" });
  const stuck = refuse(sent, { status: 503, code: "busy" });
  assert.equal(stuck.slow, "stuck");
  assert.deepEqual(walk(stuck, { type: "retry" }).request.body, sent.request.body);
});

test("who walks in all the same is not looked for again", () => {
  const other = found(appointment("other_day"));
  const walking = walk(other, { type: "walkIn" });
  assert.deepEqual([walking.page, walking.person.ref, walking.path], ["where", "signed", "known"]);
  assert.equal(walk(found(appointment("over", { patient_ref: null })), { type: "walkIn" }).page, "name");
  assert.deepEqual([walk(found(), { type: "walkIn" }).page], ["find"]);
});

test("too many searches lead to a person, and a wipe forgets the appointment", () => {
  const asked = walk(searching("code"), field("code", CODE), { type: "next" });
  assert.equal(refuse(asked, { status: 429, code: "too_many_searches" }).page, "notFound");
  const left = walk(found(appointment()), { type: "wipe" });
  assert.deepEqual([left.appointment, left.appointments, left.form.code, left.asked], [null, [], "", null]);
});

test("what a reader read and nobody understands is said, and leaves nothing behind", () => {
  for (const typed of ["110101195103120017", "http://10.0.0.5/x/abcdefghijklmnopqrst", "6901234567892"]) assert.ok(isMisread(typed, false), typed);
  for (const typed of [CODE, `http://10.0.0.5:8000/a/${TOKEN}`, "11010519491231002X", "1951031"]) assert.ok(!isMisread(typed, false), typed);
  assert.ok(!isMisread("Margaret Thatcher", true), "somebody types their name");
  assert.ok(isMisread("http://10.0.0.5/x/abcdefghijklmnopqrst", true));

  const typing = walk(start(), { type: "start", path: "new" }, field("name", "李雪http://10"));
  const told = walk(typing, { type: "misread", form: { ...typing.form, name: "李雪" } });
  assert.deepEqual([told.misread, told.page, told.form.name], [true, "name", "李雪"]);
  assert.ok(walk(told, { type: "clinic", body: clinic }).misread, "news of the house do not hide it");
  assert.ok(!walk(told, { type: "back" }).misread);
  assert.ok(!walk(told, { type: "wipe" }).misread);
});
