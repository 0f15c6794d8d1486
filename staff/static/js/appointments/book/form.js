/** What is typed when somebody books, and what the server is told of it. Pure: no request, no drawing. */

export const EMPTY = {
  channel: "phone", found: null, name: "", phone: "", sex: null, age: "", item: "", consent: false, override: "", visitClass: null,
};

/** Name and phone are enough; with sex or age a file is opened, and then a phone may be declined. */
export function patientOf({ found, name, phone, sex, age }) {
  if (found) return { ref: found.ref };
  const patient = { name: name.trim() };
  if (phone.trim()) patient.phone = phone.trim();
  if (!sex && !age.trim()) return patient;
  if (!phone.trim()) patient.phone_declined = true;
  return { ...patient, sex: sex ?? "unknown", age: age.trim() };
}

/** @param {typeof EMPTY} form @param {object} offer @param {string} requestId @param {string} language */
export function bookingBody(form, offer, requestId, language) {
  return {
    request_id: requestId, department: offer.department, doctor: offer.doctor, starts_at: offer.starts_at, units: offer.units,
    channel: form.channel, patient: patientOf(form), item: form.item.trim() || null, language, consent: form.consent,
    ...(form.visitClass ? { visit_class: form.visitClass } : {}),
    ...(form.override.trim() ? { override_reason: form.override.trim() } : {}),
  };
}

/** The names of the fields that are still empty and must not be. @param {typeof EMPTY} form @returns {string[]} */
export function lacking(form) {
  const empty = [];
  const asFile = Boolean(form.sex || form.age.trim());
  if (!form.found && !form.name.trim()) empty.push("name");
  if (!form.found && !asFile && !form.phone.trim()) empty.push("phone");
  if (!form.found && asFile && !form.age.trim()) empty.push("age");
  if (!form.consent) empty.push("consent");
  return empty;
}
