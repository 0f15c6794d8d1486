"""Files that pages load, from the faces' own folders and from the npm packages: no bundler, no outside host."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, abort, make_response, send_from_directory

from server.core.language import LOCALES, languages
from server.web.context import ROOT
from server.web.fonts import font_css

blueprint = Blueprint("static_files", __name__)

PACKAGES = ROOT / "node_modules"
FACES = {
    "house": ROOT / "server/web/static",
    "kiosk": ROOT / "kiosk/static",
    "display": ROOT / "display/static",
    "staff": ROOT / "staff/static",
}
#: A page's own code is asked for anew each time and mostly answered with 304; libraries and fonts rest.
SHORT, LONG = 0, 30 * 24 * 3600

VENDOR_FILES = {
    "htm-preact.js": "htm/preact/standalone.module.js",
    "socket.io.js": "socket.io-client/dist/socket.io.esm.min.js",
    "simple-keyboard.js": "simple-keyboard/build/index.modern.esm.js",
}
VENDOR_FOLDERS = {
    "fluent": "@fluent/bundle/esm",
    "simple-keyboard-layouts": "simple-keyboard-layouts/build/layouts",
    "fonts/noto": "@fontsource-variable/noto-sans-sc/files",
}


@blueprint.get("/static/house/css/fonts.css")
def fonts() -> Response:
    """The Chinese font's style sheet, made from the package's own."""
    answer = make_response(_fonts())
    answer.mimetype = "text/css"
    answer.cache_control.max_age = LONG
    answer.cache_control.public = True
    return answer


@lru_cache(maxsize=1)
def _fonts() -> str:
    return font_css((PACKAGES / "@fontsource-variable/noto-sans-sc/wght.css").read_text(encoding="utf-8"))


@blueprint.get("/static/vendor/<path:name>")
def vendor(name: str) -> Response:
    """A library's file, of those that pages use and no others."""
    if name in VENDOR_FILES:
        folder, _, file = VENDOR_FILES[name].rpartition("/")
        return send_from_directory(PACKAGES / folder, file, max_age=LONG)
    if name.startswith("fonts/overpass/"):
        file = name.removeprefix("fonts/overpass/")
        weight = file.removeprefix("Overpass_").removesuffix(".ttf")
        return send_from_directory(PACKAGES / "@expo-google-fonts/overpass", f"{weight}/{file}", max_age=LONG)
    for prefix, folder in VENDOR_FOLDERS.items():
        if name.startswith(prefix + "/"):
            return send_from_directory(PACKAGES / folder, name.removeprefix(prefix + "/"), max_age=LONG)
    return abort(404)


@blueprint.get("/static/<face>/<path:name>")
def face_file(face: str, name: str) -> Response:
    """A file of one face, or of the design system that all share."""
    if face not in FACES:
        abort(404)
    return send_from_directory(FACES[face], name, max_age=SHORT)


@blueprint.get("/locales/<language>/<name>.ftl")
def catalogue(language: str, name: str) -> Response:
    """One catalogue of sentences; those of the server stay on the server."""
    face, *topic = name.split("-")
    if language not in languages() or not all(part.isalpha() for part in (face, *topic)) or face == "server":
        abort(404)
    answer = send_from_directory(LOCALES / language, f"{name}.ftl", max_age=SHORT)
    answer.mimetype = "text/plain"
    return answer


def fonts_folder() -> Path:
    """Where the fonts for paper are."""
    return PACKAGES / "@expo-google-fonts"
