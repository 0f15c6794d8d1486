"""Issuing a ticket: the next number of a department and service day, unique under any race (I2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.clinic.models import Department
from server.core.database import Sealed, Work
from server.core.errors import NotFound
from server.core.ids import new_id
from server.core.seal import hash_token
from server.queueing.models import Ticket, TicketCounter
from server.queueing.rules.numbering import next_after, number
from server.queueing.rules.priority import by_age
from server.queueing.service.queue import policy_of, record_event


@dataclass(frozen=True)
class NewTicket:
    """What a ticket starts with. `waiting_since` differs from now when a waiting patient is moved;
    `apology_after` is the wait after which somebody apologises (R51). `paper` is the letter and number of a ticket that
    was handed out on paper (R105): it was issued when the wait began, and takes nothing from the day's count."""

    visit: str
    department: str
    service_day: date
    urgency: int
    visit_class: str
    sex: str
    age: int
    companion: bool
    language: str
    apology_after: timedelta
    doctor: str | None = None
    bound: str | None = None
    priority: str | None = None
    confirmed: bool = False
    special: bool = False
    waiting_since: datetime | None = None
    transferred_from: str | None = None
    queues: bool = True
    paper: tuple[str, int] | None = None


def issue_ticket(work: Work, new: NewTicket) -> Ticket:
    """A stored ticket with its number, waiting or, where it must not queue, urgent (R22)."""
    department = work.session.get(Department, new.department)
    if department is None or not department.active:
        raise NotFound("department")
    work.lock(f"queue:{new.department}")
    prefix, sequence = new.paper or (department.prefix, _next_sequence(work, new.department, new.service_day))
    identifier = new_id()
    since = new.waiting_since or work.now
    ticket = Ticket(
        id=identifier,
        visit=new.visit,
        token_hash=hash_token(ticket_token(identifier)),
        service_day=new.service_day,
        department=new.department,
        hall=department.hall,
        sequence=sequence,
        number=number(prefix, sequence),
        state="waiting" if new.queues else "urgent",
        urgency=new.urgency,
        visit_class=new.visit_class,
        sex=new.sex,
        age=new.age,
        companion=new.companion,
        language=new.language,
        doctor=new.doctor,
        bound=new.bound,
        confirmed=new.confirmed,
        special=new.special,
        issued_at=since if new.paper else work.now,
        waiting_since=since,
        joined_at=since,
        # What staff have said of a moved patient's group stands.
        priority=new.priority if new.transferred_from else by_age(new.age, policy_of(work, new.department)),
        next_watch_at=since + new.apology_after,
        transferred_from=new.transferred_from,
    )
    work.session.add(ticket)
    work.session.flush()
    if new.paper is None:  # what was done on paper is written down by whoever enters it
        record_event(work, ticket, "issued", urgency=new.urgency, department=new.department)
    work.announce("ticket.issued", ticket.hall, ticket.department, parts=("tasks",))
    return ticket


def ticket_token(identifier: str) -> str:
    """The secret of a ticket's phone page: 144 bits, the same each time it is printed."""
    if Sealed.seal is None:
        raise RuntimeError("no seal is set")
    return Sealed.seal.token("ticket", identifier)


def _next_sequence(work: Work, department: str, service_day: date) -> int:
    counter = work.session.get(
        TicketCounter, (department, service_day), with_for_update=True, populate_existing=True
    )
    if counter is None:
        counter = TicketCounter(department=department, service_day=service_day, last=0)
        work.session.add(counter)
    counter.last = next_after(counter.last)
    return counter.last
