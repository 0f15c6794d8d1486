"""Danger, and changes for the worse: alarms, triage again, and what staff decide (R22–R24, R27)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.clinic.service import clinic_settings
from server.core.answers import keep_answer, kept_answer
from server.core.clock import instant, service_day
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, WrongState
from server.devices.service import ask_for_help
from server.queueing.models import Ticket
from server.queueing.rules.states import OPEN
from server.queueing.service import (
    find_ticket,
    find_tickets_by_number,
    hand_over,
    lower_urgency,
    raise_urgency,
    transfer,
)
from server.queueing.service.queue import hold_ticket, moved, record_event
from server.reception.service.directory import open_now
from server.reception.service.moving import move_patient
from server.registration.models import Patient, Visit
from server.triage.models import Alarm
from server.triage.service import (
    Assessment,
    assess,
    confirm_triage,
    end_alarm,
    end_alarms_of,
    flag_document,
    raise_alarm,
    record_triage,
)

#: What a red flag counts as when the kiosk names none that the knowledge knows.
UNNAMED_URGENCY = 1

URGENCIES = (1, 2, 3, 4)
#: States in which feeling worse changes the place in the queue; in a room a doctor is there already.
CAN_GET_WORSE = ("waiting", "called", "missed", "out", "urgent")


def alarm_from_kiosk(
    work: Work,
    request_id: str,
    text: str | None,
    symptoms: tuple[str, ...],
    timezone: ZoneInfo,
    number: str | None = None,
) -> dict[str, Any]:
    """Somebody at a kiosk is in danger, or feels worse: staff come at once, nobody is asked for a name.

    With the `number` of a ticket of today that ticket is triaged again (R24); a number that is not known, or has
    ended, is no reason to wait: the alarm is raised all the same.
    """
    kept = kept_answer(work, "alarm", request_id)
    if kept is not None:
        return kept
    ticket = _open_ticket(work, number, timezone) if number else None
    if ticket is not None:
        answer = _worse_at_kiosk(work, ticket, text, symptoms, timezone)
    else:
        answer = _nameless_alarm(work, text, symptoms, timezone)
    keep_answer(work, "alarm", request_id, answer)
    return answer


def _open_ticket(work: Work, number: str, timezone: ZoneInfo) -> Ticket | None:
    today = service_day(work.now, timezone, clinic_settings(work).day_starts_hour)
    tickets = find_tickets_by_number(work, today, number)
    return next((ticket for ticket in tickets if ticket.state in CAN_GET_WORSE), None)


def _worse_at_kiosk(
    work: Work, ticket: Ticket, text: str | None, symptoms: tuple[str, ...], timezone: ZoneInfo
) -> dict[str, Any]:
    worse = feel_worse(work, ticket, text, symptoms, timezone)
    raised_at = worse.alarm.raised_at if worse.alarm is not None else work.now
    return {
        "id": worse.alarm.id if worse.alarm is not None else None,
        "help": worse.help,
        "number": worse.ticket.number,
        "state": worse.ticket.state,
        "raised_at": instant(raised_at),
        "flags": [flag_document(code) for code in worse.assessment.red_flags],
    }


def _nameless_alarm(
    work: Work, text: str | None, symptoms: tuple[str, ...], timezone: ZoneInfo
) -> dict[str, Any]:
    assessment = assess(
        text=text, symptoms=symptoms, age_years=None, sex=None, open_departments=open_now(work, timezone)
    )
    urgency = assessment.suggestion.urgency if assessment.is_alarm else UNNAMED_URGENCY
    alarm = raise_alarm(
        work, hall=work.actor.halls[0], red_flags=assessment.red_flags, urgency=urgency,
        source=work.actor.kind, device=work.actor.code,
    )  # fmt: skip
    record_triage(work, assessment, "alarm")
    return {
        "id": alarm.id,
        "help": None,
        "number": None,
        "state": None,
        "raised_at": instant(alarm.raised_at),
        "flags": [flag_document(code) for code in alarm.red_flags],
    }


@dataclass(frozen=True)
class Worse:
    """What came of feeling worse: the ticket as it is now, what was found, and who was told of it."""

    ticket: Ticket
    assessment: Assessment
    alarm: Alarm | None
    help: dict[str, Any] | None


def feel_worse(
    work: Work, ticket: Ticket, text: str | None, symptoms: tuple[str, ...], timezone: ZoneInfo
) -> Worse:
    """Triage again with what is felt now; the history stays (R24). A red flag takes the ticket out of the
    queue; anything else tells a guide to look at the patient.

    Raises Refusal `wrong_state`.
    """
    held = hold_ticket(work, ticket.id)
    if held.state not in CAN_GET_WORSE:
        raise WrongState(held.state, "worse")
    assessment = _assess_again(work, held, text, symptoms, timezone)
    record_triage(work, assessment, "worse", ticket=held.id)
    if assessment.is_alarm:
        held = raise_urgency(work, held.id, assessment.suggestion.urgency, clinic_settings(work).apology_after)
        alarm = raise_alarm(
            work, hall=held.hall, red_flags=assessment.red_flags, urgency=held.urgency,
            source=work.actor.kind, device=work.actor.code if work.actor.kind == "kiosk" else None,
            ticket=held.id, number=held.number,
        )  # fmt: skip
        return Worse(held, assessment, alarm, None)
    before, held.urgency = held.urgency, min(held.urgency, assessment.suggestion.urgency)
    record_event(work, held, "worse", before=before, after=held.urgency)
    work.announce("ticket.worse", held.hall, held.department, parts=("tasks",))
    if work.actor.kind == "staff":
        return Worse(held, assessment, None, None)
    request = f"worse:{held.id}:{work.now.isoformat()}"
    called = ask_for_help(work, request, "worse", ticket=held.id, hall=held.hall, reason="worse")
    return Worse(held, assessment, None, called)


def settle_alarm(
    work: Work, identifier: str, outcome: str, department: str | None, note: str | None
) -> Alarm:
    """End an alarm: the patient is with a doctor, or can queue after all, or it was a mistake. Its ticket
    follows. Raises WrongState, Invalid, NotFound."""
    _hold_queues(work, identifier, department)
    alarm = end_alarm(work, identifier, outcome, note)
    record_audit(work, "alarm.ended", f"alarm:{identifier}", outcome=outcome)
    ticket = find_ticket(work, alarm.ticket) if alarm.ticket is not None else None
    if ticket is not None and ticket.state == "urgent":
        _follow_alarm(_as_of_hall(work, ticket.hall), ticket, outcome, department)
    return alarm


def _as_of_hall(work: Work, hall: str) -> Work:
    """The same work by somebody of that hall: to danger goes whoever is nearest, from whichever hall."""
    return replace(work, actor=replace(work.actor, halls=(*work.actor.halls, hall)))


def _follow_alarm(work: Work, ticket: Ticket, outcome: str, department: str | None) -> None:
    if outcome == "handed_over":
        hand_over(work, ticket.id)
        return
    lowered = lower_urgency(work, ticket.id, 3 if outcome == "queued" else 4)
    confirm_triage(work, lowered.id, department or lowered.department, lowered.urgency)
    lowered.confirmed = True
    if department is not None and department != lowered.department:
        transfer(work, lowered.id, department, "triage", clinic_settings(work).apology_after)


def _hold_queues(work: Work, alarm: str, department: str | None) -> None:
    """Lock the queues that an alarm's end may touch before the alarm itself: the same order as a patient who
    feels worse meanwhile, so that neither deadlocks the other."""
    of_ticket = work.session.scalar(
        select(Ticket.department).join(Alarm, Alarm.ticket == Ticket.id).where(Alarm.id == alarm)
    )
    work.lock(*(f"queue:{code}" for code in (of_ticket, department) if code is not None))


def confirm_department(
    work: Work, identifier: str, department: str, urgency: int, *, timezone: ZoneInfo, base_url: str
) -> Ticket:
    """Staff confirm or change what triage suggested (R21, R27); another department means a new number.

    Raises Invalid, WrongState.
    """
    if urgency not in URGENCIES:
        raise Invalid([FieldProblem("urgency", "not_a_choice")])
    ticket = hold_ticket(work, identifier, department)
    if ticket.state not in OPEN:
        raise WrongState(ticket.state, "triage")
    confirm_triage(work, ticket.id, department, urgency)
    record_event(work, ticket, "triage", department=department, urgency=urgency)
    record_audit(work, "triage.confirmed", f"ticket:{ticket.id}", department=department, urgency=urgency)
    ticket.confirmed = True
    if urgency <= 2 and ticket.state != "urgent":
        ticket = raise_urgency(work, ticket.id, urgency, clinic_settings(work).apology_after)
        raise_alarm(
            work, hall=ticket.hall, red_flags=[], urgency=urgency, source="staff", ticket=ticket.id,
            number=ticket.number,
        )  # fmt: skip
        return ticket
    if urgency > 2 and ticket.state == "urgent":
        lower_urgency(work, ticket.id, urgency)
        end_alarms_of(work, ticket.id, "queued")
    ticket.urgency = urgency
    if department != ticket.department:
        moved_to = move_patient(
            work, ticket.id, department, "triage", timezone=timezone, base_url=base_url, urgency=urgency
        )
        return moved_to[1]
    moved(work, ticket, ticket.state, "triage")
    return ticket


def _assess_again(
    work: Work, ticket: Ticket, text: str | None, symptoms: tuple[str, ...], timezone: ZoneInfo
) -> Assessment:
    visit = work.session.get_one(Visit, ticket.visit)
    patient = work.session.get_one(Patient, visit.patient)
    today = work.now.astimezone(timezone).date()
    return assess(
        text=text,
        symptoms=tuple(dict.fromkeys([*visit.symptoms, *symptoms])),
        age_years=(today - patient.birth_date).days / 365.25,
        sex=patient.sex,
        open_departments=open_now(work, timezone),
    )
