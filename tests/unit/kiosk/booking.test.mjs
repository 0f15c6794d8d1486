// Booking at the kiosk, without a browser. Run by test_flow.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPersonal, progressOf } from "../../../kiosk/static/js/flow.js";
import { answer, field, refuse, start, walk } from "./walk.mjs";

const offer = (date, time = "09:00") => ({ doctor: "1025", date, time, starts_at: `${date}T01:00:00.000Z`, minutes: 15 });
const OFFERS = [offer("2026-11-23"), offer("2026-11-24"), offer("2026-11-25")];
const BOOKED = { id: "a1", code: "K7M2QX4P", token: "secret", time: "09:00" };

const asked = () => walk(start(), { type: "start", path: "appointment" }, { type: "startBooking" }, { type: "department", code: "internal" });
const offered = () => answer(asked(), { offers: OFFERS });
const named = () => walk(offered(), { type: "chooseTime", offer: OFFERS[1] }, field("name", "周梦溪"), { type: "next" });
const checked = () => walk(named(), field("phone", "13812345678"), { type: "next" });

/** In the long wait of a department: a new patient, or one who was found. */
const waiting = () => {
  const suggested = answer(walk(start(), { type: "start", path: "new" }, field("name", "周梦溪"), { type: "next" },
    field("sex", "female"), field("age", "34"), { type: "next" }, field("phone", "13812345678"), { type: "next" },
    { type: "symptom", code: "cough" }, { type: "next" }), { urgency: 4, red_flags: [], departments: [{ code: "paediatrics" }] });
  return walk(suggested, { type: "department", code: "paediatrics" });
};

test("R65, R74: department, a time of two or three, name, phone, read-back", () => {
  const question = asked();
  assert.deepEqual([question.page, question.request.path], ["times", "/appointments/offers"]);
  assert.equal(question.request.body.department, "internal");
  assert.deepEqual(offered().booking.offers, OFFERS);
  assert.equal(named().page, "phone");
  const readback = checked();
  assert.equal(readback.page, "bookingCheck");
  assert.ok(isPersonal(readback));
  assert.equal(progressOf(readback), null);
  const sent = walk(readback, { type: "sendBooking" });
  assert.deepEqual(
    [sent.request.path, sent.request.body.patient, sent.request.body.starts_at, sent.request.body.consent],
    ["/appointments", { name: "周梦溪", phone: "13812345678" }, OFFERS[1].starts_at, true],
  );
  const done = answer(sent, BOOKED);
  assert.deepEqual([done.page, done.booked.code], ["booked", "K7M2QX4P"]);
  assert.equal(walk(done, { type: "wipe" }).booked, null);
});

test("later days and a part of the day are asked for, and the first times come back", () => {
  const later = walk(offered(), { type: "laterTimes" });
  assert.equal(later.request.body.earliest, "2026-11-26");
  const ended = answer(later, { offers: [] });
  assert.deepEqual([ended.booking.ended, ended.booking.offers], [true, OFFERS]);
  const morning = walk(ended, { type: "times", part: "morning" });
  assert.deepEqual([morning.request.body.part, morning.request.body.earliest, morning.booking.offers], ["morning", null, null]);
  assert.deepEqual(answer(morning, { offers: [] }).booking.offers, []);
});

test("R72: a time taken meanwhile gives new ones, and nothing typed is lost", () => {
  const sent = walk(checked(), { type: "sendBooking" });
  const others = [offer("2026-11-27")];
  const taken = refuse(sent, { status: 409, code: "slot_taken", offers: others });
  assert.deepEqual([taken.page, taken.booking.taken, taken.booking.offers, taken.form.name], ["times", true, others, "周梦溪"]);
  const again = walk(taken, { type: "chooseTime", offer: others[0] });
  assert.equal(again.page, "bookingCheck");
  const resent = walk(again, { type: "sendBooking" });
  assert.notEqual(resent.request.body.request_id, sent.request.body.request_id);
  assert.equal(resent.request.body.starts_at, others[0].starts_at);
});

test("a lost line books once: trying again sends the same request", () => {
  const sent = walk(checked(), { type: "sendBooking" });
  const stuck = refuse(sent, { status: 503, code: "busy" });
  assert.deepEqual(walk(stuck, { type: "retry" }).request.body, sent.request.body);
});

test("without a phone sex and age are asked, so that somebody can be told apart", () => {
  const declined = walk(named(), { type: "declinePhone" });
  assert.equal(declined.page, "about");
  const readback = walk(declined, field("sex", "female"), field("age", "34"), { type: "next" });
  assert.equal(readback.page, "bookingCheck");
  const { patient } = walk(readback, { type: "sendBooking" }).request.body;
  assert.deepEqual([patient.age, patient.phone_declined], [34, true]);
});

test("who was here before is found and types nothing more", () => {
  const search = walk(offered(), { type: "chooseTime", offer: OFFERS[0] }, { type: "findAgain", findBy: "phone" });
  assert.equal(search.page, "find");
  const found = answer(walk(search, field("findPhone", "13812345678"), { type: "next" }), { candidates: [{ ref: "signed", name_masked: "周*溪" }] });
  assert.equal(found.page, "bookingCheck");
  assert.deepEqual(walk(found, { type: "sendBooking" }).request.body.patient, { ref: "signed" });
  assert.equal(walk(found, { type: "bookForAnother" }).person, null);
});

test("R48: a long wait becomes another time, and what is known is not asked again", () => {
  const times = walk(waiting(), { type: "bookInstead" });
  assert.deepEqual([times.page, times.request.body.department], ["times", "paediatrics"]);
  const back = walk(times, { type: "back" });
  assert.deepEqual([back.page, back.path, back.booking], ["offer", "new", null]);
  const readback = walk(answer(times, { offers: OFFERS }), { type: "chooseTime", offer: OFFERS[2] });
  assert.equal(readback.page, "bookingCheck");
  const { patient } = walk(readback, { type: "sendBooking" }).request.body;
  assert.deepEqual([patient.name, patient.age, patient.phone], ["周梦溪", 34, "13812345678"]);
});

test("a change from the read-back comes back to it", () => {
  const edited = walk(checked(), { type: "edit", page: "phone" }, field("phone", "13900001111"), { type: "next" });
  assert.deepEqual([edited.page, edited.form.phone], ["bookingCheck", "13900001111"]);
  const kept = walk(checked(), { type: "edit", page: "name" }, field("name", ""), { type: "back" });
  assert.deepEqual([kept.page, kept.form.name], ["bookingCheck", "周梦溪"]);
});

test("a refusal stands at its field, or says why and leads to a person", () => {
  const sent = walk(checked(), { type: "sendBooking" });
  const field = refuse(sent, { status: 422, code: "invalid", fields: [{ field: "patient.phone", detail: "请再看一下" }] });
  assert.deepEqual([field.page, field.errors.phone.text], ["phone", "请再看一下"]);
  const barred = refuse(sent, { status: 409, code: "booking_barred", detail: "之前有几次没有来" });
  assert.deepEqual([barred.page, barred.stuckDetail], ["bookingStopped", "之前有几次没有来"]);
});

test("going back loses no time that was chosen", () => {
  const back = walk(named(), { type: "back" });
  assert.deepEqual([back.page, back.form.name, back.booking.offer], ["name", "周梦溪", OFFERS[1]]);
  assert.equal(walk(back, { type: "back" }).page, "times");
});
