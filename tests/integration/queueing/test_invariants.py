"""Whatever happens, in whatever order: I1 to I4 and I6 hold after every single step, on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from server.core.database import Database, Work
from server.core.errors import Refusal
from server.core.outbox import OutboxRow, for_displays, snapshot
from server.queueing import service
from server.queueing.models import RoomState, Ticket, TicketEvent
from server.queueing.rules.states import HOLDING
from server.realtime.projection import Projection
from server.reception.service import feel_worse
from server.waiting.models import ApologyTask
from tests.support.clock import ManualClock
from tests.support.house import LIMIT, SHANGHAI, SUPERVISOR, House, apply_changes

PLAYED = frozenset({"internal", "surgery"})
ROOMS = ("east-1", "east-2", "east-12")
MOVED_BY_TIME = ("estimate", "why", "words")

tickets = st.integers(0, 11)
rooms = st.sampled_from(ROOMS)
departments = st.sampled_from(("internal", "internal", "surgery"))


def _steady(documents: dict[str, Any]) -> dict[str, Any]:
    """The documents of the departments in play, without what moves by itself as time passes."""
    kept = {}
    for key, body in documents.items():
        if key.startswith(("queue/", "staff/queue/")) and key.rpartition("/")[2] in PLAYED:
            kept[key] = {name: value for name, value in body.items() if name != "estimate"}
        elif key.startswith(("room/", "staff/room/")) and key.rpartition("/")[2] in ROOMS:
            kept[key] = body
        elif key == "staff/tasks":
            cards = [{n: v for n, v in card.items() if n not in MOVED_BY_TIME} for card in body["apologies"]]
            kept[key] = {**body, "apologies": cards}
    return kept


class Waits(RuleBasedStateMachine):
    """Patients, staff, the clock and the watch in any order. `open_clinic` gives a fresh clinic."""

    open_clinic: Callable[[ManualClock], Database]

    def __init__(self) -> None:
        super().__init__()
        clock = ManualClock()
        self.house = House(type(self).open_clinic(clock), clock)
        self.issued: list[str] = []
        self.held = {staff: self.house.look(snapshot, "east", for_staff=staff) for staff in (True, False)}

    def _try(self, use_case: Callable[..., Any], *args: Any, **more: Any) -> Any:
        try:
            return self.house.do(use_case, *args, **more)
        except Refusal:
            return None

    def _ticket(self, position: int) -> str:
        return self.issued[-1 - position % len(self.issued)] if self.issued else "none"

    @rule(department=departments, wants=st.sampled_from((None, None, None, "1002")))
    def somebody_arrives(self, department: str, wants: str | None) -> None:
        wanted = wants if department == "internal" and self.house.room("east-2").state == "open" else None
        self.issued.append(self.house.patient(department, doctor=wanted))

    @rule(room=rooms)
    def next_please(self, room: str) -> None:
        self._try(service.call_next, room)

    @rule(room=rooms, which=tickets)
    def this_one_please(self, room: str, which: int) -> None:
        self._try(service.call_ticket, room, self._ticket(which), "a test", by=SUPERVISOR)

    @rule(which=tickets, step=st.sampled_from((
        service.recall, service.arrive, service.arrive, service.leave, service.finish, service.mark_missed,
        service.undo, service.undo,
    )))  # fmt: skip
    def a_step(self, which: int, step: Callable[..., Any]) -> None:
        self._try(step, self._ticket(which))

    @rule(which=tickets)
    def somebody_comes_back(self, which: int) -> None:
        self._try(service.return_to_queue, self._ticket(which), LIMIT)

    @rule(which=tickets, department=departments)
    def somebody_is_moved(self, which: int, department: str) -> None:
        moved = self._try(service.transfer, self._ticket(which), department, "a test", LIMIT)
        if moved is not None:
            self.issued.append(moved[1].id)

    @rule(which=tickets)
    def somebody_gives_up(self, which: int) -> None:
        self._try(service.cancel, self._ticket(which), "a test")

    @rule(which=tickets, what=st.sampled_from(("胸口像压着石头一样痛，喘不上气", "还是咳嗽", None)))
    def somebody_feels_worse(self, which: int, what: str | None) -> None:
        if self.issued:
            ticket = self.house.ticket(self._ticket(which))
            self._try(feel_worse, ticket, what, (), SHANGHAI)

    @rule(which=tickets)
    def it_was_nothing(self, which: int) -> None:
        self._try(service.lower_urgency, self._ticket(which), 3)

    @rule(room=rooms, state=st.sampled_from(("open", "open", "paused", "closed")))
    def a_room_pauses(self, room: str, state: str) -> None:
        self._try(service.set_room_state, room, state)

    @rule(seconds=st.sampled_from((1, 9, 60, 300, 1199, 1200, 1201)))
    def time_passes(self, seconds: int) -> None:
        self.house.advance(seconds=seconds)

    @rule()
    def screens_are_refreshed(self) -> None:
        self.house.do(Projection(SHANGHAI).refresh, "east")

    @rule()
    def the_watch_looks(self) -> None:
        """I6: afterwards every wait over 20:00 minutes has exactly one task a round."""
        self.house.watch()
        now = self.house.clock.now()
        for ticket in self.house.rows(Ticket, Ticket.state == "waiting", order=Ticket.id):
            assert ticket.next_watch_at is not None
            assert ticket.next_watch_at > now
            chain = self._chain(ticket)
            if self._was_urgent(chain):
                continue  # the minutes with a person are no wait in the queue
            tasks = self.house.rows(ApologyTask, ApologyTask.ticket.in_(chain), order=ApologyTask.round)
            current = [task for task in tasks if task.due_at > ticket.waiting_since]
            assert len(current) == (now - ticket.waiting_since) // LIMIT
            assert [task.round for task in tasks] == list(range(1, len(tasks) + 1))
            assert sum(1 for task in tasks if task.state in ("open", "escalated")) <= 1

    def _chain(self, ticket: Ticket) -> list[str]:
        chain = [ticket]
        while chain[0].transferred_from:
            chain.insert(0, self.house.ticket(chain[0].transferred_from))
        return [one.id for one in chain]

    def _was_urgent(self, chain: list[str]) -> bool:
        lowered = TicketEvent.ticket.in_(chain) & (TicketEvent.kind == "can_wait")
        return bool(self.house.rows(TicketEvent, lowered, order=TicketEvent.id))

    @invariant()
    def everything_holds(self) -> None:
        """I1 to I4, in one view of the database."""
        with self.house.database.read() as work:
            rows = list(work.session.scalars(select(Ticket)))
            self._numbers_are_unique(rows)
            self._rooms_hold_whom_they_called(work, rows)
            self._times_make_sense(rows)
            stored = self._screens_follow(work)
            fresh = Projection(SHANGHAI)._touched(work, "east", PLAYED, frozenset({"calls", "tasks"}))
        assert _steady(stored) == _steady(fresh)
        oldest = self.house.clock.now() - timedelta(hours=2)
        if all(datetime.fromisoformat(call["at"]) >= oldest for call in stored["calls"]):
            assert stored["calls"] == fresh["calls"]

    def _numbers_are_unique(self, rows: list[Ticket]) -> None:
        """I1, I2."""
        assert Counter(row.id for row in rows) == Counter(self.issued)
        assert max(Counter((row.department, row.service_day, row.number) for row in rows).values(), default=0) <= 1
        for department in PLAYED:
            given = sorted(row.sequence for row in rows if row.department == department)
            assert given == list(range(1, len(given) + 1))

    def _rooms_hold_whom_they_called(self, work: Work, rows: list[Ticket]) -> None:
        """I3: a ticket is held by exactly one room while it is called or inside, and by none else."""
        holding = {row.id: row.room for row in rows if row.state in HOLDING}
        states = work.session.scalars(select(RoomState).where(RoomState.ticket.is_not(None))).all()
        assert len(states) == len(holding)
        assert {state.ticket: state.room for state in states} == holding

    def _times_make_sense(self, rows: list[Ticket]) -> None:
        for row in rows:
            assert (row.waited_seconds or 0) >= 0
            if row.state == "in_room" and row.in_room_at and row.called_at:
                assert row.in_room_at >= row.called_at

    def _screens_follow(self, work: Work) -> dict[str, Any]:
        """I4: snapshot and changes equal a fresh snapshot, for displays and tablets."""
        for staff, state in self.held.items():
            since = select(OutboxRow.body).where(OutboxRow.hall == "east", OutboxRow.revision > state["revision"])
            changes = list(work.session.scalars(since.order_by(OutboxRow.revision)))
            changes = changes if staff else [for_displays(change) for change in changes]
            now = self.held[staff] = apply_changes(state, changes)
            fresh = snapshot(work, "east", for_staff=staff)
            assert (now["revision"], now["documents"]) == (fresh["revision"], fresh["documents"])
        documents: dict[str, Any] = self.held[True]["documents"]
        return documents


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_invariants_hold_after_every_step(
    kind: str, make_clinic: Callable[[str, ManualClock], Database]
) -> None:
    """Random lives of a small clinic."""

    class OnThisDatabase(Waits):
        open_clinic = staticmethod(lambda clock: make_clinic(kind, clock))

    run_state_machine_as_test(
        OnThisDatabase,
        settings=settings(
            max_examples=7, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck),
            database=None, phases=[Phase.generate],
        ),
    )  # fmt: skip
