/** A line of the form as the server is told it; and what a scanner typed. Pure. */

/** The code of a paper ticket, in whatever field the scanner typed it. */
const CODE = /HZ-?[0-9A-Z]{8}-?[A-Z]{1,2}[0-9]{4}/i;

/** @returns {{code: string, rest: string} | null} the code in a text, and what stood there beside it */
export function scannedIn(text) {
  const found = CODE.exec(text);
  return found && { code: found[0].toUpperCase(), rest: text.replace(found[0], "").trim() };
}

/** "HZ-7K3M9QX2-A9001" or "a9001" → "A", the department's letter; "" where there is none yet. */
export function letterOf(paper) {
  const text = paper.normalize("NFKC").toUpperCase().replace(/\s/g, "").replace(/^HZ-?[0-9A-Z]{8}-?(?=[A-Z])/, "");
  return /^([A-Z]{1,2})\d/.exec(text)?.[1] ?? "";
}

/** 1985-03-12 and 19850312 are birth dates, anything shorter is an age. */
export const isBirthDate = (text) => /\d{4}\D\d{1,2}\D\d{1,2}|\d{8}/.test(text);

/** @returns {object} the body of `POST /downtime/tickets`; what the state does not ask for is left out */
export function requestBody(line, outage, language) {
  const patient = { name: line.name.trim(), sex: line.sex || "unknown" };
  const age = line.age.normalize("NFKC").trim();
  if (isBirthDate(age)) patient.birth_date = age;
  else if (age) patient.age = age;
  if (line.phone.trim()) patient.phone = line.phone.trim();
  else patient.phone_declined = true;
  const seen = line.state === "seen";
  return {
    request_id: line.requestId,
    outage,
    paper: line.paper,
    arrived: line.arrived,
    day: line.day || null,
    patient,
    complaint: line.complaint.trim() || null,
    urgency: line.urgency ? Number(line.urgency) : null,
    state: line.state,
    called: (seen && line.called.trim()) || null,
    finished: (line.state !== "waiting" && line.finished.trim()) || null,
    room: (seen && line.room) || null,
    language,
    consent: line.consent,
  };
}

/** The field of the line that a field of the server's answer means. */
const SAME = { birth_date: "age", text: "complaint", id_number: "name" };

/** @returns {Record<string, string>} field → sentence, the first of each */
export function errorsOf(problem) {
  const found = {};
  for (const { field, detail } of problem?.fields ?? []) {
    const name = String(field).split(".").at(-1);
    found[SAME[name] ?? name] ??= detail;
  }
  return found;
}
