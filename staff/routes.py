"""The staff tablet: one page, and what a tablet needs to keep it on its home screen."""

from __future__ import annotations

from flask import Blueprint, Response, json, render_template, request

from server.core.language import choose_language, languages, text

blueprint = Blueprint("staff", __name__, template_folder="templates")


def _language() -> str:
    return choose_language(request.accept_languages.best_match(languages()))


@blueprint.get("/staff")
def page() -> str:
    """The tablet's only page; everything else is drawn by its script after sign-in."""
    lang = _language()
    return render_template("staff/index.html", lang=lang, face="staff", title=text(lang, "staff-title"))


@blueprint.get("/staff/manifest.webmanifest")
def manifest() -> Response:
    """The manifest with which a tablet installs the page full screen, in the browser's language."""
    lang = _language()
    name = text(lang, "staff-title")
    body = {
        "name": name,
        "short_name": name,
        "lang": lang,
        "start_url": "/staff",
        "scope": "/staff",
        "display": "standalone",
        "icons": [{"src": "/static/house/icon.svg", "type": "image/svg+xml", "sizes": "any"}],
    }
    answer = Response(json.dumps(body), mimetype="application/manifest+json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer
