"""Print jobs: queued with the ticket, leased by one worker a printer, ended by what the printer confirmed.

A ticket never waits for paper. A job that may already have touched paper is printed again only as a copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.orm import Session

from printers.config import Dpi, Kind, Language, PaperWidth, PrinterConfig
from server.clinic.models import Printer
from server.core.database import Work
from server.core.errors import NotFound
from server.core.ids import new_id
from server.devices.service import clear_faults, raise_fault
from server.printing.models import PrintJob

#: How long a worker may hold a job; a crash gives it back after this.
LEASE = timedelta(seconds=30)
#: How long a printer in trouble is left alone before its next try.
RETRY = timedelta(seconds=5)
#: After this many failed tries, a job goes to the spare printer where there is one.
TRIES_BEFORE_SPARE = 1


@dataclass(frozen=True)
class Lease:
    """A job in a worker's hands: what to print, whether as a copy."""

    job: str
    lease: str
    slip: dict[str, Any]
    copy: bool
    device: str | None


def queue_slip(
    work: Work,
    printer: str,
    slip: dict[str, Any],
    *,
    ticket: str | None,
    device: str | None,
    copy: bool = False,
) -> PrintJob:
    """Store a job in the transaction that made its slip true."""
    job = PrintJob(
        id=new_id(), ticket=ticket, device=device, wanted_printer=printer, printer=printer, slip=slip,
        copy=copy, state="waiting", created_at=work.now, next_try_at=work.now,
    )  # fmt: skip
    work.session.add(job)
    work.session.flush()
    work.printers.add(printer)
    return job


def lease_job(work: Work, printer: str) -> Lease | None:
    """The oldest job that is due at a printer, leased; None where nothing is to be printed.

    A job whose lease ran out was perhaps printed before its worker died: it goes on as a copy.
    """
    work.lock(f"printer:{printer}")
    job = work.session.scalar(
        select(PrintJob)
        .where(PrintJob.printer == printer)
        .where(
            or_(
                and_(PrintJob.state == "waiting", PrintJob.next_try_at <= work.now),
                and_(PrintJob.state == "printing", PrintJob.leased_until <= work.now),
            )
        )
        .order_by(PrintJob.created_at)
        .limit(1)
    )
    if job is None:
        return None
    if job.state == "printing":
        job.copy = True
    job.state = "printing"
    job.tries += 1
    job.lease = new_id()
    job.leased_until = work.now + LEASE
    return Lease(job.id, job.lease, job.slip, job.copy, job.device)


def end_job(work: Work, lease: Lease, *, confirmed: bool) -> None:
    """The slip came out (`confirmed`), or was handed over to a printer that tells nothing."""
    job = _leased(work, lease)
    if job is None:
        return
    job.state = "printed" if confirmed else "sent"
    job.code = None
    job.ended_at = work.now
    job.lease, job.leased_until = None, None
    clear_faults(work, job.printer)


def fail_job(work: Work, lease: Lease, code: str, *, may_have_printed: bool) -> None:
    """The printer is in trouble: staff are told which, and the job waits or goes to the spare printer."""
    job = _leased(work, lease)
    if job is None:
        return
    printer = find_printer(work, job.printer)
    job.state = "waiting"
    job.code = code
    job.copy = job.copy or may_have_printed
    job.next_try_at = work.now + RETRY
    job.lease, job.leased_until = None, None
    if job.printer != job.wanted_printer:
        if _stands(work, job.wanted_printer):
            job.printer = job.wanted_printer  # neither prints: the two are tried in turn until one does
    elif printer.spare and job.tries >= TRIES_BEFORE_SPARE and _stands(work, printer.spare):
        job.printer = printer.spare
        job.next_try_at = work.now
        work.printers.add(printer.spare)
    clear_faults(work, printer.code, but=code)
    raise_fault(work, printer.code, code, kind="printer", hall=printer.hall)


def forget_ended_jobs(session: Session, before: datetime) -> None:
    """Drop the slips that came out before an instant: their tickets are of an earlier day."""
    session.execute(delete(PrintJob).where(PrintJob.ended_at < before))


def find_printer(work: Work, code: str) -> Printer:
    """The printer of a code. Raises NotFound."""
    printer = work.session.get(Printer, code)
    if printer is None:
        raise NotFound("printer")
    return printer


def config_of(printer: Printer, address: str) -> PrinterConfig:
    """A printer of the clinic's file for those who print; `address` is where it listens just now."""
    return PrinterConfig(
        printer.code, cast(Kind, printer.kind), address, cast(PaperWidth, printer.width), printer.cut,
        cast(Dpi, printer.dpi), cast(Language, printer.language), printer.baud,
    )  # fmt: skip


def find_job(work: Work, identifier: str) -> PrintJob:
    """The job of an id. Raises NotFound."""
    job = work.session.get(PrintJob, identifier)
    if job is None:
        raise NotFound("print_job")
    return job


def job_document(job: PrintJob) -> dict[str, Any]:
    """A job as the kiosk is told of it: trouble is named, and where the slip went instead."""
    trouble = job.state == "waiting" and job.code is not None
    return {
        "id": job.id,
        "state": "trouble" if trouble else job.state,
        "code": job.code,
        "moved_to": job.printer if job.printer != job.wanted_printer else None,
    }


def last_job(work: Work, ticket: str) -> PrintJob | None:
    """The latest job of a ticket, for printing it once more."""
    return work.session.scalar(
        select(PrintJob).where(PrintJob.ticket == ticket).order_by(PrintJob.created_at.desc()).limit(1)
    )


def _stands(work: Work, code: str) -> bool:
    printer = work.session.get(Printer, code)
    return printer is not None and printer.active


def _leased(work: Work, lease: Lease) -> PrintJob | None:
    job = work.session.get(PrintJob, lease.job, with_for_update=True, populate_existing=True)
    return job if job is not None and job.lease == lease.lease else None
