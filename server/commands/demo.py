"""`houzhen serve --demo`: simulated patients, staff and rooms, driving the same use cases as real ones."""

from __future__ import annotations

import random
import uuid
from datetime import timedelta

import structlog
from sqlalchemy import select

from server.application import Application
from server.clinic.models import Department, Room
from server.core.database import Actor, Work
from server.core.errors import Refusal
from server.loops import Loop
from server.queueing.models import RoomState, Ticket
from server.queueing.service import arrive, call_next, finish, mark_missed
from server.reception.service import TicketOrder, open_now, take_ticket
from server.registration.fields import PatientFields

log = structlog.get_logger()

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀英", "建国")
COMPLAINTS = ("肚子疼", "咳嗽", "头晕", "牙疼", "皮肤痒", "腰疼", "眼睛红", "嗓子疼", "膝盖疼", "睡不着")
DEMO = Actor("system", "demo")

#: People who are in the house when the demonstration begins, and how long the first of them has waited.
FIRST_CROWD = 70
LONGEST_WAIT = timedelta(minutes=24)
#: Where most people go.
BUSY = ("internal", "paediatrics", "dental", "dermatology")


class Demo:
    """Somebody arrives now and then, rooms call, see and finish."""

    def __init__(self, application: Application, seed: int = 20) -> None:
        self._database = application.database
        self._timezone = application.state.settings.timezone
        self._random = random.Random(seed)  # noqa: S311  (a demonstration, not a secret)

    def fill(self) -> None:
        """The crowd at the start: people who came one after the other, and rooms that have begun."""
        for number in range(FIRST_CROWD):
            self.arrive(ago=LONGEST_WAIT * (1 - number / FIRST_CROWD))
        for _ in range(14):
            self.work_rooms()

    def arrive(self, ago: timedelta = timedelta()) -> None:
        """One patient takes a number, now or some time ago."""
        with self._database.read() as work:
            departments = sorted(open_now(work, self._timezone))
        if not departments:
            return
        choice = self._random.choice([*departments, *(code for code in BUSY if code in departments for _ in range(3))])
        order = TicketOrder(
            request_id=str(uuid.UUID(int=self._random.getrandbits(128))), language="zh-CN",
            base_url="http://127.0.0.1:8000", consent=True, department=choice,
            patient=PatientFields(
                name=self._random.choice(SURNAMES) + self._random.choice(GIVEN),
                sex="male" if choice == "andrology" else "female" if choice == "obgyn"
                else self._random.choice(["female", "male"]),
                age=str(self._random.randint(2, 13) if choice == "paediatrics" else self._random.randint(16, 88)),
                phone_declined=True,
            ),
            complaint=self._random.choice(COMPLAINTS),
        )  # fmt: skip
        try:
            with self._database.write(DEMO) as work:
                work.now -= ago
                take_ticket(work, order, self._timezone)
        except Refusal as refusal:
            log.info("demo", refused=refusal.code)

    def work_rooms(self) -> None:
        """One room does its next step."""
        with self._database.read() as work:
            rooms = list(work.session.scalars(select(Room.code).where(Room.active.is_(True))))
            rooms = [code for code in rooms if self._has_something(work, code)]
        if not rooms:
            return
        room = self._random.choice(rooms)
        try:
            with self._database.write(DEMO) as work:
                self._step(work, room)
        except Refusal as refusal:
            log.info("demo", refused=refusal.code)

    def _has_something(self, work: Work, code: str) -> bool:
        state = work.session.get(RoomState, code)
        if state is not None and (state.ticket or state.state != "open"):
            return state.ticket is not None
        room = work.session.get_one(Room, code)
        waiting = select(Ticket.id).where(Ticket.department == room.department, Ticket.state == "waiting").limit(1)
        return work.session.get(Department, room.department) is not None and work.session.scalar(waiting) is not None

    def _step(self, work: Work, code: str) -> None:
        state = work.session.get(RoomState, code)
        ticket = work.session.get(Ticket, state.ticket) if state is not None and state.ticket else None
        if ticket is None:
            call_next(work, code)
        elif ticket.state == "called":
            mark_missed(work, ticket.id) if self._random.random() < 0.05 else arrive(work, ticket.id)
        elif ticket.in_room_at and work.now - ticket.in_room_at > timedelta(seconds=self._random.randint(240, 700)):
            finish(work, ticket.id)


def start_demo(application: Application) -> None:
    """Fill the house, then let it live; the pages answer meanwhile."""
    demo = Demo(application)

    def live(_stopped: object) -> None:
        demo.fill()
        application.loops.start(Loop("demo-arrivals", 18, demo.arrive))
        application.loops.start(Loop("demo-rooms", 6, demo.work_rooms))

    application.loops.start_own("demo", live)
