// Choosing a doctor at the kiosk, without a browser (R25, R37, R38). Run by test_flow.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, field, refuse, start, walk } from "./walk.mjs";

const doctors = [{ number: "1002", fits: { "zh-CN": "发热", en: "fever" } }, { number: "1001", fits: null }];
const suggested = () => answer(walk(start(), { type: "start", path: "new" }, field("name", "周梦溪"), { type: "next" },
  field("sex", "female"), field("age", "34"), { type: "next" }, field("phone", "13812345678"), { type: "next" },
  { type: "symptom", code: "cough" }, { type: "next" }),
{ urgency: 4, red_flags: [], departments: [{ code: "paediatrics", doctors }] });

test("R37: whoever chose a doctor is asked for that one, and not again whether the wait suits", () => {
  const page = walk(suggested(), { type: "doctors", code: "paediatrics" });
  assert.equal(page.page, "doctors");
  const chosen = walk(page, { type: "doctor", number: "1002" });
  assert.equal(chosen.page, "readback");
  const sent = walk(chosen, { type: "submit" });
  assert.equal(sent.request.body.doctor_preference, "1002");
  assert.equal(sent.request.body.department, "paediatrics");
});

test("any doctor asks for none, and so does another department afterwards", () => {
  const page = walk(suggested(), { type: "doctors", code: "paediatrics" });
  const any = walk(page, { type: "doctor", number: null }, { type: "submit" });
  assert.equal("doctor_preference" in any.request.body, false);
  const other = walk(page, { type: "doctor", number: "1002" }, { type: "back" }, { type: "back" },
    { type: "department", code: "internal" });
  assert.equal(other.doctor, null);
});

test("a doctor who has left meanwhile is told, and the others can be chosen", () => {
  const sent = walk(suggested(), { type: "doctors", code: "paediatrics" }, { type: "doctor", number: "1002" }, { type: "submit" });
  const back = refuse(sent, {
    status: 422, code: "invalid", fields: [{ field: "doctor_preference", code: "doctor_not_on_duty", detail: "gone" }],
  });
  assert.deepEqual([back.page, back.doctor, back.errors.doctor.text], ["doctors", null, "gone"]);
  const again = walk(back, { type: "doctor", number: "1001" });
  assert.equal(again.page, "readback");
  assert.equal(walk(again, { type: "submit" }).request.body.doctor_preference, "1001");
});

test("nothing of the choice outlives a wipe", () => {
  const page = walk(suggested(), { type: "doctors", code: "paediatrics" }, { type: "doctor", number: "1002" }, { type: "wipe" });
  assert.deepEqual([page.page, page.doctor], ["home", null]);
});
