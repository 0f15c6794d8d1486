"""One arrival: patient and visit, triage, ticket, estimate, print job, alarm; all or nothing (R1–R3, R21, R22).

The answer is stored with it, so that a repeated request gets the first answer again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.clinic.models import Department
from server.clinic.service import clinic_settings, taking_numbers
from server.clinic.settings import ClinicSettings
from server.core.answers import keep_answer, kept_answer
from server.core.clock import instant, service_day
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal
from server.queueing.models import Ticket
from server.queueing.service import NewTicket, issue_ticket, position_of, rooms_now, ticket_token
from server.reception.service.directory import open_now
from server.reception.service.paper import queue_ticket
from server.registration.fields import PatientFields
from server.registration.models import Patient, Visit
from server.registration.rules.ages import age_on, may_bring_companion
from server.registration.service import check_patient, confirm_patient, last_visit, record_visit, register_patient
from server.triage.service import Assessment, assess, flag_document, raise_alarm, record_triage
from server.waiting.rules.estimate import Estimate
from server.waiting.service import department_load, estimate_at

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
    `appointment_not_found`, `patient_ref_expired`.
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
    if order.appointment_code:
        raise Refusal("appointment_not_found")
    patient = _patient(work, order, day)
    open_departments = open_now(work, timezone)
    assessment = _assess(order, patient, day, open_departments)
    department = _department(work, order, patient, assessment, open_departments)
    answer = _issue(work, order, day, patient, assessment, department)
    keep_answer(work, "ticket", order.request_id, answer)
    return answer, True


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
    work: Work, order: TicketOrder, patient: Patient, assessment: Assessment, open_departments: dict[str, int]
) -> Department:
    """The chosen department, the one of last time for the same problem (R16), else the suggested one; for a
    red flag whatever is nearest to help."""
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
    if code not in open_departments and not assessment.is_alarm:
        raise Refusal("department_closed", department=department.names.get(order.language, code))
    return department


def _issue(
    work: Work,
    order: TicketOrder,
    day: _Day,
    patient: Patient,
    assessment: Assessment,
    department: Department,
) -> dict[str, Any]:
    _check_doctor(work, order.doctor, department.code)
    visit = record_visit(
        work, patient, department.code, service_day=day.service_day, language=order.language,
        consent=order.consent, complaint=order.complaint, symptoms=list(order.symptoms),
        details=order.details, same_problem=order.same_problem,
        hint=assessment.suggestion.visit_class_hint, visit_class=order.visit_class,
    )  # fmt: skip
    age = age_on(patient.birth_date, day.today)
    ticket = issue_ticket(
        work,
        NewTicket(
            visit=visit.id, department=department.code, service_day=day.service_day,
            urgency=assessment.suggestion.urgency, visit_class=visit.visit_class, sex=patient.sex, age=age,
            companion=may_bring_companion(age), language=order.language,
            apology_after=timedelta(minutes=day.settings.apology_minutes), doctor=order.doctor,
            confirmed=work.actor.kind == "staff", special=patient.special is not None,
            queues=not assessment.is_alarm,
        ),
    )  # fmt: skip
    decided = work.actor.kind == "staff" or order.department is not None
    record_triage(
        work, assessment, "registration", ticket=ticket.id,
        final_department=department.code if decided else None,
        final_urgency=assessment.suggestion.urgency if decided else None,
    )  # fmt: skip
    return _answer(work, order, day, department, ticket, visit, assessment)


def _check_doctor(work: Work, number: str | None, department: str) -> None:
    if number is None:
        return
    on_duty = {state.doctor for _, state in rooms_now(work, department) if state.state == "open"}
    if number not in on_duty:
        raise Invalid([FieldProblem("doctor_preference", "doctor_not_on_duty")])


def _answer(
    work: Work,
    order: TicketOrder,
    day: _Day,
    department: Department,
    ticket: Ticket,
    visit: Visit,
    assessment: Assessment,
) -> dict[str, Any]:
    token = ticket_token(ticket.id)
    url = f"{order.base_url}/t/{token}"
    ahead = position_of(work, ticket)
    estimate = estimate_at(department_load(work, department.code), ahead)
    alarm = None
    job = None
    if assessment.is_alarm:
        device = work.actor.code if work.actor.kind == "kiosk" else None
        alarm = raise_alarm(
            work, hall=department.hall, red_flags=assessment.red_flags, urgency=ticket.urgency,
            source=work.actor.kind, device=device, ticket=ticket.id, number=ticket.number,
        )  # fmt: skip
    else:
        job = queue_ticket(work, day.timezone, department, ticket, ahead, estimate, url)
    return {
        "id": ticket.id,
        "number": ticket.number,
        "state": ticket.state,
        "department": department.code,
        "names": department.names,
        "hall": ticket.hall,
        "place": department.place,
        "way": department.way,
        "ahead": ahead,
        "returning_ahead": _returning_ahead(work, ticket),
        "estimate": estimate.as_dict() if estimate else None,
        "expected": _expected(work, estimate),
        "urgency": ticket.urgency,
        "visit_class": visit.visit_class,
        "companion": ticket.companion,
        "issued_at": instant(ticket.issued_at),
        "token": token,
        "url": url,
        "print": job,
        "education": {"offered": bool(estimate and estimate.likely > day.settings.education_minutes)},
        "alarm": {"id": alarm.id, "raised_at": instant(alarm.raised_at)} if alarm else None,
        "red_flags": [flag_document(code) for code in assessment.red_flags],
    }


def _expected(work: Work, estimate: Estimate | None) -> dict[str, str] | None:
    if estimate is None:
        return None
    return {
        "from": instant(work.now + timedelta(minutes=estimate.low)),
        "to": instant(work.now + timedelta(minutes=estimate.high)),
    }


def _returning_ahead(work: Work, ticket: Ticket) -> int:
    ahead = work.session.scalars(
        select(Ticket).where(
            Ticket.department == ticket.department, Ticket.state == "waiting", Ticket.returned.is_(True)
        )
    )
    return sum(1 for other in ahead if other.urgency <= ticket.urgency)
