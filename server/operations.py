"""What an operator's command changes, carried out by whoever holds the database: the command itself, or the
running server on its behalf.

SQLite must have one writing process (docs/decisions/0002): a command that finds a server on its data folder asks
that server, over loopback, with a token that only the folder's owner can read.
"""

from __future__ import annotations

import fcntl
import inspect
import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import add_staff, create_staff_token
from server.clinic.file import ClinicFileError
from server.clinic.models import Department, Hall, Printer, Room
from server.clinic.service import apply_clinic, clinic_settings
from server.core.database import Database, Work
from server.core.errors import Invalid, NotFound, Refusal
from server.core.ids import new_token
from server.core.language import text
from server.core.settings import Settings
from server.devices.service import create_token
from server.downtime.service import make_pack

#: A file in the data folder, held locked by the one process that writes.
LOCK = "houzhen.lock"
#: Where the running server says how to ask it: its address and the token for operators.
CONTROL = "control.json"
#: A server on every address of this machine is asked over loopback.
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104


class OperationError(Exception):
    """An operation that was refused; the text says why, in English."""


class WrongArgumentsError(OperationError):
    """The operation does not take these arguments."""


class DataInUse(Exception):  # noqa: N818  (a state of the folder, told to the operator)
    """Another process writes to this data folder."""


def _apply_clinic(work: Work, text: str, file: str) -> dict[str, Any]:
    change = apply_clinic(work, text, file)
    return {
        "changed": change.changed,
        "added": list(change.added),
        "updated": list(change.updated),
        "retired": list(change.retired),
    }


def _add_staff(
    work: Work, number: str, name: str, role: str, secret_hash: str, halls: Sequence[str]
) -> dict[str, Any]:
    added = add_staff(work, number=number, name=name, role=role, secret_hash=secret_hash, halls=halls)
    return {"number": added.number}


def _staff_token(work: Work, number: str) -> dict[str, Any]:
    try:
        return {"token": create_staff_token(work, number)}
    except NotFound as problem:
        raise OperationError(f"Nobody signs in with the staff number {number}.") from problem


def _downtime_pack(
    work: Work, departments: Sequence[str], tickets: int, day: str | None, timezone: str
) -> dict[str, Any]:
    return make_pack(work, departments, tickets, day, ZoneInfo(timezone))


def _device_token(work: Work, kind: str, name: str, hall: str | None) -> dict[str, Any]:
    return {"token": create_token(work, kind, name, hall)}


def _show_printer(work: Work, code: str) -> dict[str, Any]:
    printer = work.session.get(Printer, code)
    if printer is None or not printer.active:
        raise OperationError(f"No printer {code} stands in the clinic's file.")
    return {
        "code": code, "kind": printer.kind, "address": printer.address, "width": printer.width, "cut": printer.cut,
        "dpi": printer.dpi, "language": printer.language, "baud": printer.baud,
    }  # fmt: skip


def _voice_house(work: Work) -> dict[str, Any]:
    """What a house's voice has to say: its languages, its departments' letters, its rooms by their names."""
    voice = clinic_settings(work).voice
    halls = work.session.scalars(select(Hall).where(Hall.active.is_(True))).all()
    prefixes = work.session.scalars(select(Department.prefix).where(Department.active.is_(True)))
    rooms = work.session.scalars(select(Room).where(Room.active.is_(True)).order_by(Room.position))
    return {
        "source": voice.source,
        "rate": voice.rate,
        "languages": sorted({language for hall in halls for language in hall.languages}, reverse=True),
        "prefixes": sorted(prefixes),
        "rooms": {room.code: room.names for room in rooms},
    }


OPERATIONS: dict[str, Callable[..., dict[str, Any]]] = {
    "clinic.apply": _apply_clinic,
    "staff.add": _add_staff,
    "staff.token": _staff_token,
    "device.token": _device_token,
    "printer.show": _show_printer,
    "voice.house": _voice_house,
    "downtime.pack": _downtime_pack,
}


def carry_out(database: Database, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Do one operation in a unit of work. Raises OperationError with a sentence for the operator."""
    try:
        inspect.signature(OPERATIONS[operation]).bind(None, **arguments)
    except TypeError as problem:
        raise WrongArgumentsError(f"{operation}: {problem}") from problem
    try:
        with database.write() as work:
            return OPERATIONS[operation](work, **arguments)
    except ClinicFileError as problem:
        raise OperationError(str(problem)) from problem
    except Refusal as refusal:
        raise OperationError(sentence(refusal)) from refusal


def sentence(refusal: Refusal) -> str:
    """A refusal as an operator reads it: every field that it names, with what is wrong."""
    if isinstance(refusal, Invalid):
        return "; ".join(
            f"{found.field}: {text('en', 'error-' + found.code.replace('_', '-'), **found.args)}"
            for found in refusal.problems
        )
    return text("en", f"error-{refusal.code.replace('_', '-')}", **refusal.args_for_text)


@contextmanager
def only_writer(data: Path) -> Iterator[None]:
    """Hold the data folder as its one writing process. Raises DataInUse."""
    with (data / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise DataInUse from problem
        yield


def offer_control(data: Path, host: str, port: int) -> str:
    """Say in the data folder how operators' commands reach this server; returns the token they must show."""
    token = new_token()
    file = data / CONTROL
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        json.dump({"host": EVERY_ADDRESS.get(host, host), "port": port, "token": token}, handle)
    return token


def ask_server(settings: Settings, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Let the server that runs on this data folder do it.

    Raises OperationError where it refuses, or where the folder is held and nobody answers.
    """
    try:
        control = json.loads((settings.data / CONTROL).read_text(encoding="ascii"))
        host = f"[{control['host']}]" if ":" in control["host"] else control["host"]
        request = urllib.request.Request(
            f"http://{host}:{int(control['port'])}/control",
            # Chinese as it is: escaped, the clinic's file would be half as long again.
            json.dumps({"operation": operation, "arguments": arguments}, ensure_ascii=False).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {control['token']}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            result: dict[str, Any] = json.load(answer)
    except urllib.error.HTTPError as refused:
        raise OperationError(_reason(refused)) from refused
    except (OSError, ValueError, KeyError) as problem:
        raise OperationError(
            f"{settings.data} is in use by a server that does not answer; stop it or try again in a moment"
        ) from problem
    return result


def _reason(refused: urllib.error.HTTPError) -> str:
    """What the server says to a refusal; its status where it says nothing that can be read."""
    with refused:
        try:
            return str(json.load(refused)["detail"])
        except (OSError, ValueError, LookupError, TypeError):
            return f"the running server refused with status {refused.code}"
