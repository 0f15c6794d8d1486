"""The virtual printers: their paper, and what a person can do to them with a touch (R59)."""

from __future__ import annotations

from typing import Literal

from flask import Response, jsonify

from server.accounts.rules import may
from server.core.clock import instant
from server.core.errors import Forbidden, NotFound
from server.devices.service import device_names
from server.printing.api.parts import Body, blueprint, station
from server.printing.station import PrintStation
from server.web.context import database, state
from server.web.requests import actor, body


class Trouble(Body):
    """What is changed; everything else stays as it is."""

    paper: Literal["full", "low", "out"] | None = None
    cover_open: bool | None = None
    cutter_jammed: bool | None = None
    power: bool | None = None
    silent: bool | None = None
    slow: bool | None = None
    stalled: bool | None = None


@blueprint.get("/printers/virtual")
def virtual_paper() -> Response:
    """The virtual printers, how each is, and the slips that came out, newest first; they carry no name."""
    _let_in()
    printers = station()
    with database().read() as work:
        names = {code: device_names(work, code) for code in printers.virtual}
    return jsonify(printers=[_described(printers, code, names[code]) for code in sorted(names)])


@blueprint.post("/printers/virtual/<code>/trouble")
def make_trouble(code: str) -> Response:
    """Pull the paper, open the cover, switch it off … 404 where it is no virtual printer."""
    _let_in("devices.manage")
    given = body(Trouble)
    printers = station()
    if code not in printers.virtual:
        raise NotFound("printer")
    printers.make_trouble(code, given.model_dump(exclude_none=True))
    with database().read() as work:
        names = device_names(work, code)
    return jsonify(_described(printers, code, names))


@blueprint.get("/printers/virtual/slips/<identifier>.png")
def virtual_slip(identifier: str) -> Response:
    """One slip's picture."""
    _let_in()
    for virtual in station().virtual.values():
        slip = virtual.tray.find(identifier)
        if slip is not None:
            return Response(
                slip.png, mimetype="image/png", headers={"Cache-Control": "private, max-age=3600"}
            )
    raise NotFound("slip")


def _described(printers: PrintStation, code: str, names: dict[str, str]) -> dict[str, object]:
    return {
        "printer": code,
        "names": names,
        "trouble": printers.trouble_of(code),
        "slips": [
            {
                "id": slip.id,
                "at": instant(slip.at),
                "png": f"/api/v1/printers/virtual/slips/{slip.id}.png",
                "copy": slip.copy,
            }
            for slip in printers.virtual[code].tray.slips()
        ],
    }


def _let_in(right: str | None = None) -> None:
    """Their paper leads to patients' pages: only a try-out on this very machine shows it to whoever asks, and else
    only to staff."""
    if state().local_pairing:
        return
    who = actor()
    if who.kind != "staff" or (right is not None and not may(who.role, right)):
        raise Forbidden
