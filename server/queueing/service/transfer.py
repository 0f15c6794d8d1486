"""Moving a patient to another department: a new number, the history kept (R45)."""

from __future__ import annotations

from datetime import timedelta

from server.core.database import Work
from server.core.errors import Refusal
from server.queueing.models import Ticket
from server.queueing.rules.ordering import FIRST, MISSED
from server.queueing.service.call import withdraw_calls
from server.queueing.service.issue import NewTicket, issue_ticket
from server.queueing.service.queue import hold_ticket, moved, record_event, step
from server.queueing.service.rooms import free_room


def transfer(
    work: Work,
    identifier: str,
    department: str,
    reason: str,
    apology_after: timedelta,
    urgency: int | None = None,
) -> tuple[Ticket, Ticket]:
    """The old ticket and the new one. Who waits or was just called keeps the time already waited, and with it
    the place by arrival, further back where a missed call has cost places; who comes out of a room or had missed the
    call waits from now. How often calls were missed goes along, and so do the rounds of the watch, so that no apology
    is made twice.

    Raises WrongState, or Refusal `same_department`.
    """
    old = hold_ticket(work, identifier, department)
    if old.department == department:
        raise Refusal("same_department")
    anew = old.state in ("in_room", "out", "missed")
    before = step(old, "transfer")
    if before == "in_room":
        old.left_at = work.now
    free_room(work, old)
    withdraw_calls(work, old)
    new = issue_ticket(
        work,
        NewTicket(
            visit=old.visit, department=department, service_day=old.service_day,
            urgency=urgency or old.urgency, visit_class=old.visit_class, sex=old.sex, age=old.age,
            companion=old.companion, language=old.language, apology_after=apology_after, confirmed=True,
            special=old.special, priority=old.priority, waiting_since=work.now if anew else old.waiting_since,
            transferred_from=old.id,
        ),
    )  # fmt: skip
    new.watch_round = old.watch_round
    new.missed_times = old.missed_times
    if not anew:
        new.next_watch_at = old.next_watch_at
        new.joined_at = old.joined_at
        new.line = MISSED if old.line == MISSED else FIRST  # back with results is one only where they were asked for
    old.transferred_to = new.id
    old.ended_at = work.now
    old.undo, old.undo_until = None, None
    record_event(work, old, "transferred", reason=reason, department=department, to=new.id)
    record_event(work, new, "came_from", reason=reason, department=old.department, old=old.id)
    moved(work, old, before, "transfer")
    return old, new
