"""Check a line of the form that was filled in by hand: every field at once, each problem by its name (R1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.clinic.models import Department, Room
from server.clinic.service import clinic_settings
from server.core.clock import service_day
from server.core.database import Work
from server.devices.models import Outage
from server.devices.service import find_outage
from server.downtime.models import DowntimePack, PaperEntry
from server.downtime.rules.codes import PaperNumber, read_paper
from server.downtime.rules.times import next_at, on_day, read_clock, within
from server.downtime.service.packs import find_range, lock_of
from server.registration.fields import PatientFields
from server.registration.rules import Unfit
from server.registration.service.problems import Problems

WAITING, SEEN, LEFT = "waiting", "seen", "left"


@dataclass(frozen=True)
class PaperLine:
    """One line of the form. Times are as written (8:41); `day` is needed only where the outage held that time twice.

    `state`: waiting, seen, or left without being seen. `urgency` is the level that was ticked, 1 to 4.
    """

    request_id: str
    outage: str
    paper: str
    arrived: str
    patient: PatientFields
    state: str
    consent: bool
    language: str
    day: str | None = None
    complaint: str | None = None
    urgency: int | None = None
    called: str | None = None
    finished: str | None = None
    room: str | None = None


@dataclass(frozen=True)
class Checked:
    """A line that makes sense: whose number it is, and its instants."""

    paper: PaperNumber
    pack: DowntimePack
    department: Department
    outage: Outage
    entry: PaperEntry | None
    arrived: datetime
    called: datetime | None
    finished: datetime | None
    room: Room | None
    service_day: date


@dataclass(frozen=True)
class _Held:
    """The department's number that a line names."""

    paper: PaperNumber
    pack: DowntimePack
    department: Department
    entry: PaperEntry | None


def check_line(work: Work, line: PaperLine, timezone: ZoneInfo, problems: Problems) -> Checked | None:
    """What a line means; None, and every problem noted, where it cannot be taken. Holds the number until the end of
    this work, so that two tablets cannot enter it at once. Raises NotFound for an unknown outage."""
    outage = find_outage(work, line.outage)
    held = problems.run("paper", lambda: _held(work, line.paper))
    arrived = problems.run("arrived", lambda: _arrived(line, outage, work.now, timezone))
    called = finished = room = None
    if arrived is not None:
        called, finished = _later_times(line, arrived, work.now, timezone, problems)
    if held is not None:
        room = problems.run("room", lambda: _room(work, line, held.department))
    if held is None or arrived is None:
        return None
    _check_day(held.pack, arrived, timezone, problems)
    start = clinic_settings(work).day_starts_hour
    day = service_day(arrived, timezone, start)
    if line.state == WAITING and day != service_day(work.now, timezone, start):
        problems.add("state", "paper_waiting_yesterday")
    return Checked(
        held.paper, held.pack, held.department, outage, held.entry, arrived, called, finished, room, day
    )


def _held(work: Work, typed: str) -> _Held:
    paper = read_paper(typed)
    found = find_range(work, paper)
    if found is None:
        raise Unfit("paper_unknown", number=str(paper))
    pack, numbers = found
    work.lock(lock_of(pack.id, numbers.department, paper.sequence))
    entry = work.session.get(PaperEntry, (pack.id, numbers.department, paper.sequence), populate_existing=True)
    if entry is not None and entry.ticket is not None:
        raise Unfit("paper_entered", number=str(paper))
    department = work.session.get(Department, numbers.department)
    if department is None or not department.active:
        raise Unfit("paper_no_department", number=str(paper))
    return _Held(paper, pack, department, entry)


def _arrived(line: PaperLine, outage: Outage, now: datetime, timezone: ZoneInfo) -> datetime:
    minutes = read_clock(line.arrived)
    possible = within(minutes, outage.started_at, outage.ended_at, timezone)
    if line.day:
        named = on_day(line.day, minutes, timezone)
        if named > now:
            raise Unfit("paper_future")
        possible = [at for at in possible if at == named]
    elif not possible and _still_to_come(minutes, now, timezone):
        raise Unfit("paper_future")
    if not possible:
        start, end = _span(outage, timezone)
        raise Unfit("paper_outside_outage", start=start, end=end)
    if len(possible) > 1:
        raise Unfit("paper_which_day")
    return possible[0]


def _still_to_come(minutes: int, now: datetime, timezone: ZoneInfo) -> bool:
    """Whether a time is later than now on a clock."""
    local = now.astimezone(timezone)
    return minutes > local.hour * 60 + local.minute


def _span(outage: Outage, timezone: ZoneInfo) -> tuple[str, str]:
    """An outage's times, with their days where it lasted over midnight."""
    start, end = outage.started_at.astimezone(timezone), outage.ended_at.astimezone(timezone)
    form = "%H:%M" if start.date() == end.date() else "%m-%d %H:%M"
    return start.strftime(form), end.strftime(form)


def _shown(at: datetime, timezone: ZoneInfo) -> str:
    return f"{at.astimezone(timezone):%m-%d %H:%M}"


def _later_times(
    line: PaperLine, arrived: datetime, now: datetime, timezone: ZoneInfo, problems: Problems
) -> tuple[datetime | None, datetime | None]:
    """When the patient was called and when they went, each after the other."""
    called = finished = None
    if line.state == SEEN and line.called:
        called = problems.run("called", lambda: _after(line.called or "", arrived, now, timezone))
    if line.state in (SEEN, LEFT) and line.finished:
        finished = problems.run("finished", lambda: _after(line.finished or "", called or arrived, now, timezone))
    return called, finished


def _after(written: str, earlier: datetime, now: datetime, timezone: ZoneInfo) -> datetime:
    at = next_at(read_clock(written), earlier, timezone)
    if at > now:
        raise Unfit("paper_time_order", earlier=f"{earlier.astimezone(timezone):%H:%M}")
    return at


def _room(work: Work, line: PaperLine, department: Department) -> Room | None:
    if not line.room or line.state != SEEN:
        return None
    room = work.session.get(Room, line.room)
    if room is None or room.department != department.code:
        raise Unfit("paper_room")
    return room


def _check_day(pack: DowntimePack, arrived: datetime, timezone: ZoneInfo, problems: Problems) -> None:
    if arrived < pack.made_at.replace(second=0, microsecond=0):
        problems.add("arrived", "paper_before_pack", made=_shown(pack.made_at, timezone))
    elif pack.day is not None and arrived.astimezone(timezone).date() != pack.day:
        problems.add("paper", "paper_other_day", day=pack.day.isoformat())
