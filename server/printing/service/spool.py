"""Print jobs: queued with the ticket, leased by one worker a printer, ended by what the printer confirmed.

A ticket never waits for paper. A job that may already have touched paper is printed again only as a copy, and only
once (R59, R105).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.orm import Session

from server.clinic.models import Printer
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import NotFound
from server.core.ids import new_id
from server.devices.service import raise_fault
from server.printing import rules
from server.printing.models import TEST, TICKET, PrinterState, PrintJob
from server.printing.service.moving import give_up, move_on, owed, standing_of
from server.printing.service.standing import note_failed, note_printed


@dataclass(frozen=True)
class Lease:
    """A job in a worker's hands: what to print, whether as a copy, at which printer."""

    job: str
    lease: str
    slip: dict[str, Any]
    copy: bool
    device: str | None
    printer: str
    purpose: str = TICKET


def queue_slip(
    work: Work,
    printer: str,
    slip: dict[str, Any],
    *,
    ticket: str | None,
    device: str | None,
    copy: bool = False,
    purpose: str = TICKET,
) -> PrintJob:
    """Store a job in the transaction that made its slip true. Where its printer is known to be in trouble it goes to
    a spare one at once, and nobody waits for another try."""
    job = PrintJob(
        id=new_id(), ticket=ticket, device=device, wanted_printer=printer, printer=printer, slip=slip,
        copy=copy, state="waiting", tries=0, unsure=0, purpose=purpose, created_at=work.now, next_try_at=work.now,
    )  # fmt: skip
    standing = standing_of(work.session.get(PrinterState, printer))
    if not standing.usable:
        move_on(work, [job], "out_of_use" if standing.out_of_use else standing.state)
    work.session.add(job)
    work.session.flush()
    work.printers.add(job.printer)
    return job


def anything_due(work: Work, printer: str) -> bool:
    """Whether a printer has something to print, or to take back: a cheap look, so that no idle worker takes the
    writer."""
    due = or_(
        and_(PrintJob.state == "waiting", PrintJob.next_try_at <= work.now),
        and_(PrintJob.state == "printing", PrintJob.leased_until <= work.now),
    )
    found = work.session.scalar(select(PrintJob.id).where(PrintJob.printer == printer, due).limit(1))
    return found is not None and not _rests(work.session.get(PrinterState, printer), work.now)


def lease_job(
    work: Work, printer: str, *, holder: str | None = None, hold: timedelta = rules.LEASE
) -> Lease | None:
    """The oldest job that is due at a printer, leased; None where nothing is to be printed.

    `holder` is the print agent that asks, `hold` how long the lease lasts. A job whose lease ran out was perhaps
    printed before its worker died: it goes on as a copy.
    """
    work.lock(f"printer:{printer}")
    state = work.session.get(PrinterState, printer)
    take_back(work, PrintJob.printer == printer, PrintJob.leased_until <= work.now)
    if _rests(state, work.now) or (state is not None and state.out_since is not None):
        return None
    for job in owed(work, PrintJob.printer == printer, PrintJob.next_try_at <= work.now):
        if not _given_up(work, job):
            return _hand_out(work, job, holder, hold)
    return None


def _hand_out(work: Work, job: PrintJob, holder: str | None, hold: timedelta) -> Lease:
    job.state = "printing"
    job.tries += 1
    job.lease, job.leased_until, job.holder = new_id(), work.now + hold, holder
    work.session.flush()
    return Lease(job.id, job.lease, job.slip, job.copy, job.device, job.printer, job.purpose)


def end_job(work: Work, lease: Lease, *, confirmed: bool, seen: str | None = None) -> None:
    """The slip came out (`confirmed`), or was handed over to a printer that tells nothing; `seen` is what the printer
    said after it. Told late, it still counts until somebody else has the job."""
    work.lock("printers")
    job = _leased(work, lease)
    if job is None:
        return
    job.state = "printed" if confirmed else "sent"
    job.printer = lease.printer
    job.code = job.reason = job.lease = job.leased_until = None
    job.ended_at = work.now
    number = job.slip.get("number") if job.purpose == TICKET else None
    note_printed(
        work, lease.printer, number, seen or (rules.READY if confirmed else rules.UNKNOWN), confirmed=confirmed
    )


def fail_job(work: Work, lease: Lease, code: str, *, may_have_printed: bool) -> None:
    """The printer is in trouble: staff are told which, and the job waits, goes to a spare printer or is given up."""
    work.lock("printers")
    job = _leased(work, lease)
    if job is None or job.state != "printing":
        return
    job.state, job.code, job.lease, job.leased_until = "waiting", code, None, None
    if may_have_printed:
        job.unsure += 1
        job.copy = True
    printer = work.session.get_one(Printer, job.printer)
    if code == rules.CANNOT_DRAW:  # the slip's own trouble: the others behind it are printed
        job.next_try_at = work.now + rules.rest(job.tries)
        raise_fault(work, printer.code, code, kind="printer", hall=printer.hall)
    else:
        note_failed(work, job.printer, code)
    if job.purpose == TEST:
        give_up(work, job, rules.TEST_FAILED)
    elif not _given_up(work, job):
        move_on(work, [job])
    work.announce("printer.slips", printer.hall, parts=("tasks",))


def take_back(work: Work, *conditions: Any) -> None:
    """Leased jobs whose worker is gone wait again, as copies: nobody knows whether they came out."""
    held = select(PrintJob).where(PrintJob.state == "printing", *conditions).order_by(PrintJob.created_at, PrintJob.id)
    for job in work.session.scalars(held.with_for_update().execution_options(populate_existing=True)):
        job.state, job.leased_until = "waiting", None  # the lease stays: its holder may still tell how it ended
        job.unsure += 1
        job.copy = True
        job.next_try_at = work.now
        if not _given_up(work, job) and not standing_of(work.session.get(PrinterState, job.printer)).usable:
            move_on(work, [job])
    work.session.flush()


def lose_job(work: Work, lease: Lease) -> None:
    """Its holder ended while it had the job, and says so: nobody knows whether paper came out."""
    work.lock("printers")
    take_back(work, PrintJob.id == lease.job, PrintJob.lease == lease.lease)


def take_back_after_start(work: Work) -> None:
    """The server begins: what its own workers held before they ended is taken back at once."""
    take_back(work, PrintJob.holder.is_(None))


def release_unheard(work: Work, printer: str, holder: str, held: list[str]) -> None:
    """A print agent says which leases it knows: one that it never heard of was lost on its way, and no paper came
    of it. Nothing is marked a copy for that."""
    lost = select(PrintJob).where(
        PrintJob.state == "printing", PrintJob.printer == printer, PrintJob.holder == holder,
        PrintJob.lease.not_in(held),
    )  # fmt: skip
    for job in work.session.scalars(lost.with_for_update().execution_options(populate_existing=True)):
        job.state, job.lease, job.leased_until = "waiting", None, None
        job.next_try_at = work.now


def anything_late(work: Work) -> bool:
    """Whether a slip waits that is to be given up, or is held by nobody any more. Reads only."""
    most = clinic_settings(work).printing.drop_after
    late = or_(
        and_(PrintJob.state == "waiting", PrintJob.created_at <= work.now - most),
        and_(PrintJob.state == "waiting", PrintJob.overtaken_at.is_not(None)),
        and_(PrintJob.state == "printing", PrintJob.leased_until <= work.now),
    )
    return work.session.scalar(select(PrintJob.id).where(late).limit(1)) is not None


def give_up_late(work: Work) -> None:
    """Slips that come too late are not printed: those of patients who were called or left, and old ones."""
    work.lock("printers")
    take_back(work, PrintJob.leased_until <= work.now)
    for job in owed(work):
        _given_up(work, job)


def follow_ticket(work: Work, **facts: Any) -> None:
    """A ticket moved: whoever was called, has gone or was moved needs no paper any more; who waits again does."""
    ticket = facts["ticket"]
    overtaken = None if ticket.state == "waiting" else work.now
    work.session.execute(
        update(PrintJob)
        .where(PrintJob.ticket == ticket.id, PrintJob.state.in_(("waiting", "printing")))
        .values(overtaken_at=overtaken)
    )


def forget_ended_jobs(session: Session, before: datetime) -> None:
    """Drop the slips that came out before an instant: their tickets are of an earlier day."""
    session.execute(delete(PrintJob).where(PrintJob.ended_at < before))


def find_job(work: Work, identifier: str) -> PrintJob:
    """The job of an id. Raises NotFound."""
    job = work.session.get(PrintJob, identifier)
    if job is None:
        raise NotFound("print_job")
    return job


def last_job(work: Work, ticket: str) -> PrintJob | None:
    """The latest job of a ticket, for printing it once more."""
    return work.session.scalar(
        select(PrintJob).where(PrintJob.ticket == ticket).order_by(PrintJob.created_at.desc(), PrintJob.id.desc())
        .limit(1)
    )  # fmt: skip


def _given_up(work: Work, job: PrintJob) -> bool:
    reason = rules.why_given_up(
        created_at=job.created_at, overtaken_at=job.overtaken_at, failed=job.code is not None, unsure=job.unsure,
        now=work.now, most=clinic_settings(work).printing.drop_after,
    )  # fmt: skip
    if reason is not None:
        give_up(work, job, reason)
    return reason is not None


def _rests(state: PrinterState | None, now: datetime) -> bool:
    return state is not None and state.next_try_at is not None and state.next_try_at > now


def _leased(work: Work, lease: Lease) -> PrintJob | None:
    job = work.session.get(PrintJob, lease.job, with_for_update=True, populate_existing=True)
    ends = job is not None and job.lease == lease.lease and job.state in ("printing", "waiting", "dropped")
    return job if ends else None
