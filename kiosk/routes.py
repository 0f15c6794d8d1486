"""The kiosk's page, and the one that its computer keeps for when there is no server.

Everything on the first is drawn by the modules in ``static/js``."""

from functools import lru_cache

from flask import Blueprint, Response, render_template
from sqlalchemy import select

from server.clinic.models import Clinic
from server.core.language import both, languages
from server.runtime import off_loop
from server.web.context import database
from server.web.fonts import embedded_css
from server.web.static_files import fonts_folder
from server.writing.service import available

blueprint = Blueprint("kiosk", __name__, template_folder="templates")

#: What the kept page says.
AWAY = (
    "kiosk-offline-title", "kiosk-offline-go", "kiosk-offline-valid", "kiosk-emergency-signs", "kiosk-red-shout",
    "kiosk-offline-back",
)  # fmt: skip


@blueprint.get("/kiosk")
def page() -> str:
    """Serve the touchscreen's page; it carries nothing of a patient, and the screen chooses its language."""
    return render_template("kiosk/index.html", lang="zh-CN", face="kiosk", handwriting=available())


@blueprint.get("/kiosk/away.html")
def away() -> str:
    """The page that `deploy/screen.sh` keeps on the kiosk's own disk, and opens first (R105)."""
    return render_template("kiosk/away.html", says=_says(), languages=languages())


@blueprint.get("/kiosk/away-font.css")
def away_font() -> Response:
    """The characters of the kept page: a kiosk's computer may have no Chinese font of its own."""
    signs = sorted({sign for texts in _says().values() for sign in texts[languages()[0]]})
    return Response(_font("".join(signs)), mimetype="text/css")


def _says() -> dict[str, dict[str, str]]:
    """The kept page's sentences in every language, with the way to the desk."""
    with database().read() as work:
        clinic = work.session.scalar(select(Clinic).limit(1))
        desk = dict(clinic.settings["desk"]) if clinic is not None else both("device-desk")
    return {name.removeprefix("kiosk-"): both(name) for name in AWAY} | {"desk": desk}


@lru_cache(maxsize=2)
def _font(signs: str) -> str:
    font = fonts_folder() / "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf"
    return off_loop(embedded_css, "House away", signs, font)
