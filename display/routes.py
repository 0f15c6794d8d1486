"""Pages of the TV: a hall's screen and the screen at one room's door.

The page itself is the same for every hall: which numbers are called comes over the live connection, after the screen
has been paired. So an unknown hall is answered here as any other, and the screen says what it finds (R59, R60).
"""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

blueprint = Blueprint("display", __name__, template_folder="templates")


@blueprint.get("/display/")
def choose() -> Response:
    """No hall named: the front page lists them."""
    return redirect("/")


@blueprint.get("/display/<hall>", defaults={"room": ""})
@blueprint.get("/display/<hall>/<room>")
def screen(hall: str, room: str) -> str:
    """The screen of a hall, or with a room's code the one beside that room's door."""
    return render_template("display/index.html", lang="zh-CN", face="display", hall=hall, room=room)
