"""How a printer is reached: as the clinic file says, or as an administrator chose on the devices page (R59).

A choice stands until somebody goes back to the file, or until the file says something else than it did when the
choice was made: the newer word counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import select

from printers.config import Dpi, Kind, Language, PaperWidth, PrinterConfig
from server.accounts.service import record_audit
from server.clinic.models import Printer
from server.clinic.printers import impossible
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.devices.service import require_hall
from server.printing.models import PrinterState
from server.printing.service.moving import find_printer, state_of

#: What may be chosen; name, hall and spare are the file's alone.
CHOSEN = ("kind", "address", "width", "dpi", "language", "baud", "cut")


def of_file(printer: Printer) -> dict[str, Any]:
    """What the clinic file says."""
    return {name: getattr(printer, name) for name in CHOSEN}


def settings_of(printer: Printer, state: PrinterState | None) -> dict[str, Any]:
    """What holds: the file's settings, and over them those that were chosen."""
    return of_file(printer) | ((state.chosen if state is not None else None) or {})


def config_of(printer: Printer, state: PrinterState | None, address: str | None = None) -> PrinterConfig:
    """A printer for those who print; `address` is where a virtual one listens just now."""
    held = settings_of(printer, state)
    return PrinterConfig(
        printer.code, cast(Kind, held["kind"]), held["address"] if address is None else address,
        cast(PaperWidth, held["width"]), held["cut"], cast(Dpi, held["dpi"]), cast(Language, held["language"]),
        held["baud"],
    )  # fmt: skip


def choose_settings(work: Work, code: str, values: Mapping[str, Any]) -> PrinterState:
    """Reach a printer in another way than the clinic file says. Raises NotFound, Forbidden, or Invalid where the
    settings cannot go together."""
    printer = find_printer(work, code)
    require_hall(work, printer.hall)
    wanted = of_file(printer) | {name: values[name] for name in CHOSEN if name in values}
    if wanted["kind"] != "serial":
        wanted["baud"] = printer.baud
    problems = [
        FieldProblem("kind" if key == "attached_to" else key, sentence)
        for key, sentence in impossible(wanted["kind"], wanted["address"], attached=printer.attached_to is not None)
    ]
    if problems:
        raise Invalid(problems)
    state = state_of(work, code)
    if wanted == of_file(printer):
        _forget_choice(state)
    else:
        state.chosen, state.chosen_over = wanted, of_file(printer)
        state.chosen_at, state.chosen_by = work.now, work.actor.stamp
    _ask_anew(work, state)
    record_audit(work, "printer.settings", f"printer:{code}", kind=wanted["kind"])
    return state


def back_to_file(work: Work, code: str) -> PrinterState:
    """Forget what was chosen: the clinic file counts again. Raises NotFound, Forbidden."""
    require_hall(work, find_printer(work, code).hall)
    state = state_of(work, code)
    if state.chosen is not None:
        _forget_choice(state)
        _ask_anew(work, state)
        record_audit(work, "printer.settings_of_file", f"printer:{code}")
    return state


def follow_clinic(work: Work, **_facts: Any) -> None:
    """The clinic file was applied: a choice ends where the file says something new of its printer."""
    for state in work.session.scalars(select(PrinterState).where(PrinterState.chosen_at.is_not(None))):
        printer = work.session.get(Printer, state.code)
        if printer is not None and of_file(printer) != state.chosen_over:
            _forget_choice(state)
            _ask_anew(work, state)


def _forget_choice(state: PrinterState) -> None:
    state.chosen = state.chosen_over = state.chosen_at = state.chosen_by = None


def _ask_anew(work: Work, state: PrinterState) -> None:
    """Perhaps another machine stands there: what was known of the former one tells nothing."""
    state.answers, state.failures, state.next_try_at = False, 0, None
    work.printers.add(state.code)
