"""The kiosk's page. Everything on it is drawn by the modules in ``static/js``."""

from flask import Blueprint, render_template

from server.writing.service import available

blueprint = Blueprint("kiosk", __name__, template_folder="templates")


@blueprint.get("/kiosk")
def page() -> str:
    """Serve the touchscreen's page; it carries nothing of a patient, and the screen chooses its language."""
    return render_template("kiosk/index.html", lang="zh-CN", face="kiosk", handwriting=available())
