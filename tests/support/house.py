"""The house as tests use it: patients arrive, staff act, each step one unit of work."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, select

from server.core.database import Actor, Base, Database
from server.core.outbox import snapshot
from server.printing.models import PrintJob
from server.queueing import service
from server.queueing.models import RoomState, Ticket
from server.reception.service import TicketOrder, take_ticket
from server.registration.fields import FindFields, PatientFields
from server.registration.service import find_patients
from server.waiting.models import ApologyTask
from server.waiting.service import watch_waits
from tests.support.clock import ManualClock

SHANGHAI = ZoneInfo("Asia/Shanghai")
HALLS = ("east", "west", "dental", "emergency")
LIMIT = timedelta(minutes=20)
UNCLAIMED = timedelta(minutes=3)

KIOSK = Actor("kiosk", "kiosk-1", halls=("east",))
GUIDE = Actor("staff", "2001", "guide", HALLS)
WEST_GUIDE = Actor("staff", "2002", "guide", ("west",))
SUPERVISOR = Actor("staff", "2003", "supervisor", HALLS)


def doctor(number: str, hall: str = "east") -> Actor:
    """A doctor of the starting clinic."""
    return Actor("staff", number, "doctor", (hall,))


class House:
    """The starting clinic on a database, its clock in the test's hand."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock

    def do(self, use_case: Callable[..., Any], *args: Any, by: Actor = GUIDE, **more: Any) -> Any:
        """One use case in a unit of work of its own."""
        with self.database.write(by) as work:
            return use_case(work, *args, **more)

    def look(self, question: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """One question in a view of its own."""
        with self.database.read() as work:
            return question(work, *args, **more)

    def register(
        self, department: str | None = "internal", *, by: Actor = KIOSK, request_id: str | None = None,
        complaint: str | None = None, symptoms: tuple[str, ...] = (), name: str = "王小明", sex: str = "female",
        age: str = "30", phone: str | None = None, **more: Any,
    ) -> tuple[dict[str, Any], bool]:  # fmt: skip
        """Somebody takes a number: the answer, and whether it is new."""
        order = TicketOrder(
            request_id=request_id or str(uuid.uuid4()), language="zh-CN", base_url="http://houzhen.test",
            consent=True, department=department, complaint=complaint, symptoms=symptoms,
            patient=PatientFields(name=name, sex=sex, age=age, phone=phone, phone_declined=phone is None), **more,
        )  # fmt: skip
        answer: tuple[dict[str, Any], bool] = self.do(take_ticket, order, SHANGHAI, by=by)
        return answer

    def register_again(self, phone: str, department: str | None, **more: Any) -> tuple[dict[str, Any], bool]:
        """Who was here before is found by phone, confirms, and takes a number."""
        found = self.do(find_patients, FindFields(phone=phone), self.clock.now().date(), 365, by=KIOSK)
        order = TicketOrder(
            request_id=str(uuid.uuid4()), language="zh-CN", base_url="http://houzhen.test", consent=True,
            department=department, ref=found.candidates[0].ref, **more,
        )  # fmt: skip
        answer: tuple[dict[str, Any], bool] = self.do(take_ticket, order, SHANGHAI, by=KIOSK)
        return answer

    def patient(self, department: str | None = "internal", **more: Any) -> str:
        """Somebody takes a number; the ticket's id."""
        identifier: str = self.register(department, **more)[0]["id"]
        return identifier

    def call(self, room: str = "east-1") -> str | None:
        """Call the next into a room; the ticket's id."""
        called = self.do(service.call_next, room)
        return None if called is None else str(called.ticket.id)

    def ticket(self, identifier: str) -> Ticket:
        """A ticket as it stands."""
        found: Ticket = self.look(service.find_ticket, identifier)
        return found

    def state(self, identifier: str) -> str:
        """A ticket's state."""
        return self.ticket(identifier).state

    def room(self, code: str = "east-1") -> RoomState:
        """A room as it stands."""
        found: RoomState = self.look(service.room_state, code)
        return found

    def watch(self) -> int:
        """One round of the watch."""
        return int(self.do(watch_waits, LIMIT, UNCLAIMED))

    def apologies(self, ticket: str) -> list[ApologyTask]:
        """A ticket's tasks, by round."""
        return self.rows(ApologyTask, ApologyTask.ticket == ticket, order=ApologyTask.round)

    def jobs(self, ticket: str) -> list[PrintJob]:
        """A ticket's print jobs, oldest first."""
        return self.rows(PrintJob, PrintJob.ticket == ticket, order=PrintJob.created_at)

    def rows(self, model: Any, *conditions: Any, order: Any = None) -> list[Any]:
        """Rows of a table."""
        with self.database.read() as work:
            return list(work.session.scalars(select(model).where(*conditions).order_by(order)))

    def shown(self, hall: str = "east", *, staff: bool = True) -> dict[str, Any]:
        """A hall's documents as a fresh snapshot gives them."""
        documents: dict[str, Any] = self.look(snapshot, hall, for_staff=staff)["documents"]
        return documents

    def advance(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass (or step back)."""
        self.clock.advance(hours * 3600 + minutes * 60 + seconds)


def everything_stored(database: Database, *, besides: tuple[str, ...] = ()) -> str:
    """Every value of every table as it lies in the database (sealed columns as their sealed text)."""
    lines = []
    with database.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name not in besides:
                lines += _lines(connection, table)
    return "\n".join(lines)


def _lines(connection: Any, table: Table) -> list[str]:
    rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')  # noqa: S608  (our own table names)
    return [f"{table.name}: {tuple(row)!r}" for row in rows]


def at_once(count: int, step: Callable[[int], Any]) -> list[Any]:
    """Run `step(0)` … `step(count - 1)` in as many threads at the same time; results or exceptions, in order."""

    def guarded(position: int) -> Any:
        try:
            return step(position)
        except Exception as problem:  # noqa: BLE001  (the test looks at what was raised)
            return problem

    with ThreadPoolExecutor(max_workers=count) as pool:
        return list(pool.map(guarded, range(count)))


def apply_changes(state: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    """What a screen holds after a snapshot and the changes that followed it (contract: mine + 1)."""
    for change in changes:
        if change["revision"] == state["revision"] + 1:
            kept = {key: body for key, body in state["documents"].items() if key not in change["remove"]}
            state = {**state, "revision": change["revision"], "documents": kept | change["set"]}
    return state

