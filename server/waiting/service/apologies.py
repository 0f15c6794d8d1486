"""Apology tasks: claimed, ended with an outcome, escalated; and what a ticket's own moves do to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound, WrongState
from server.devices.service import require_hall
from server.queueing.models import Ticket
from server.waiting.models import ApologyTask

OUTCOMES = ("explained", "water", "rebooked", "left", "moved_desk")
OPEN_STATES = ("open", "claimed", "escalated")

#: How a task ends when its ticket stops waiting before anyone came.
ENDED_BY_STEP = {
    "call": "called", "cancel": "left", "raise": "urgent", "expire": "day_closed",
}  # fmt: skip


def open_apologies(work: Work, hall: str) -> list[ApologyTask]:
    """The tasks of a hall that still want somebody, oldest first."""
    return list(
        work.session.scalars(
            select(ApologyTask)
            .where(ApologyTask.hall == hall, ApologyTask.state.in_(OPEN_STATES))
            .order_by(ApologyTask.due_at, ApologyTask.id)
        )
    )


def claim_apology(work: Work, identifier: str) -> ApologyTask:
    """Somebody goes to explain. Claiming one's own again changes nothing. Raises WrongState."""
    task = _hold(work, identifier)
    if task.state == "claimed" and task.claimed_by == work.actor.stamp:
        return task
    if task.state not in ("open", "escalated"):
        raise WrongState(task.state, "claim")
    task.state = "claimed"
    task.claimed_by = work.actor.stamp
    task.claimed_at = work.now
    record_audit(work, "apology.claimed", f"apology:{task.id}")
    work.announce("apology.claimed", task.hall, parts=("tasks",))
    return task


def resolve_apology(work: Work, identifier: str, outcome: str, note: str | None = None) -> ApologyTask:
    """The patient was spoken to; what came of it is recorded (R51). Raises WrongState, Invalid."""
    if outcome not in OUTCOMES:
        raise Invalid([FieldProblem("outcome", "not_a_choice")])
    task = _hold(work, identifier)
    if task.state == "done" and task.outcome == outcome:
        return task
    if task.state not in OPEN_STATES:
        raise WrongState(task.state, "resolve")
    task.state = "done"
    task.claimed_by = task.claimed_by or work.actor.stamp
    task.claimed_at = task.claimed_at or work.now
    task.ended_by, task.ended_at = work.actor.stamp, work.now
    task.outcome, task.note = outcome, note
    record_audit(work, "apology.done", f"apology:{task.id}")
    work.announce("apology.done", task.hall, parts=("tasks",))
    return task


def escalate_apology(work: Work, identifier: str) -> ApologyTask:
    """Ask the supervisor to come (R49). Raises WrongState."""
    task = _hold(work, identifier)
    if task.state == "escalated":
        return task
    if task.state not in ("open", "claimed"):
        raise WrongState(task.state, "escalate")
    record_audit(work, "apology.escalated", f"apology:{task.id}")
    escalate(work, task)
    return task


def escalate(work: Work, task: ApologyTask) -> None:
    """Hand a task to the supervisor; whoever claimed it is free again."""
    task.state = "escalated"
    task.claimed_by, task.claimed_at = None, None
    task.escalated_at = work.now
    work.announce("apology.escalated", task.hall, parts=("tasks",))


def follow_ticket(work: Work, **facts: Any) -> None:
    """When a ticket stops waiting its unclaimed tasks end; taking a call back opens them again; tasks of a
    patient who is moved while waiting go along to the new place."""
    ticket: Ticket = facts["ticket"]
    step: str = facts["step"]
    if step == "transfer" and ticket.transferred_to is not None:
        moved_to = work.session.get_one(Ticket, ticket.transferred_to)
        for task in _tasks(work, ticket.id, OPEN_STATES):
            task.ticket, task.hall = moved_to.id, moved_to.hall
        return
    if facts["before"] == "waiting" and step in ENDED_BY_STEP:
        for task in _tasks(work, ticket.id, ("open", "escalated")):
            task.state, task.outcome = "closed", ENDED_BY_STEP[step]
            task.ended_by, task.ended_at = work.actor.stamp, work.now
    elif step == "undo" and ticket.state == "waiting":
        for task in _tasks(work, ticket.id, ("closed",)):
            if task.outcome == "called" and task.ended_at and work.now - task.ended_at < timedelta(minutes=1):
                task.state = "open" if task.escalated_at is None else "escalated"
                task.outcome, task.ended_by, task.ended_at = None, None, None


def _tasks(work: Work, ticket: str, states: tuple[str, ...]) -> list[ApologyTask]:
    return list(
        work.session.scalars(
            select(ApologyTask).where(ApologyTask.ticket == ticket, ApologyTask.state.in_(states))
        )
    )


def _hold(work: Work, identifier: str) -> ApologyTask:
    task = work.session.get(ApologyTask, identifier, with_for_update=True, populate_existing=True)
    if task is None:
        raise NotFound("apology")
    require_hall(work, task.hall)
    return task
