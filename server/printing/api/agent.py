"""What a print agent on a kiosk's own computer asks, with that kiosk's device token (R59): its printers, their next
slip, how it came out. It sees the printers that are attached to its kiosk and no others."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any, Literal

from flask import Response, jsonify
from pydantic import Field
from sqlalchemy import select

from server.clinic.models import Printer
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import NotFound
from server.printing.api.parts import Body, blueprint, station
from server.printing.models import PrinterState, PrintJob
from server.printing.rules import hold
from server.printing.service import (
    Lease,
    anything_due,
    config_of,
    end_job,
    fail_job,
    find_job,
    lease_job,
    lose_job,
    note_seen,
    release_unheard,
    told_kiosk,
)
from server.web.context import database, state
from server.web.requests import actor, body, needs

#: The longest that a question for a slip is held open, in seconds: an agent is silent after ten.
LONGEST_WAIT = 6.0

Id = Annotated[str, Field(min_length=1, max_length=36)]
Word = Annotated[str, Field(pattern=r"^[a-z_]{1,32}$")]


class Question(Body):
    """The next slip of a printer. `held`: the leases that this agent knows of; `seen`: how the printer is."""

    printer: Id
    agent: Id
    held: list[Id] = Field(default_factory=list, max_length=64)
    seen: Word | None = None
    wait: float = Field(default=0.0, ge=0, le=60)


class Outcome(Body):
    """How a slip ended; `retry_safe`: no byte of it can have reached paper. "lost": the agent itself ended while it had
    the slip."""

    printer: Id
    job: Id
    lease: Id
    state: Literal["printed", "sent", "trouble", "lost"]
    code: Word | None = None
    retry_safe: bool = False
    seen: Word | None = None


@blueprint.get("/printing/printers")
@needs("kiosk")
def agent_printers() -> Response:
    """The printers that this kiosk's computer drives, as they are to be reached from there."""
    who = actor()
    station().desk.note(who.code)
    with database().read(who) as work:
        rows = work.session.scalars(
            select(Printer).where(Printer.active, Printer.attached_to == who.code).order_by(Printer.code)
        )
        printers = [dataclasses.asdict(config_of(row, work.session.get(PrinterState, row.code))) for row in rows]
        seconds = clinic_settings(work).printing.ask_seconds
    return jsonify(printers=printers, ask_seconds=seconds)


@blueprint.post("/printing/lease")
@needs("kiosk")
def lease_slip() -> Response:
    """The next slip of one printer, or null after `wait` seconds in which there was none."""
    given = body(Question)
    desk = station().desk
    desk.note(actor().code)
    question = desk.ask(given.printer)
    with database().read(actor()) as work:
        _own(work, given.printer)
    if given.seen is not None:
        _note_seen(given.printer, given.seen)
    found = _next(given)
    if found is None and question.wait(min(given.wait, LONGEST_WAIT)) and desk.counts(given.printer, question):
        found = _next(given)
    desk.note(actor().code)
    return jsonify(slip=found)


@blueprint.post("/printing/result")
@needs("kiosk")
def slip_ended() -> tuple[str, int]:
    """How a slip came out. Told twice, or when the slip has gone elsewhere meanwhile, it changes nothing."""
    given = body(Outcome)
    station().desk.note(actor().code)
    lease = Lease(given.job, given.lease, {}, copy=False, device=None, printer=given.printer)
    with database().write(actor()) as work:
        _own(work, given.printer)
        if given.state == "lost":
            lose_job(work, lease)
        elif given.state == "trouble":
            fail_job(work, lease, given.code or "unreachable", may_have_printed=not given.retry_safe)
        else:
            end_job(work, lease, confirmed=given.state == "printed", seen=given.seen)
        job = find_job(work, given.job)
        told = told_kiosk(work, job)
    station().looks.forget(given.printer)
    station().desk.wake(given.printer)
    if job.device is not None:
        station().tell(job.device, told)
    return "", 204


def _own(work: Work, code: str) -> Printer:
    printer = work.session.get(Printer, code)
    if printer is None or not printer.active or printer.attached_to != actor().code:
        raise NotFound("printer")
    return printer


def _note_seen(printer: str, seen: str) -> None:
    looks = station().looks
    if looks.changed(printer, seen):
        with database().write(actor()) as work:
            note_seen(work, printer, seen)
        looks.stored(printer, seen)
    else:
        looks.note(printer, seen, state().clock.now())


def _next(given: Question) -> dict[str, Any] | None:
    with database().read() as work:
        unheard = _unheard(work, given)
        if not unheard and not anything_due(work, given.printer):
            return None
    with database().write(actor()) as work:
        config = config_of(_own(work, given.printer), work.session.get(PrinterState, given.printer))
        release_unheard(work, given.printer, given.agent, given.held)
        lease = lease_job(work, given.printer, holder=given.agent, hold=hold(config.kind, config.baud))
    return dataclasses.asdict(lease) if lease is not None else None


def _unheard(work: Work, given: Question) -> bool:
    held = select(PrintJob.id).where(
        PrintJob.state == "printing", PrintJob.printer == given.printer, PrintJob.holder == given.agent,
        PrintJob.lease.not_in(given.held),
    )  # fmt: skip
    return work.session.scalar(held.limit(1)) is not None
