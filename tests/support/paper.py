"""A house after an outage: a pack was printed at 08:30, the system was down from 09:00 to 10:00, it is 10:05 now."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from server.core.database import Actor
from server.core.errors import Invalid
from server.devices.service import note_outage
from server.downtime.service import PaperLine, enter_paper, make_pack
from server.registration.fields import PatientFields
from tests.support.clock import MONDAY_MORNING
from tests.support.house import GUIDE, SHANGHAI, House


def at(written: str, day: int = 23) -> datetime:
    """An instant of November 2026, by the clinic's clock."""
    hours, _, minutes = written.partition(":")
    return datetime(2026, 11, day, int(hours), int(minutes), tzinfo=SHANGHAI)


class AfterOutage:
    """The house, its pack, and lines of the form that are entered."""

    def __init__(self, house: House, *, tickets: int = 20, day: str | None = None) -> None:
        self.house = house
        house.clock.set(MONDAY_MORNING)
        self.pack: dict[str, Any] = house.do(make_pack, [], tickets, day, SHANGHAI)
        house.clock.set(at("10:05"))
        self.outage: str = house.do(note_outage, at("9:00"), at("10:00")).id

    def line(self, paper: str, arrived: str, *, name: str = "周梦溪", age: str = "34", **more: Any) -> PaperLine:
        """A line of the form; the patient still waits unless `state` says otherwise."""
        values: dict[str, Any] = {
            "request_id": str(uuid.uuid4()), "outage": self.outage, "state": "waiting", "consent": True,
            "language": "zh-CN",
        } | more  # fmt: skip
        patient = PatientFields(name=name, sex="female", age=age, phone_declined=True)
        return PaperLine(paper=paper, arrived=arrived, patient=patient, **values)

    def enter(self, paper: str, arrived: str, *, by: Actor = GUIDE, **more: Any) -> dict[str, Any]:
        """Enter a line; its answer."""
        answer: dict[str, Any] = self.house.do(enter_paper, self.line(paper, arrived, **more), SHANGHAI, by=by)[0]
        return answer

    def refused(self, paper: str, arrived: str, **more: Any) -> dict[str, str]:
        """The fields for which a line is refused, with their codes."""
        try:
            self.enter(paper, arrived, **more)
        except Invalid as unfit:
            return {problem.field: problem.code for problem in unfit.problems}
        raise AssertionError("it was taken")
