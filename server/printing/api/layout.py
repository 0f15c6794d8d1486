"""The clinic's own layout of tickets: what counts, a picture of what would print, saving and undoing (R59)."""

from __future__ import annotations

import base64
import io
from typing import Any, Literal

from flask import Response, jsonify, request
from PIL import Image
from pydantic import Field

from printers.config import Dpi, Language, PaperWidth, PrinterConfig
from printers.preview import preview
from printers.template import PICTURE
from server.accounts.rules import roles_that_may
from server.printing import service
from server.printing.api.parts import Body, blueprint, station
from server.runtime import off_loop
from server.web.context import database, state
from server.web.requests import actor, body, needs

#: The longest bodies, in bytes: a layout with the logo as it is kept, and a logo as it was made.
MOST_LAYOUT, MOST_UPLOAD = 256 * 1024, 3 * 1024 * 1024

MAY = roles_that_may("tickets.layout")


class Layout(Body):
    """A layout: logo, lines, languages, notes."""

    layout: dict[str, Any]


class Look(Layout):
    """What it would print: on which paper, in which language of printers, for a patient who reads `reader`."""

    width: PaperWidth = 80
    dpi: Dpi = 203
    language: Language = "raster"
    reader: Literal["zh-CN", "en"] = "zh-CN"


class Try(Layout):
    """A ticket of nobody on a printer."""

    printer: str = Field(min_length=1, max_length=32)
    reader: Literal["zh-CN", "en"] = "zh-CN"


class Upload(Body):
    """A PNG as `data:image/png;base64,…`."""

    logo: str


@blueprint.get("/ticket-layout")
@needs(*MAY)
def ticket_layout() -> Response:
    """The layout that counts, and the clinic file's."""
    with database().read(actor()) as work:
        return jsonify(service.layout_document(work))


@blueprint.put("/ticket-layout")
@needs(*MAY)
def save_layout() -> Response:
    """Lay out tickets so from now on. 422 names each part that cannot be so."""
    request.max_content_length = MOST_LAYOUT
    given = body(Layout)
    with database().write(actor()) as work:
        service.save_layout(work, given.layout)
        return jsonify(service.layout_document(work))


@blueprint.post("/ticket-layout/undo")
@needs(*MAY)
def undo_layout() -> Response:
    """The former layout again. 409 `no_former_layout`."""
    with database().write(actor()) as work:
        service.undo_layout(work)
        return jsonify(service.layout_document(work))


@blueprint.post("/ticket-layout/logo")
@needs(*MAY)
def read_logo() -> Response:
    """A PNG as it is kept in a layout; nothing is stored. 422 where it cannot be printed."""
    request.max_content_length = MOST_UPLOAD
    given = body(Upload)
    kept = off_loop(service.read_layout, {"logo": given.logo})
    return jsonify(logo=kept.to_mapping()["logo"])


@blueprint.post("/ticket-layout/preview")
@needs(*MAY)
def look_at_layout() -> Response:
    """The paper that a ticket would come out on, one pixel a dot: drawn and read back as printing does it."""
    request.max_content_length = MOST_LAYOUT
    given = body(Look)
    template = service.read_layout(given.layout)
    with database().read(actor()) as work:
        slip = service.sample_of(work, state().settings.timezone, _base_url(), given.reader)
    config = PrinterConfig("preview", "virtual", "", width=given.width, dpi=given.dpi, language=given.language)
    png = off_loop(preview, slip, config, template, station().fonts)
    with Image.open(io.BytesIO(png)) as paper:
        width, height = paper.size
    return jsonify(png=f"{PICTURE}{base64.b64encode(png).decode()}", width=width, height=height)


@blueprint.post("/ticket-layout/test")
@needs(*MAY)
def print_layout() -> tuple[Response, int]:
    """A ticket of nobody in this layout on one printer, marked as a test."""
    request.max_content_length = MOST_LAYOUT
    given = body(Try)
    template = service.read_layout(given.layout)
    with database().write(actor()) as work:
        slip = service.sample_of(work, state().settings.timezone, _base_url(), given.reader, test=True)
        job = service.print_test(work, given.printer, service.test_ticket(slip, template))
        return jsonify(service.job_document(job)), 202


def _base_url() -> str:
    return request.url_root.rstrip("/")
