"""Pages of the TV: a hall's screen and the screen at one room's door (R59, R60).

Which numbers are called comes over the live connection once the screen has been paired; the page holds none. An
address that names no hall of the clinic is answered with the halls that there are.
"""

from flask import Blueprint, redirect, render_template
from sqlalchemy import select
from werkzeug.wrappers import Response

from server.clinic.models import Hall
from server.web.context import database

blueprint = Blueprint("display", __name__, template_folder="templates")


@blueprint.get("/display/")
def choose() -> Response:
    """No hall named: the front page lists them."""
    return redirect("/")


@blueprint.get("/display/<hall>", defaults={"room": ""})
@blueprint.get("/display/<hall>/<room>")
def screen(hall: str, room: str) -> tuple[str, int]:
    """The screen of a hall, or with a room's code the one beside that room's door.

    Answers 404, with links to the halls, where the clinic has no such hall; an unknown room is found by the screen
    itself, since rooms come and go while it stands.
    """
    halls = known_halls()
    known = hall in halls
    template = "display/index.html" if known else "display/unknown.html"
    page = render_template(template, lang="zh-CN", face="display", hall=hall, room=room, halls=list(halls.items()))
    return page, 200 if known else 404


def known_halls() -> dict[str, dict[str, str]]:
    """The names of the clinic's halls in their order, by code."""
    with database().read() as work:
        halls = work.session.scalars(select(Hall).where(Hall.active.is_(True)).order_by(Hall.position))
        return {hall.code: hall.names for hall in halls}
