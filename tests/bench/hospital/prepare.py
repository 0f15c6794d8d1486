"""A data folder in which the hospital stands as on a busy morning: screens paired, staff there, people waiting."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from zoneinfo import ZoneInfo

from server.accounts.service import add_staff, create_staff_token, hash_secret
from server.core.database import Actor, Database, Projector, Sealed
from server.core.seal import Seal
from server.devices.service import create_token
from server.reception.service import TicketOrder, take_ticket
from server.registration.fields import PatientFields
from server.wiring import wire
from tests.bench.hospital.house import SERVICE_MINUTES, House

TIMEZONE = ZoneInfo("Asia/Shanghai")
#: So many numbers are given in one transaction: it is the state that counts here, not the way to it.
AT_ONCE = 250


@dataclass(frozen=True)
class Prepared:
    """The keys of everybody: tokens by screen, of a guide by hall, and of the people who wait by number."""

    kiosks: dict[str, str]
    displays: dict[str, str]
    guides: dict[str, str]
    phones: list[str]


class _Unshown(Database):
    """Screens are painted once, when everybody is there."""

    def before_commit(self, projector: Projector) -> None:
        """Nothing is projected."""


class _Then:
    """A clock that stands where it was put."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def now(self) -> datetime:
        return self.at


def prepare(house: House, database_url: str, secret_key: str) -> Prepared:
    """Pair the screens, add a guide to each hall, and let people have come within the last waiting time."""
    Sealed.seal = Seal(secret_key)
    clock = _Then()
    database = _Unshown(database_url, clock)
    projection = wire(database, TIMEZONE)
    try:
        with database.write() as work:
            kiosks = {code: create_token(work, "kiosk", code) for code in house.kiosks}
            displays = {code: create_token(work, "display", code) for code in house.displays}
            guides, secret = {}, hash_secret("739184")
            for number, hall in enumerate(house.halls, 1):
                add_staff(work, number=f"g{number}", name="何敏", role="guide", secret_hash=secret, halls=[hall])
                guides[hall] = create_staff_token(work, f"g{number}")
        phones = list(_arrivals(house, database, clock))
        clock.at = datetime.now(UTC)
        with database.write() as work:
            for hall in house.halls:
                projection.refresh(work, hall)
    finally:
        database.close()
    return Prepared(kiosks, displays, guides, phones)


def _arrivals(house: House, database: Database, clock: _Then) -> Iterable[str]:
    """The tokens of the tickets of everybody who waits: as many as find a doctor within their usual wait."""
    now = datetime.now(UTC)
    ahead = timedelta(minutes=SERVICE_MINUTES * house.phones / len(house.rooms))
    hall_of, kiosk = house.departments, cycle(house.kiosks)
    waiting = list(islice(cycle(hall_of), house.phones))
    for first in range(0, len(waiting), AT_ONCE):
        clock.at = now - ahead * (1 - first / len(waiting))
        code = next(kiosk)
        with database.write(Actor("kiosk", code, halls=(house.kiosks[code],))) as work:
            for number, department in enumerate(waiting[first : first + AT_ONCE], first):
                answer, _ = take_ticket(work, _order(department, number), TIMEZONE)
                yield str(answer["token"])


def _order(department: str, number: int) -> TicketOrder:
    patient = PatientFields(name="李秋生", sex="male", age=str(20 + number % 50), phone_declined=True)
    return TicketOrder(
        request_id=str(uuid.uuid4()), language="zh-CN", base_url="http://127.0.0.1", consent=True, patient=patient,
        complaint="复查", department=department,
    )  # fmt: skip
