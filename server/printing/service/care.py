"""What staff do with a printer: a test page, another printer for its slips, out of use and back (R105)."""

from __future__ import annotations

from datetime import datetime

from server.accounts.service import record_audit
from server.clinic.models import Printer
from server.core.database import Work
from server.core.errors import Refusal
from server.devices.service import clear_faults, raise_fault, require_hall
from server.printing import rules
from server.printing.models import TEST, PrinterState, PrintJob
from server.printing.service.moving import come_home, find_printer, give_up, move_on, owed, standing_of, state_of
from server.printing.service.spool import queue_slip


def print_test(work: Work, code: str) -> PrintJob:
    """A test page on this very printer, in its turn; it is tried once. Raises NotFound, Forbidden."""
    _own(work, code)
    record_audit(work, "printer.test", f"printer:{code}")
    return queue_slip(work, code, {}, ticket=None, device=None, purpose=TEST)


def move_slips(work: Work, code: str, goal: str) -> int:
    """What a printer owes is printed by another one from now on; returns how many slips there are.

    Raises NotFound, Forbidden, or Refusal `same_printer`, `printer_out_of_use`.
    """
    _own(work, code)
    find_printer(work, goal)
    if goal == code:
        raise Refusal("same_printer")
    if state_of(work, goal).out_since is not None:
        raise Refusal("printer_out_of_use")
    jobs = owed(work, PrintJob.printer == code, PrintJob.purpose != TEST)
    for job in jobs:
        job.printer = job.sent_to = goal
        job.next_try_at = work.now
    work.printers.add(goal)
    record_audit(work, "printer.slips_moved", f"printer:{code}", to=goal, count=len(jobs))
    _announce(work, code, goal)
    return len(jobs)


def drop_slips(work: Work, code: str) -> int:
    """What a printer owes is not printed; returns how many slips there were. Raises NotFound, Forbidden."""
    _own(work, code)
    work.lock("printers")
    jobs = owed(work, PrintJob.printer == code)
    for job in jobs:
        give_up(work, job, rules.BY_STAFF)
    record_audit(work, "printer.slips_dropped", f"printer:{code}", count=len(jobs))
    return len(jobs)


def take_out_of_use(work: Work, code: str, reason: str, until: datetime | None) -> PrinterState:
    """No slip goes to this printer until somebody puts it back; what it owes goes to a spare one. `until` is when
    it is expected back, for whoever asks. Raises NotFound, Forbidden, or Refusal `until_is_past`."""
    _own(work, code)
    if until is not None and until <= work.now:
        raise Refusal("until_is_past")
    state = state_of(work, code)
    state.out_since = state.out_since or work.now
    state.out_until, state.out_reason, state.out_by = until, reason, work.actor.stamp
    work.session.flush()
    clear_faults(work, code)
    move_on(work, owed(work, PrintJob.printer == code), "out_of_use")
    record_audit(work, "printer.out_of_use", f"printer:{code}")
    _announce(work, code)
    return state


def put_back(work: Work, code: str) -> PrinterState:
    """The printer is used again; what is wrong with it is told again. Raises NotFound, Forbidden."""
    printer = _own(work, code)
    state = state_of(work, code)
    state.out_since = state.out_until = state.out_reason = state.out_by = None
    state.failures, state.next_try_at = 0, None
    work.session.flush()
    standing = standing_of(state)
    if standing.in_trouble:
        raise_fault(work, code, standing.state, kind="printer", hall=printer.hall)
    else:
        come_home(work, code)
    record_audit(work, "printer.put_back", f"printer:{code}")
    _announce(work, code)
    return state


def _own(work: Work, code: str) -> Printer:
    printer = find_printer(work, code)
    require_hall(work, printer.hall)
    return printer


def _announce(work: Work, *codes: str) -> None:
    for hall in sorted({find_printer(work, code).hall for code in codes}):
        work.announce("printer.slips", hall, parts=("tasks",))
