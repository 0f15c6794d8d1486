"""Pages that belong to no face: where to go, a patient's phone, booking online, the virtual paper roll, and errors."""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort, render_template, request
from sqlalchemy import select

from server.clinic.models import Clinic, Hall
from server.core.language import text
from server.web.codes import qr_picture
from server.web.context import database
from server.web.requests import language

blueprint = Blueprint("pages", __name__, template_folder="templates")

#: What the secret of an appointment's page can look like.
TOKEN = re.compile(r"[\w-]{16,64}", re.ASCII)


@blueprint.get("/")
def index() -> str:
    """Where to go: kiosk, displays, tablet, paper roll."""
    with database().read() as work:
        halls = [
            {"code": hall.code, "names": hall.names}
            for hall in work.session.scalars(
                select(Hall).where(Hall.active.is_(True)).order_by(Hall.position)
            )
        ]
        clinic = work.session.get(Clinic, 1)
        names = clinic.names if clinic else {}
    return _page("index.html", halls=halls, clinic=names)


@blueprint.get("/t/<token>")
def phone(token: str) -> str:
    """A patient's phone: the page of one ticket, which holds no name."""
    return _page("phone/index.html", token=token)


@blueprint.get("/book")
def book() -> str:
    """Booking an appointment, for everybody (R67)."""
    return _page("booking/index.html", token="")


@blueprint.get("/a/<token>")
def appointment(token: str) -> str:
    """The page of one appointment, which holds no name (R73, R75)."""
    return _page("booking/index.html", token=token)


@blueprint.get("/a/<token>/qr.svg")
def appointment_code(token: str) -> Response:
    """The code of an appointment's page: a phone opens it, the kiosk's scanner signs in by it. It is drawn for any
    secret of the right form, and so tells nobody which exist."""
    if TOKEN.fullmatch(token) is None:
        abort(404)
    return qr_picture(f"{request.url_root.rstrip('/')}/a/{token}")


@blueprint.get("/printers/roll")
def roll() -> str:
    """The paper that came out of the virtual printers."""
    return _page("roll/index.html")


def error_page(status: int) -> tuple[str, int]:
    """A page for an address that leads nowhere, or for a fault of ours."""
    known = status if status in (403, 404, 500) else (500 if status >= 500 else 404)
    return _page("house/error.html", status=known), status


def _page(template: str, **values: object) -> str:
    lang = language()

    def sentence(identifier: str, **arguments: object) -> str:
        return text(lang, identifier, **arguments)

    return render_template(template, lang=lang, t=sentence, t_in=text, **values)
