"""Where slips wait: at their own printer, at a spare one while it is in trouble, home again when it is well (R59)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from server.clinic.models import Printer
from server.core.database import Work
from server.core.errors import NotFound
from server.devices.service import raise_fault
from server.printing import rules
from server.printing.models import TEST, PrinterState, PrintJob
from server.printing.rules import Standing


@dataclass(frozen=True)
class Printers:
    """The printers of the house that stand, who takes over from each, and how each is."""

    spares: dict[str, str | None]
    standing: dict[str, Standing]

    def usable(self, code: str) -> bool:
        """Whether a slip may be sent there with hope."""
        return code in self.spares and self.standing.get(code, Standing()).usable

    def chain(self, job: PrintJob) -> list[str]:
        """The printers that may print a slip, its own first."""
        return rules.chain_of(job.sent_to or job.wanted_printer, self.spares)


def find_printer(work: Work, code: str) -> Printer:
    """The printer of a code. Raises NotFound."""
    printer = work.session.get(Printer, code)
    if printer is None or not printer.active:
        raise NotFound("printer")
    return printer


def state_of(work: Work, code: str) -> PrinterState:
    """What is known of a printer, to be changed. Whoever changes it holds the lock of all printers, so that slips
    that move between two of them never deadlock."""
    work.lock("printers")
    row = work.session.get(PrinterState, code)
    if row is None:
        row = PrinterState(code=code, state=rules.UNKNOWN, answers=False, failures=0, last_confirmed=False)
        work.session.add(row)
        work.session.flush()
    return row


def standing_of(row: PrinterState | None) -> Standing:
    """How a printer stands; one of which nothing is known yet may well print."""
    return Standing() if row is None else Standing(row.state, row.answers, row.out_since is not None)


def all_printers(work: Work) -> Printers:
    """Every printer that stands."""
    spares = {row[0]: row[1] for row in work.session.execute(select(Printer.code, Printer.spare).where(Printer.active))}
    rows = work.session.scalars(select(PrinterState))
    return Printers(spares, {row.code: standing_of(row) for row in rows})


def owed(work: Work, *conditions: object) -> list[PrintJob]:
    """The slips that wait, in the order in which they were made, held until the end of this work."""
    return list(
        work.session.scalars(
            select(PrintJob)
            .where(PrintJob.state == "waiting", *conditions)  # type: ignore[arg-type]
            .order_by(PrintJob.created_at, PrintJob.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )


def move_on(work: Work, jobs: Collection[PrintJob], code: str | None = None) -> None:
    """Slips that stand at a printer which does not print leave it: for the next of their chain that does, else for
    their own, where they wait. `code`: the trouble that the kiosk is told of. A test page stays: it asks about
    this very printer."""
    printers = all_printers(work) if jobs else None
    for job in jobs:
        job.code = code or job.code
        if printers is None or job.purpose == TEST or printers.usable(job.printer):
            continue
        chain = printers.chain(job)
        goal = rules.next_printer(chain, job.printer, printers.usable) or (chain[0] if chain else job.printer)
        _go(work, job, goal)


def come_home(work: Work, recovered: str) -> None:
    """A printer prints again: what is owed there is due now, and what waits for it elsewhere comes to it."""
    printers = all_printers(work)
    for job in owed(work):
        if job.printer == recovered:
            job.next_try_at = work.now
        elif job.purpose != TEST and rules.comes_to(
            printers.chain(job), job.printer, recovered, at_usable=printers.usable(job.printer)
        ):
            _go(work, job, recovered)
    work.printers.add(recovered)


def give_up(work: Work, job: PrintJob, reason: str) -> None:
    """A slip is not printed any more. It stays on record, and staff are told how many there were."""
    job.state, job.reason, job.ended_at = "dropped", reason, work.now
    job.leased_until = None
    printer = work.session.get(Printer, job.printer)
    if printer is None:
        return
    if reason == rules.UNSURE:
        raise_fault(work, printer.code, "slip_unsure", kind="printer", hall=printer.hall)
    work.announce("printer.slips", printer.hall, parts=("tasks",))


def _go(work: Work, job: PrintJob, goal: str) -> None:
    if goal == job.printer:
        return
    job.printer = goal
    job.next_try_at = work.now
    work.printers.add(goal)
