"""Arriving with an appointment: what was booked completes what was said, and the number carries it (R34, R35)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from server.appointments.models import Appointment
from server.appointments.service.persons import contact_of
from server.appointments.service.roster import session_now
from server.appointments.service.signing_in import check_in, find_to_check_in
from server.core.database import Work
from server.core.errors import Refusal, WrongState
from server.queueing.models import Ticket
from server.queueing.rules.assignment import APPOINTMENT, Assignment, assign_own
from server.queueing.service import find_ticket, open_arrangement
from server.queueing.service.assign import doctors_now
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


def doctor_of(work: Work, booked: Appointment, service_day: date, timezone: ZoneInfo) -> Assignment:
    """For whom a ticket waits: the booked doctor. One who should be there now and is not is asked for; where one is off
    today somebody else stands in, and staff arrange it (R35); who has left the house is a supervisor's (R40)."""
    doctors = doctors_now(work, booked.department, service_day)
    return assign_own(booked.doctor, doctors, session_now(work, booked.doctor, timezone), APPOINTMENT)


def take_over(work: Work, booked: Appointment, held: Ticket, given: Assignment) -> None:
    """Let a number that its holder has already wait for the booked doctor. Raises WrongState once it is called."""
    work.lock(f"queue:{held.department}")
    ticket = work.session.get_one(Ticket, held.id, with_for_update=True, populate_existing=True)
    if ticket.state not in ("waiting", "urgent"):
        raise WrongState(ticket.state, "check_in")
    ticket.doctor, ticket.bound = given.doctor, given.bound
    if given.case is not None:
        open_arrangement(work, ticket, given.case, booked.doctor)
    moved(work, ticket, ticket.state, "appointment")


def sign_in(work: Work, booked: Appointment, ticket: Ticket, patient: Patient) -> None:
    """Let a ticket, whose queue is held, stand for an appointment."""
    row = check_in(work, booked.id, ticket, patient.id)
    record_event(work, ticket, "appointment", arrival=row.arrival, doctor=row.doctor)
    work.session.flush()
