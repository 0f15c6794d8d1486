/** Requests that take more than one step. */
import { api } from "../state/api.js";

/**
 * Another appointment for the person of one that was given up: by their file where they have one, else by name and
 * phone. What they agreed to then holds still.
 */
export async function bookAgain(appointment, offer, requestId) {
  return api.post("/appointments", {
    request_id: requestId, department: offer.department, doctor: offer.doctor, starts_at: offer.starts_at, units: offer.units,
    patient: await personOf(appointment), language: appointment.language, visit_class: appointment.visit_class,
    item: appointment.item, channel: appointment.channel === "phone" ? "phone" : "desk", consent: true,
  });
}

async function personOf({ id, code, on_file: onFile }) {
  if (!onFile) {
    const { name, phone } = await api.get(`/appointments/${id}/person`);
    return { name, phone };
  }
  const { appointments } = await api.post("/appointments/find", { code });
  return { ref: appointments[0]?.patient_ref };
}
