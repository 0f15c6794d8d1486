"""Alarms of red flags: raised at once, acknowledged, timed, ended with an outcome (R22, R23)."""

from __future__ import annotations

from sqlalchemy import select

from server.accounts.service import record_audit
from server.clinic.models import Hall
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound, WrongState
from server.core.ids import new_id
from server.triage.models import Alarm

OUTCOMES = ("handed_over", "queued", "false_alarm")


def raise_alarm(
    work: Work,
    *,
    hall: str,
    red_flags: list[str],
    urgency: int,
    source: str,
    device: str | None = None,
    ticket: str | None = None,
    number: str | None = None,
) -> Alarm:
    """Tell every tablet in the house, in the transaction that found the danger. A ticket that has an open
    alarm keeps that one, its flags added."""
    present = open_alarm_of(work, ticket)
    if present is not None:
        present.red_flags = list(dict.fromkeys([*present.red_flags, *red_flags]))
        present.urgency = min(present.urgency, urgency)
        _tell(work, "alarm.raised")
        return present
    alarm = Alarm(
        id=new_id(), ticket=ticket, number=number, hall=hall, device=device, source=source,
        red_flags=red_flags, urgency=urgency, raised_at=work.now, state="open",
    )  # fmt: skip
    work.session.add(alarm)
    work.session.flush()
    _tell(work, "alarm.raised")
    return alarm


def find_alarm(work: Work, identifier: str) -> Alarm:
    """The alarm of an id. Raises NotFound."""
    alarm = work.session.get(Alarm, identifier)
    if alarm is None:
        raise NotFound("alarm")
    return alarm


def claim_alarm(work: Work, identifier: str) -> Alarm:
    """Somebody is on the way. Claiming one's own again changes nothing. Raises WrongState."""
    alarm = _hold(work, identifier)
    if alarm.state == "claimed" and alarm.claimed_by == work.actor.stamp:
        return alarm
    if alarm.state != "open":
        raise WrongState(alarm.state, "claim")
    alarm.state = "claimed"
    alarm.claimed_by = work.actor.stamp
    alarm.claimed_at = work.now
    record_audit(work, "alarm.claimed", f"alarm:{alarm.id}")
    _tell(work, "alarm.claimed")
    return alarm


def end_alarm(work: Work, identifier: str, outcome: str, note: str | None = None) -> Alarm:
    """The patient was seen to: handed over to a doctor, able to queue, or a mistake. Raises WrongState,
    Invalid."""
    if outcome not in OUTCOMES:
        raise Invalid([FieldProblem("outcome", "not_a_choice")])
    alarm = _hold(work, identifier)
    if alarm.state not in ("open", "claimed"):
        raise WrongState(alarm.state, "resolve")
    alarm.state = "ended"
    alarm.claimed_by = alarm.claimed_by or work.actor.stamp
    alarm.claimed_at = alarm.claimed_at or work.now
    alarm.resolved_by, alarm.resolved_at = work.actor.stamp, work.now
    alarm.outcome, alarm.note = outcome, note
    _tell(work, "alarm.ended")
    return alarm


def has_open_alarm(work: Work, ticket: str) -> bool:
    """Whether somebody is to come to this ticket at once."""
    wanted = select(Alarm.id).where(Alarm.ticket == ticket, Alarm.state.in_(("open", "claimed"))).limit(1)
    return work.session.scalar(wanted) is not None


def end_alarms_of(work: Work, ticket: str, outcome: str) -> None:
    """End what is still open for a ticket whose urgency staff have decided otherwise."""
    alarm = open_alarm_of(work, ticket)
    if alarm is not None:
        end_alarm(work, alarm.id, outcome)


def _tell(work: Work, event: str) -> None:
    for hall in work.session.scalars(select(Hall.code).where(Hall.active.is_(True))):
        work.announce(event, hall, parts=("tasks",))


def open_alarm_of(work: Work, ticket: str | None) -> Alarm | None:
    """The alarm of a ticket that is not ended yet."""
    if ticket is None:
        return None
    return work.session.scalar(
        select(Alarm).where(Alarm.ticket == ticket, Alarm.state.in_(("open", "claimed"))).with_for_update()
    )


def _hold(work: Work, identifier: str) -> Alarm:
    alarm = work.session.get(Alarm, identifier, with_for_update=True, populate_existing=True)
    if alarm is None:
        raise NotFound("alarm")
    return alarm
