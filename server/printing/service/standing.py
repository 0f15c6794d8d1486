"""What is known of each printer, told to staff once and taken back when it is over (R59, R105)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from server.clinic.models import Printer
from server.core.database import Work
from server.devices.models import Fault
from server.devices.service import clear_faults, raise_fault
from server.printing import rules
from server.printing.models import PrinterState, PrintJob
from server.printing.rules import Standing
from server.printing.service.moving import come_home, move_on, owed, standing_of, state_of

#: Troubles of single slips: no look at the printer ends them.
OF_A_SLIP = (rules.CANNOT_DRAW, "slip_unsure")


def note_seen(work: Work, code: str, seen: str, *, at: datetime | None = None) -> None:
    """A printer was asked, and `seen` came of it: a state of its own or a code of trouble.

    Trouble is told to staff, and the slips that wait there go on to a spare printer; its end takes both back.
    """
    row = state_of(work, code)
    _stand(work, row, rules.after_look(standing_of(row), seen), at)


def note_printed(work: Work, code: str, number: str | None, seen: str, *, confirmed: bool) -> None:
    """A slip came out, or went to a printer that tells nothing; `seen` is what the printer said after it."""
    row = state_of(work, code)
    before = standing_of(row)
    if number is not None:
        row.last_number, row.last_at, row.last_confirmed = number, work.now, confirmed
    after = Standing(seen, before.answers or seen != rules.UNKNOWN, before.out_of_use)
    _stand(work, row, after, None)
    clear_faults(work, code, but=(row.state, "slip_unsure"))


def note_failed(work: Work, code: str, trouble: str) -> None:
    """A slip did not come out: the printer rests, the longer the oftener it happened."""
    row = state_of(work, code)
    row.failures += 1
    row.next_try_at = work.now + rules.rest(row.failures)
    _stand(work, row, rules.after_look(standing_of(row), trouble), None)


def record_looks(work: Work, looks: Mapping[str, tuple[str, datetime]]) -> None:
    """Store what was seen of many printers since the last time, each with its instant. Trouble that staff called
    settled and that goes on is told again."""
    rows = {row.code: row for row in work.session.scalars(select(PrinterState).where(PrinterState.code.in_(looks)))}
    told = set(work.session.scalars(select(Fault.device).where(Fault.kind == "printer", Fault.cleared_at.is_(None))))
    for code in sorted(looks):
        seen, at = looks[code]
        row = rows.get(code)
        before = standing_of(row)
        if row is None or code in told or before.in_trouble or rules.after_look(before, seen) != before:
            note_seen(work, code, seen, at=at)
        else:
            row.known_at = at


def follow_fault(work: Work, **facts: Any) -> None:
    """Staff say that a printer's trouble is settled: it is tried at once. Of one that tells nothing of itself they are
    the only ones who know."""
    fault = facts["fault"]
    if fault.kind != "printer":
        return
    row = state_of(work, fault.device)
    row.failures, row.next_try_at = 0, None
    if row.state in rules.SHOWN_BY_A_SLIP:
        row.state, row.since = rules.UNKNOWN, work.now
    work.session.flush()
    come_home(work, fault.device)


def find_silent_agents(work: Work, silent: Callable[[str], bool]) -> list[str]:
    """The printers whose computer is silent and which are not known to be. Reads only."""
    attached = work.session.execute(
        select(Printer.code, Printer.attached_to, PrinterState.state)
        .outerjoin(PrinterState, PrinterState.code == Printer.code)
        .where(Printer.active, Printer.attached_to.is_not(None))
    )
    return [code for code, kiosk, state in attached if state != rules.AGENT_SILENT and kiosk and silent(kiosk)]


def _stand(work: Work, row: PrinterState, after: Standing, at: datetime | None) -> None:
    before = standing_of(row)
    printer = work.session.get(Printer, row.code)
    if after.state != row.state or row.since is None:
        row.since = at or work.now
    row.state, row.answers, row.known_at = after.state, after.answers, at or work.now
    if printer is None or not printer.active:
        return
    _tell(work, printer, after)
    if after.in_trouble:
        if not before.in_trouble:
            move_on(work, owed(work, PrintJob.printer == row.code), after.state)
    elif before.in_trouble or row.failures:
        row.failures, row.next_try_at = 0, None
        if not after.out_of_use:
            come_home(work, row.code)


def _tell(work: Work, printer: Printer, standing: Standing) -> None:
    """The open trouble of a printer is what it has now. Of one that is out of use staff know."""
    told = None
    if not standing.out_of_use and (standing.in_trouble or standing.state == rules.PAPER_LOW):
        told = standing.state
        raise_fault(work, printer.code, told, kind="printer", hall=printer.hall)
    clear_faults(work, printer.code, but=(*OF_A_SLIP, *([told] if told else [])))
