"""Packs of paper tickets: their numbers are stored before anything is printed, and found again when one is entered."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select

from server.accounts.service import record_audit
from server.appointments.rules.codes import ALPHABET, LENGTH
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.downtime.models import DowntimePack, PaperEntry, PaperRange
from server.downtime.rules.codes import PaperNumber
from server.queueing.rules.numbering import next_paper

#: The most tickets of one department in a pack.
MOST = 300


def make_pack(
    work: Work, departments: Sequence[str], tickets: int, day: str | None, timezone: ZoneInfo
) -> dict[str, Any]:
    """A new pack: its numbers, stored, and everything that is printed on it, as plain values.

    `departments`: their codes, none means all of them; `day`: such as 2026-11-23 where the pack is good for one day.
    Raises Invalid (`department`, `tickets`, `day`).
    """
    settings = clinic_settings(work)
    chosen = _departments(work, departments)
    good_on = _day(day, work.now.astimezone(timezone).date())
    if not 1 <= tickets <= MOST:
        raise Invalid([FieldProblem("tickets", "paper_tickets_range", {"limit": MOST})])
    work.lock("downtime_pack")
    pack = DowntimePack(id=_new_code(), made_at=work.now, made_by=work.actor.stamp, day=good_on)
    work.session.add(pack)
    printed = [_numbers(work, pack, department, tickets) for department in chosen]
    record_audit(work, "downtime_pack.made", f"pack:{pack.id}", tickets=tickets, departments=len(chosen))
    return {
        "pack": pack.id,
        "made_at": instant(pack.made_at),
        "timezone": timezone.key,
        "day": good_on.isoformat() if good_on else None,
        "clinic": settings.names,
        "logo": settings.logo,
        "desk": settings.desk,
        "apology_minutes": settings.apology_minutes,
        "escalate_minutes": settings.escalate_minutes,
        "departments": printed,
    }


def find_range(work: Work, paper: PaperNumber) -> tuple[DowntimePack, PaperRange] | None:
    """The pack that a paper number was printed in: the one that its code names, else the newest with this number."""
    wanted = (
        select(DowntimePack, PaperRange)
        .join(PaperRange, PaperRange.pack == DowntimePack.id)
        .where(
            PaperRange.prefix == paper.prefix, PaperRange.first <= paper.sequence, PaperRange.last >= paper.sequence
        )
        .order_by(DowntimePack.made_at.desc(), DowntimePack.id)
    )
    if paper.pack is not None:
        wanted = wanted.where(DowntimePack.id == paper.pack)
    found = work.session.execute(wanted.limit(1)).first()
    return None if found is None else (found[0], found[1])


def lock_of(pack: str, department: str, sequence: int) -> str:
    """The name of the lock under which one paper number is entered or taken back."""
    return f"paper:{pack}:{department}:{sequence}"


def list_packs(work: Work, limit: int = 5) -> list[dict[str, Any]]:
    """The newest packs: when each was made, how many numbers it holds and how many of them were entered."""
    packs = work.session.scalars(select(DowntimePack).order_by(DowntimePack.made_at.desc()).limit(limit)).all()
    codes = [pack.id for pack in packs]
    size = func.sum(PaperRange.last - PaperRange.first + 1)
    printed = _by_pack(work, select(PaperRange.pack, size).where(PaperRange.pack.in_(codes)).group_by(PaperRange.pack))
    entered = _by_pack(
        work,
        select(PaperEntry.pack, func.count())
        .where(PaperEntry.pack.in_(codes), PaperEntry.ticket.is_not(None))
        .group_by(PaperEntry.pack),
    )
    return [
        {
            "id": pack.id, "made_at": instant(pack.made_at), "day": pack.day.isoformat() if pack.day else None,
            "numbers": printed.get(pack.id, 0), "entered": entered.get(pack.id, 0),
        }
        for pack in packs
    ]  # fmt: skip


def _by_pack(work: Work, query: Any) -> dict[str, int]:
    return {code: int(count) for code, count in work.session.execute(query)}


def _departments(work: Work, codes: Sequence[str]) -> list[Department]:
    rows = list(
        work.session.scalars(select(Department).where(Department.active.is_(True)).order_by(Department.position))
    )
    unknown = sorted(set(codes) - {row.code for row in rows})
    if unknown:
        known = ", ".join(row.code for row in rows)
        raise Invalid([FieldProblem("department", "paper_departments", {"unknown": unknown[0], "known": known})])
    return [row for row in rows if not codes or row.code in codes]


def _day(day: str | None, today: date) -> date | None:
    if day is None:
        return None
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise Invalid([FieldProblem("day", "paper_day")]) from None
    if found < today:
        raise Invalid([FieldProblem("day", "paper_day_past")])
    return found


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def _numbers(work: Work, pack: DowntimePack, department: Department, tickets: int) -> dict[str, Any]:
    """The next numbers of a department, also where its letter was another's before."""
    last = work.session.scalar(
        select(PaperRange.last)
        .join(DowntimePack, DowntimePack.id == PaperRange.pack)
        .where(or_(PaperRange.prefix == department.prefix, PaperRange.department == department.code))
        .order_by(DowntimePack.made_at.desc(), PaperRange.last.desc())
        .limit(1)
    )
    numbers = next_paper(last or 0, tickets)
    work.session.add(
        PaperRange(
            pack=pack.id, department=department.code, prefix=department.prefix, first=numbers.start,
            last=numbers.stop - 1,
        )
    )  # fmt: skip
    return {
        "code": department.code, "prefix": department.prefix, "first": numbers.start, "last": numbers.stop - 1,
        "names": department.names, "place": department.place,
    }  # fmt: skip
