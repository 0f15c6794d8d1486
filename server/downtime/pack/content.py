"""What stands in a pack, as plain values that came from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.downtime.rules.codes import code_of
from server.queueing.rules.numbering import number

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Tickets:
    """The paper tickets of one department."""

    prefix: str
    first: int
    last: int
    names: Texts
    place: Texts

    @property
    def sequences(self) -> range:
        """The numbers without their letter."""
        return range(self.first, self.last + 1)

    def number(self, sequence: int) -> str:
        """What stands on a ticket."""
        return number(self.prefix, sequence)


@dataclass(frozen=True)
class DangerSign:
    """A red flag of the triage rules: how it is called, and what staff do at once."""

    names: Texts
    words: Texts


@dataclass(frozen=True)
class Pack:
    """A whole pack; `day` where it is good on one day only."""

    code: str
    made: str
    day: str | None
    clinic: Texts
    logo: str
    apology_minutes: int
    escalate_minutes: int
    departments: tuple[Tickets, ...]
    signs: tuple[DangerSign, ...]

    def qr(self, tickets: Tickets, sequence: int) -> str:
        """What the code of a ticket holds."""
        return code_of(self.code, tickets.prefix, sequence)


def pack_from(stored: Mapping[str, Any], signs: tuple[DangerSign, ...]) -> Pack:
    """The pack that `make_pack` stored, with the danger signs of the triage rules."""
    made = datetime.fromisoformat(stored["made_at"]).astimezone(ZoneInfo(stored["timezone"]))
    return Pack(
        code=stored["pack"], made=f"{made:%Y-%m-%d %H:%M}", day=stored["day"], clinic=stored["clinic"],
        logo=stored["logo"], apology_minutes=stored["apology_minutes"], escalate_minutes=stored["escalate_minutes"],
        departments=tuple(
            Tickets(one["prefix"], one["first"], one["last"], one["names"], one["place"])
            for one in stored["departments"]
        ),
        signs=signs,
    )  # fmt: skip
