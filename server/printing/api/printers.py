"""What staff and administrators see of printers and do with them (R59, R105)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from flask import Response, jsonify
from pydantic import AwareDatetime, Field

from printers.config import Dpi, Kind, Language, PaperWidth
from server.accounts.rules import roles_that_may
from server.core.errors import FieldProblem, Invalid
from server.printing import service
from server.printing.api.parts import Body, blueprint
from server.web.context import database
from server.web.requests import actor, body, needs


class Move(Body):
    """Where the slips go."""

    to: str = Field(min_length=1, max_length=32)


class OutOfUse(Body):
    """Why, and when the printer is expected back."""

    reason: str = Field(max_length=100)
    until: AwareDatetime | None = None


class Settings(Body):
    """How a printer is reached, and what it understands."""

    kind: Kind
    address: str = Field(default="", max_length=200)
    width: PaperWidth = 80
    dpi: Dpi = 203
    language: Language = "raster"
    baud: Literal[9600, 19200, 38400, 57600, 115200] = 9600
    cut: bool = True


@blueprint.get("/printers")
@needs(*roles_that_may("devices.view"))
def list_printers() -> Response:
    """Every printer: how it is and since when that is known, what it owes, what came out last, who took it out."""
    with database().read(actor()) as work:
        return jsonify(printers=service.printers_document(work))


@blueprint.get("/printers/<code>/slips")
@needs(*roles_that_may("devices.view"))
def list_slips(code: str) -> Response:
    """The numbers that a printer owes, and those that it did not print."""
    with database().read(actor()) as work:
        service.find_printer(work, code)
        return jsonify(service.slips_of(work, code))


@blueprint.post("/printers/<code>/test")
@needs(*roles_that_may("faults.work"))
def print_test(code: str) -> tuple[Response, int]:
    """A test page."""
    with database().write(actor()) as work:
        return jsonify(service.job_document(service.print_test(work, code))), 202


@blueprint.post("/printers/<code>/move")
@needs(*roles_that_may("faults.work"))
def move_slips(code: str) -> Response:
    """What it owes goes to another printer. 409 `same_printer`, `printer_out_of_use`."""
    given = body(Move)
    with database().write(actor()) as work:
        return jsonify(count=service.move_slips(work, code, given.to))


@blueprint.post("/printers/<code>/drop")
@needs(*roles_that_may("faults.work"))
def drop_slips(code: str) -> Response:
    """What it owes is not printed."""
    with database().write(actor()) as work:
        return jsonify(count=service.drop_slips(work, code))


@blueprint.post("/printers/<code>/out")
@needs(*roles_that_may("faults.work"))
def take_out_of_use(code: str) -> Response:
    """Out of use, with a reason (R105). 409 `until_is_past`."""
    given = body(OutOfUse)
    if not given.reason.strip():
        raise Invalid([FieldProblem("reason", "required")])
    until: datetime | None = given.until
    with database().write(actor()) as work:
        service.take_out_of_use(work, code, given.reason.strip(), until)
        return _told(work, code)


@blueprint.post("/printers/<code>/back")
@needs(*roles_that_may("faults.work"))
def put_back(code: str) -> Response:
    """In use again."""
    with database().write(actor()) as work:
        service.put_back(work, code)
        return _told(work, code)


@blueprint.post("/printers/<code>/settings")
@needs(*roles_that_may("printers.configure"))
def choose_settings(code: str) -> Response:
    """Reach it in another way than the clinic file says. 422 where the settings cannot go together."""
    given = body(Settings)
    with database().write(actor()) as work:
        service.choose_settings(work, code, given.model_dump())
        return _told(work, code)


@blueprint.post("/printers/<code>/settings/file")
@needs(*roles_that_may("printers.configure"))
def back_to_file(code: str) -> Response:
    """The clinic file counts again."""
    with database().write(actor()) as work:
        service.back_to_file(work, code)
        return _told(work, code)


def _told(work: Any, code: str) -> Response:
    work.session.flush()
    return jsonify(next(one for one in service.printers_document(work) if one["code"] == code))
