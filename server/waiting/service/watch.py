"""The watch: twice a second it finds every wait that has passed its limit, and every task nobody took.

The database holds (ticket, round) unique, so that restarts and several processes neither miss nor double one.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from server.core.database import Work
from server.core.ids import new_id
from server.queueing.models import Ticket
from server.waiting.models import ApologyTask
from server.waiting.rules.watch import due_rounds, escalates
from server.waiting.service.apologies import escalate


def watch_waits(work: Work, every: timedelta, unclaimed_for: timedelta) -> int:
    """Open a task for each round that is due, and hand unclaimed ones to the supervisor.

    Returns how many tasks were opened or escalated.
    """
    work.lock("watch")
    return _open_due(work, every) + _escalate_unclaimed(work, unclaimed_for)


def anything_due(work: Work, unclaimed_for: timedelta) -> bool:
    """Whether a watch would change something: a cheap look, so that no idle second takes the writer."""
    due = select(Ticket.id).where(Ticket.state == "waiting", Ticket.next_watch_at <= work.now).limit(1)
    unclaimed = (
        select(ApologyTask.id)
        .where(ApologyTask.state == "open", ApologyTask.opened_at <= work.now - unclaimed_for)
        .limit(1)
    )
    return work.session.scalar(due) is not None or work.session.scalar(unclaimed) is not None


def _open_due(work: Work, every: timedelta) -> int:
    opened = 0
    overdue = work.session.scalars(
        select(Ticket)
        .where(Ticket.state == "waiting", Ticket.next_watch_at <= work.now)
        .with_for_update(skip_locked=True)
    )
    for ticket in overdue.all():
        rounds, ticket.next_watch_at = due_rounds(ticket.watch_round, ticket.next_watch_at, every, work.now)
        _merge_earlier(work, ticket.id)
        for due in rounds:
            last = due is rounds[-1]
            work.session.add(
                ApologyTask(
                    id=new_id(), ticket=ticket.id, hall=ticket.hall, round=due.round, due_at=due.due_at,
                    opened_at=work.now, state="open" if last else "merged",
                )
            )  # fmt: skip
            ticket.watch_round = due.round
            opened += 1
        work.announce("apology.opened", ticket.hall, ticket.department, parts=("tasks",))
    return opened


def _merge_earlier(work: Work, ticket: str) -> None:
    """A patient is one card on the tablet: a later round takes over an earlier one that nobody claimed."""
    for task in work.session.scalars(
        select(ApologyTask).where(ApologyTask.ticket == ticket, ApologyTask.state.in_(("open", "escalated")))
    ):
        task.state = "merged"


def _escalate_unclaimed(work: Work, unclaimed_for: timedelta) -> int:
    unclaimed = work.session.scalars(
        select(ApologyTask)
        .where(ApologyTask.state == "open", ApologyTask.opened_at <= work.now - unclaimed_for)
        .with_for_update(skip_locked=True)
    ).all()
    for task in unclaimed:
        if escalates(task.opened_at, work.now, unclaimed_for):
            escalate(work, task)
    return len(unclaimed)
