"""Arriving with an appointment: what was booked completes what was said, and the number carries it (R34, R35)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from server.appointments.models import Appointment
from server.appointments.service.conflicts import open_conflict, open_conflict_of
from server.appointments.service.persons import contact_of
from server.appointments.service.roster import has_session_on
from server.appointments.service.signing_in import check_in, find_to_check_in
from server.core.database import Work
from server.core.errors import Refusal
from server.queueing.models import Ticket
from server.queueing.service import find_ticket, rooms_now
from server.queueing.service.queue import moved, record_event
from server.registration.fields import PatientFields
from server.registration.models import Patient
from server.registration.rules.names import name_key

if TYPE_CHECKING:
    from server.reception.service.arrival import TicketOrder


def appointment_for(work: Work, order: TicketOrder, timezone: ZoneInfo) -> Appointment | None:
    """What the order's code stands for; None where it has none. Raises as `find_to_check_in`."""
    return find_to_check_in(work, order.appointment_code, timezone) if order.appointment_code else None


def ticket_of(work: Work, booked: Appointment | None) -> Ticket | None:
    """The number that was given for an appointment already: nobody queues twice."""
    return find_ticket(work, booked.ticket) if booked is not None and booked.ticket is not None else None


def complete(work: Work, order: TicketOrder, booked: Appointment) -> TicketOrder:
    """The order with the department and class that were booked, and with the name and phone that are known already."""
    patient = order.patient
    if order.ref is None:
        name, phone = contact_of(work, booked.patient, booked.name, booked.phone)
        given = patient or PatientFields()
        known = {"name": given.name or name, "phone": given.phone or (None if given.phone_declined else phone)}
        patient = given.model_copy(update=known)
    return replace(
        order, patient=patient, department=booked.department, doctor=None,
        visit_class=order.visit_class or booked.visit_class,
    )  # fmt: skip


def require_same_person(work: Work, booked: Appointment, patient: Patient) -> None:
    """Raise Refusal `appointment_other_person` where a kiosk is told another name than was booked; staff see whom they
    have before them."""
    name, _ = contact_of(work, booked.patient, booked.name, booked.phone)
    if work.actor.kind != "staff" and booked.patient != patient.id and name_key(name) != name_key(patient.name):
        raise Refusal("appointment_other_person")


def sign_in(work: Work, booked: Appointment, ticket: Ticket, patient: Patient, timezone: ZoneInfo) -> None:
    """Let a ticket stand for an appointment. It waits for the booked doctor; where the doctor is not there today it
    waits for anyone, and a supervisor is asked to arrange (R35)."""
    work.lock(f"queue:{ticket.department}")
    held = work.session.get_one(Ticket, ticket.id, with_for_update=True, populate_existing=True)
    row = check_in(work, booked.id, held, patient.id)
    today = work.now.astimezone(timezone).date()
    seated = {state.doctor for _, state in rooms_now(work, held.department) if state.state == "open"}
    if row.doctor in seated or has_session_on(work, row.doctor, today, timezone):
        held.doctor = row.doctor
    else:
        conflict = open_conflict_of(work, row) or open_conflict(work, row)
        conflict.arrived_at = work.now
    record_event(work, held, "appointment", arrival=row.arrival, doctor=row.doctor, bound=held.doctor == row.doctor)
    work.session.flush()
    moved(work, held, held.state, "appointment")
