"""One arrival: patient and visit, triage, ticket, estimate, print job, alarm; all or nothing (R1–R3, R21, R22).

The answer is stored with it, so that a repeated request gets the first answer again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.appointments.models import Appointment
from server.appointments.service.roster import session_now
from server.clinic.models import Department
from server.clinic.service import clinic_settings, taking_numbers
from server.clinic.settings import ClinicSettings
from server.core.answers import keep_answer, kept_answer
from server.core.clock import service_day
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal
from server.queueing.models import Ticket
from server.queueing.rules.assignment import WISH, Assignment
from server.queueing.service import (
    NewTicket,
    assign,
    doctor_by_wish,
    issue_ticket,
    on_duty,
    open_arrangement,
)
from server.reception.service.answer import ticket_answer, ticket_url
from server.reception.service.booked import (
    appointment_for,
    complete,
    doctor_of,
    require_same_person,
    sign_in,
    take_over,
    ticket_of,
)
from server.reception.service.directory import open_now
from server.reception.service.paper import queue_ticket
from server.registration.fields import PatientFields
from server.registration.models import Patient, Visit
from server.registration.rules.ages import age_on, may_bring_companion
from server.registration.service import check_patient, confirm_patient, last_visit, record_visit, register_patient
from server.triage.service import Assessment, assess, open_alarm_of, raise_alarm, record_triage
from server.waiting.service import predict

#: Where an urgent patient is booked when nothing better is known.
EMERGENCY = "emergency"


@dataclass(frozen=True)
class TicketOrder:
    """What a kiosk or desk asks for. `patient` is who is new; `ref` with `changes` who was found."""

    request_id: str
    language: str
    base_url: str
    consent: bool
    patient: PatientFields | None = None
    ref: str | None = None
    changes: PatientFields | None = None
    complaint: str | None = None
    symptoms: tuple[str, ...] = ()
    region: str | None = None
    duration: str | None = None
    same_problem: bool | None = None
    visit_class: str | None = None
    department: str | None = None
    doctor: str | None = None
    doctor_sex: str | None = None
    doctor_title: str | None = None
    appointment_code: str | None = None
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Day:
    """The clinic's day and rules at the instant of the arrival."""

    timezone: ZoneInfo
    settings: ClinicSettings
    today: date
    service_day: date


def take_ticket(work: Work, order: TicketOrder, timezone: ZoneInfo) -> tuple[dict[str, Any], bool]:
    """The answer to an arrival, and whether it is new (False: the same request was answered before).

    Raises Invalid naming every field; Refusal `closed`, `department_closed`, `ask_a_person` (R28),
    `patient_ref_expired`; with an appointment's code `appointment_not_found`, `appointment_other_day`,
    `appointment_over`, `appointment_other_person` (R34).
    """
    kept = kept_answer(work, "ticket", order.request_id)
    if kept is not None:
        return kept, False
    settings = clinic_settings(work)
    day = _Day(
        timezone, settings, work.now.astimezone(timezone).date(),
        service_day(work.now, timezone, settings.day_starts_hour),
    )  # fmt: skip
    if work.actor.kind == "kiosk" and not taking_numbers(settings, work.now, timezone):
        raise Refusal("closed")
    booked = appointment_for(work, order, timezone)
    before = ticket_of(work, booked)
    answer, new = _arrive(work, order, day, booked) if before is None else (_again(work, order, day, before), False)
    keep_answer(work, "ticket", order.request_id, answer)
    return answer, new


def _arrive(
    work: Work, order: TicketOrder, day: _Day, booked: Appointment | None
) -> tuple[dict[str, Any], bool]:
    """A new number, or the one that the patient holds already."""
    if booked is not None:
        order = complete(work, order, booked)
    patient = _patient(work, order, day)
    if booked is not None:
        require_same_person(work, booked, patient)
    open_departments = open_now(work, day.timezone)
    assessment = _assess(order, patient, day, open_departments)
    department = _department(work, order, patient, assessment, open_departments, booked)
    held = None if assessment.is_alarm else _held_ticket(work, order, patient, day, department)
    if held is None:
        return _issue(work, order, day, patient, assessment, department, booked), True
    if booked is not None:
        take_over(work, booked, held, doctor_of(work, booked, day.service_day, day.timezone))
        sign_in(work, booked, held, patient)
    return _again(work, order, day, held), False


def _held_ticket(
    work: Work, order: TicketOrder, patient: Patient, day: _Day, department: Department
) -> Ticket | None:
    """The number that a returning patient holds today for this department, or their open red flag: nobody
    queues twice, and nobody in danger is sent to a queue. Only for who was found and has confirmed it."""
    if order.ref is None:
        return None
    held = work.session.scalars(
        select(Ticket)
        .join(Visit, Visit.id == Ticket.visit)
        .where(
            Visit.patient == patient.id,
            Ticket.service_day == day.service_day,
            Ticket.state.in_(("waiting", "called", "urgent")),
        )
        .order_by(Ticket.issued_at)
    ).all()
    urgent = [ticket for ticket in held if ticket.state == "urgent"]
    return next(iter([*urgent, *(ticket for ticket in held if ticket.department == department.code)]), None)


def _again(work: Work, order: TicketOrder, day: _Day, ticket: Ticket) -> dict[str, Any]:
    return ticket_answer(work, ticket, order.base_url, day.timezone, alarm=open_alarm_of(work, ticket.id))


def _patient(work: Work, order: TicketOrder, day: _Day) -> Patient:
    if order.ref is not None:
        return confirm_patient(work, order.ref, order.changes, day.today)
    return register_patient(work, check_patient(order.patient or PatientFields(), day.today))


def _assess(order: TicketOrder, patient: Patient, day: _Day, open_departments: dict[str, int]) -> Assessment:
    return assess(
        text=order.complaint,
        symptoms=order.symptoms,
        age_years=(day.today - patient.birth_date).days / 365.25,
        sex=patient.sex,
        open_departments=open_departments,
        region=order.region,
        duration=order.duration,
    )


def _department(
    work: Work,
    order: TicketOrder,
    patient: Patient,
    assessment: Assessment,
    open_departments: dict[str, int],
    booked: Appointment | None,
) -> Department:
    """The chosen department, the one of last time for the same problem (R16), else the suggested one; for a
    red flag whatever is nearest to help. Whoever has an appointment may come before the department opens."""
    code = order.department or assessment.first
    if order.department is None and order.same_problem:
        before = last_visit(work, patient.id)
        code = before.department if before is not None else code
    if code is None and assessment.is_alarm:
        suggested = [choice.code for choice in assessment.suggestion.departments]
        code = next((one for one in (*suggested, EMERGENCY, *open_departments)), None)
    if code is None:
        raise Refusal("ask_a_person")
    department = work.session.get(Department, code)
    if department is None or not department.active:
        raise Invalid([FieldProblem("department", "no_such_department")])
    if code not in open_departments and not assessment.is_alarm and booked is None:
        raise Refusal("department_closed", department=department.names.get(order.language, code))
    return department


def _issue(
    work: Work,
    order: TicketOrder,
    day: _Day,
    patient: Patient,
    assessment: Assessment,
    department: Department,
    booked: Appointment | None,
) -> dict[str, Any]:
    # Who sits where must not change between the choice of a doctor and the ticket that waits for that doctor.
    work.lock(f"queue:{department.code}")
    _check_doctor(work, order.doctor, department.code)
    wish = order.doctor or (None if assessment.is_alarm else _wished(work, order, day, department.code))
    visit = record_visit(
        work, patient, department.code, service_day=day.service_day, language=order.language,
        consent=order.consent, complaint=order.complaint or (booked.item if booked else None),
        symptoms=list(order.symptoms),
        details=order.details, same_problem=order.same_problem,
        hint=assessment.suggestion.visit_class_hint, visit_class=order.visit_class,
    )  # fmt: skip
    age = age_on(patient.birth_date, day.today)
    original: str | None
    if booked is not None:
        original = booked.doctor
        given = doctor_of(work, booked, day.service_day, day.timezone)
    elif assessment.is_alarm:
        original, given = None, Assignment(order.doctor, WISH if order.doctor else None)
    else:
        original = doctor_of_before(work, patient, department.code) if visit.visit_class == "return" else None
        session = session_now(work, original, day.timezone)
        given = assign(work, department.code, day.service_day, wish=wish, original=original, session=session)
    ticket = issue_ticket(
        work,
        NewTicket(
            visit=visit.id, department=department.code, service_day=day.service_day,
            urgency=assessment.suggestion.urgency, visit_class=visit.visit_class, sex=patient.sex, age=age,
            companion=may_bring_companion(age), language=order.language,
            apology_after=day.settings.apology_after, doctor=given.doctor, bound=given.bound,
            confirmed=work.actor.kind == "staff", special=patient.special is not None,
            queues=not assessment.is_alarm,
        ),
    )  # fmt: skip
    if given.case is not None and not assessment.is_alarm:
        open_arrangement(work, ticket, given.case, original)
    if booked is not None:
        sign_in(work, booked, ticket, patient)
    decided = work.actor.kind == "staff" or order.department is not None
    record_triage(
        work, assessment, "registration", ticket=ticket.id,
        final_department=department.code if decided else None,
        final_urgency=assessment.suggestion.urgency if decided else None,
    )  # fmt: skip
    if not assessment.is_alarm:
        predict(work, ticket, day.timezone)
        job = queue_ticket(work, day.timezone, ticket, ticket_url(order.base_url, ticket))
        return ticket_answer(work, ticket, order.base_url, day.timezone, job=job)
    alarm = raise_alarm(
        work, hall=_where_it_is(work, department), red_flags=assessment.red_flags, urgency=ticket.urgency,
        source=work.actor.kind, device=work.actor.code if work.actor.kind == "kiosk" else None,
        ticket=ticket.id, number=ticket.number,
    )  # fmt: skip
    return ticket_answer(work, ticket, order.base_url, day.timezone, alarm=alarm)


def _where_it_is(work: Work, department: Department) -> str:
    """The hall where the patient stands now: the desk's or kiosk's own, not where the department is."""
    return work.actor.halls[0] if work.actor.halls else department.hall


def doctor_of_before(work: Work, patient: Patient, department: str) -> str | None:
    """Who saw the patient last in a department (R31)."""
    return work.session.scalar(
        select(Ticket.seen_by)
        .join(Visit, Visit.id == Ticket.visit)
        .where(
            Visit.patient == patient.id, Ticket.department == department,
            Ticket.seen_by.is_not(None), Ticket.in_room_at.is_not(None),
        )
        .order_by(Ticket.in_room_at.desc())
        .limit(1)
    )


def _wished(work: Work, order: TicketOrder, day: _Day, department: str) -> str | None:
    """The doctor on duty who fits a wish for sex or title (R38). Raises Invalid where nobody does."""
    if order.doctor_sex is None and order.doctor_title is None:
        return None
    found = doctor_by_wish(work, department, day.service_day, order.doctor_sex, order.doctor_title)
    if found is None:
        raise Invalid([FieldProblem("doctor_preference", "no_such_doctor_on_duty")])
    return found


def _check_doctor(work: Work, number: str | None, department: str) -> None:
    if number is None:
        return
    if number not in on_duty(work, department):
        raise Invalid([FieldProblem("doctor_preference", "doctor_not_on_duty")])
