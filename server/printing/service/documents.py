"""Slips and printers as screens are told of them: what is known, and no more (R59)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from server.accounts.service import describe_by
from server.clinic.models import Printer, Screen
from server.core.clock import instant
from server.core.database import Work
from server.core.language import both, languages, text
from server.devices.service import device_names
from server.printing.models import TICKET, PrinterState, PrintJob
from server.printing.rules import PAPER_LOW, chain_of, next_printer
from server.printing.service.moving import all_printers, standing_of
from server.printing.service.settings import settings_of

#: How far back staff are shown what was not printed.
SHOWN_FOR = timedelta(hours=12)
#: How many slips a printer's list holds.
MOST_LISTED = 60


def job_document(job: PrintJob) -> dict[str, Any]:
    """A job as the kiosk is told of it: trouble is named, and where the slip went instead."""
    trouble = job.state == "waiting" and job.code is not None
    return {
        "id": job.id,
        "state": "trouble" if trouble else job.state,
        "code": job.code,
        "moved_to": job.printer if job.printer != job.wanted_printer else None,
    }


def told_kiosk(work: Work, job: PrintJob) -> dict[str, Any]:
    """The same with the name of the other printer, for the kiosk's page."""
    document = job_document(job)
    return document | {"moved_names": device_names(work, job.printer) if document["moved_to"] else None}


def printers_document(work: Work) -> list[dict[str, Any]]:
    """Every printer: where it is, how it was when it was last asked, what it owes, what came out last."""
    printers = work.session.scalars(select(Printer).where(Printer.active).order_by(Printer.code)).all()
    states = {row.code: row for row in work.session.scalars(select(PrinterState))}
    waiting = _counts(work, PrintJob.state.in_(("waiting", "printing")))
    dropped = _counts(work, PrintJob.state == "dropped", PrintJob.ended_at > work.now - SHOWN_FOR)
    feeds: dict[str, list[Screen]] = {}
    for screen in work.session.scalars(select(Screen).where(Screen.active, Screen.printer.is_not(None))):
        feeds.setdefault(screen.printer or "", []).append(screen)
    return [
        _printer(work, one, states.get(one.code), feeds.get(one.code, []))
        | {"owed": waiting.get(one.code, 0), "dropped": dropped.get(one.code, 0)}
        for one in printers
    ]


def slips_of(work: Work, printer: str) -> dict[str, list[dict[str, Any]]]:
    """The numbers that a printer owes, oldest first, and those that it did not print, newest first."""
    own = (PrintJob.printer == printer, PrintJob.purpose == TICKET)
    owed = work.session.scalars(
        select(PrintJob).where(*own, PrintJob.state.in_(("waiting", "printing")))
        .order_by(PrintJob.created_at, PrintJob.id).limit(MOST_LISTED)
    )  # fmt: skip
    dropped = work.session.scalars(
        select(PrintJob).where(*own, PrintJob.state == "dropped", PrintJob.ended_at > work.now - SHOWN_FOR)
        .order_by(PrintJob.ended_at.desc(), PrintJob.id.desc()).limit(MOST_LISTED)
    )  # fmt: skip
    return {"owed": [_slip(job) for job in owed], "dropped": [_slip(job) for job in dropped]}


def what_follows(work: Work, printer: str, code: str, since: str) -> dict[str, Any]:
    """What a printer's trouble means for slips, in words for staff: where it stands, where its slips go (`after`),
    how many wait and how many were not printed since it began."""
    row = work.session.get(Printer, printer)
    if row is None:
        return {}
    feeds = work.session.scalar(select(Screen).where(Screen.active, Screen.printer == printer).order_by(Screen.code))
    follows: dict[str, Any] = {"place": feeds.place if feeds is not None else None, "mild": code == PAPER_LOW}
    owed = _counts(work, PrintJob.state.in_(("waiting", "printing")), PrintJob.printer == printer).get(printer, 0)
    lost = _counts(
        work, PrintJob.state == "dropped", PrintJob.printer == printer,
        PrintJob.ended_at >= datetime.fromisoformat(since),
    ).get(printer, 0)  # fmt: skip
    follows["owed"] = both("fault-jobs-owed", count=owed) if owed else None
    follows["lost"] = both("fault-jobs-lost", count=lost) if lost else None
    if code not in (PAPER_LOW, "slip_unsure"):
        follows["after"] = _where_they_go(work, printer)
    return follows


def _where_they_go(work: Work, printer: str) -> dict[str, str]:
    printers = all_printers(work)
    goal = next_printer(chain_of(printer, printers.spares), printer, printers.usable)
    if goal is None:
        return both("fault-jobs-wait")
    names = device_names(work, goal)
    return {name: text(name, "fault-jobs-moved", printer=names.get(name, goal)) for name in languages()}


def _counts(work: Work, *conditions: Any) -> dict[str, int]:
    rows = work.session.execute(
        select(PrintJob.printer, func.count())
        .where(PrintJob.purpose == TICKET, *conditions)
        .group_by(PrintJob.printer)
    )
    return {code: count for code, count in rows}  # noqa: C416  (rows are no pairs to mypy)


def _printer(work: Work, printer: Printer, state: PrinterState | None, feeds: list[Screen]) -> dict[str, Any]:
    standing = standing_of(state)
    return {
        "code": printer.code, "names": printer.names, "hall": printer.hall, "spare": printer.spare,
        "attached_to": printer.attached_to, "place": feeds[0].place if feeds else None,
        "serves": [screen.names for screen in feeds], "settings": settings_of(printer, state),
        "chosen": _chosen(work, state), "state": standing.state, "trouble": standing.in_trouble,
        "known_at": _instant(state and state.known_at), "since": _instant(state and state.since),
        "last": _last(state), "out": _out(work, state),
    }  # fmt: skip


def _chosen(work: Work, state: PrinterState | None) -> dict[str, Any] | None:
    if state is None or state.chosen_at is None:
        return None
    return {"at": instant(state.chosen_at), "by": describe_by(work, state.chosen_by), "file": state.chosen_over}


def _out(work: Work, state: PrinterState | None) -> dict[str, Any] | None:
    if state is None or state.out_since is None:
        return None
    overdue = state.out_until is not None and state.out_until <= work.now
    return {
        "since": instant(state.out_since), "until": _instant(state.out_until), "overdue": overdue,
        "reason": state.out_reason, "by": describe_by(work, state.out_by),
    }  # fmt: skip


def _last(state: PrinterState | None) -> dict[str, Any] | None:
    if state is None or state.last_at is None:
        return None
    return {"number": state.last_number, "at": instant(state.last_at), "confirmed": state.last_confirmed}


def _slip(job: PrintJob) -> dict[str, Any]:
    return {
        "id": job.id, "ticket": job.ticket, "number": job.slip.get("number"), "copy": job.copy,
        "at": instant(job.created_at), "code": job.code, "reason": job.reason,
    }  # fmt: skip


def _instant(value: Any) -> str | None:
    return None if value is None else instant(value)
