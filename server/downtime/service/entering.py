"""Entering a paper ticket: patient, visit, triage and ticket as at an arrival, with the true times; all or nothing.

Who still waits joins the queue at the place that the arrival gives, and is watched over for the whole wait (R51). Who
was seen or has left is closed at once. No prediction is made for paper: there was nothing to predict from, and the
minutes on it are too coarse to learn from.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from server.accounts.service import record_audit
from server.appointments.service.roster import session_now
from server.clinic.service import clinic_settings
from server.core.answers import keep_answer, kept_answer
from server.core.clock import elapsed_seconds, instant
from server.core.database import Work
from server.core.errors import Invalid, Refusal
from server.downtime.models import PaperEntry
from server.downtime.service.checking import SEEN, WAITING, Checked, PaperLine, check_line
from server.queueing.models import Ticket
from server.queueing.rules.assignment import Assignment
from server.queueing.service import NewTicket, assign, issue_ticket, open_arrangement, room_state
from server.queueing.service.queue import record_event
from server.reception.service.arrival import doctor_of_before
from server.reception.service.directory import open_now
from server.registration.models import Patient, Visit
from server.registration.rules.ages import age_on, may_bring_companion
from server.registration.service import Normalised, check_patient, record_visit, register_patient
from server.registration.service.problems import Problems
from server.triage.service import LAST_ALARM_LEVEL, Assessment, assess, raise_alarm, record_triage
from server.waiting.service import estimate_ticket

#: The level where nothing was ticked and nothing urgent is said.
NOT_URGENT = 4


def enter_paper(work: Work, line: PaperLine, timezone: ZoneInfo) -> tuple[dict[str, Any], bool]:
    """The ticket that a line of paper became, and whether it is new (False: the same request was answered before).

    Raises Invalid naming every field, such as `paper` (`paper_unknown`, `paper_entered`) and `arrived`
    (`paper_future`, `paper_outside_outage`, `paper_before_pack`); NotFound for an unknown outage.
    """
    kept = kept_answer(work, "paper", line.request_id)
    if kept is not None:
        return kept, False
    today = work.now.astimezone(timezone).date()
    checked, normalised = _check(work, line, timezone, today)
    patient = register_patient(work, normalised)
    work.lock(f"queue:{checked.department.code}")
    assessment = _assess(work, line, patient, today, timezone)
    visit = _visit(work, line, checked, patient, assessment)
    ticket = _ticket(work, line, checked, visit, patient, assessment, timezone)
    entry = _keep(work, checked, ticket)
    answer = _answer(work, ticket, entry, timezone)
    keep_answer(work, "paper", line.request_id, answer)
    return answer, True


def _check(
    work: Work, line: PaperLine, timezone: ZoneInfo, today: date
) -> tuple[Checked, Normalised]:
    """The line and the patient, or every problem of both."""
    problems = Problems()
    checked = check_line(work, line, timezone, problems)
    if not line.consent:
        problems.add("consent", "paper_consent")
    normalised = None
    try:
        normalised = check_patient(line.patient, today)
    except Invalid as unfit:
        problems.extend(unfit.problems)
    problems.refuse()
    if checked is None or normalised is None:  # pragma: no cover  (refused above)
        raise Refusal("general")
    return checked, normalised


def _assess(work: Work, line: PaperLine, patient: Patient, today: date, timezone: ZoneInfo) -> Assessment:
    return assess(
        text=line.complaint, symptoms=(), age_years=(today - patient.birth_date).days / 365.25, sex=patient.sex,
        open_departments=open_now(work, timezone),
    )  # fmt: skip


def _visit(work: Work, line: PaperLine, checked: Checked, patient: Patient, assessment: Assessment) -> Visit:
    visit = record_visit(
        work, patient, checked.department.code, service_day=checked.service_day, language=line.language,
        consent=line.consent, complaint=line.complaint, hint=assessment.suggestion.visit_class_hint,
    )  # fmt: skip
    visit.arrived_at = checked.arrived
    return visit


def _ticket(
    work: Work,
    line: PaperLine,
    checked: Checked,
    visit: Visit,
    patient: Patient,
    assessment: Assessment,
    timezone: ZoneInfo,
) -> Ticket:
    waiting = line.state == WAITING
    urgency = _urgency(line, assessment)
    alarming = waiting and urgency <= LAST_ALARM_LEVEL
    code = checked.department.code
    original = doctor_of_before(work, patient, code) if visit.visit_class == "return" else None
    given = Assignment()
    if waiting and not alarming:
        session = session_now(work, original, timezone)
        given = assign(work, code, checked.service_day, original=original, session=session)
    age = age_on(patient.birth_date, checked.arrived.astimezone(timezone).date())
    ticket = issue_ticket(
        work,
        NewTicket(
            visit=visit.id, department=code, service_day=checked.service_day, urgency=urgency,
            visit_class=visit.visit_class, sex=patient.sex, age=age, companion=may_bring_companion(age),
            language=line.language, apology_after=clinic_settings(work).apology_after, doctor=given.doctor,
            bound=given.bound, confirmed=True, special=patient.special is not None, waiting_since=checked.arrived,
            queues=not alarming, paper=(checked.paper.prefix, checked.paper.sequence),
        ),
    )  # fmt: skip
    if given.case is not None:
        open_arrangement(work, ticket, given.case, original)
    if not waiting:
        _close(work, ticket, line, checked)
    record_triage(
        work, assessment, "paper", ticket=ticket.id, final_department=code, final_urgency=urgency
    )
    if alarming:
        raise_alarm(
            work, hall=ticket.hall, red_flags=assessment.red_flags, urgency=urgency, source=work.actor.kind,
            ticket=ticket.id, number=ticket.number,
        )  # fmt: skip
    record_event(work, ticket, "entered", **_history(line, checked))
    return ticket


def _urgency(line: PaperLine, assessment: Assessment) -> int:
    """What was ticked stands; only a red flag in the words of somebody who still waits goes before it."""
    ticked = line.urgency or min(NOT_URGENT, assessment.suggestion.urgency)
    return min(ticked, assessment.suggestion.urgency) if assessment.is_alarm and line.state == WAITING else ticked


def _close(work: Work, ticket: Ticket, line: PaperLine, checked: Checked) -> None:
    """Seen, or left without being seen; a time that nobody wrote stays unknown, and counts in no figure."""
    ticket.state = "finished" if line.state == SEEN else "cancelled"
    ticket.ended_at = checked.finished or checked.called or checked.outage.ended_at
    if line.state != SEEN:
        return
    ticket.called_at = ticket.in_room_at = checked.called
    ticket.left_at = checked.finished
    ticket.attempt = 1
    if checked.called is not None:
        ticket.waited_seconds = elapsed_seconds(checked.arrived, checked.called)
    if checked.room is not None:
        ticket.room = checked.room.code
        ticket.seen_by = room_state(work, checked.room.code).doctor


def _history(line: PaperLine, checked: Checked) -> dict[str, Any]:
    times = {"arrived": checked.arrived, "called": checked.called, "finished": checked.finished}
    return {"state": line.state} | {name: instant(at) for name, at in times.items() if at is not None}


def _keep(work: Work, checked: Checked, ticket: Ticket) -> PaperEntry:
    entry = checked.entry
    if entry is None:
        entry = PaperEntry(
            pack=checked.pack.id, department=checked.department.code, sequence=checked.paper.sequence, taken_back=0
        )
        work.session.add(entry)
    entry.outage, entry.ticket, entry.entered_as = checked.outage.id, ticket.id, ticket.state
    entry.entered_at, entry.entered_by = work.now, work.actor.stamp
    record_audit(
        work, "paper.entered", f"ticket:{ticket.id}", number=ticket.number, state=ticket.state, pack=checked.pack.id
    )
    work.session.flush()
    return entry


def _answer(work: Work, ticket: Ticket, entry: PaperEntry, timezone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "department": ticket.department,
        "state": ticket.state,
        "urgency": ticket.urgency,
        "arrived_at": instant(ticket.waiting_since),
        "waited_seconds": ticket.waited_seconds,
        "ahead": estimate_ticket(work, ticket, timezone)[0] if ticket.state == "waiting" else None,
        "entered_at": instant(entry.entered_at),
    }
