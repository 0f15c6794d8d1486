"""The page that a kiosk keeps on its own disk: whole without a server, in both languages (R105)."""

from __future__ import annotations

import base64
import re
from io import BytesIO

from flask.testing import FlaskClient
from fontTools.ttLib import TTFont

from server.core.language import text


def test_the_kept_page_says_where_the_desk_is_and_needs_nothing_of_the_server_r105(client: FlaskClient) -> None:
    page = client.get("/kiosk/away.html").text
    for language in ("zh-CN", "en"):
        assert text(language, "kiosk-offline-go") in page
        assert text(language, "kiosk-red-shout") in page
    assert "15 米" in page  # the way to the desk, from the clinic's file
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == ["tokens.css", "away-font.css", "away.css", "away.js"]
    assert "<script>" not in page
    own = ("static/house/css/tokens.css", "static/kiosk/css/away.css", "static/kiosk/js/away.js")
    for file in ("kiosk/away-font.css", *own):
        answer = client.get(f"/{file}")
        assert answer.status_code == 200
        assert not re.search(r"url\((?!\"?data:)|https?://", answer.text), file


def test_the_kept_page_carries_every_character_that_it_shows_r105(client: FlaskClient) -> None:
    """A kiosk's computer may have no Chinese font of its own."""
    style = client.get("/kiosk/away-font.css").text
    data = re.search(r"base64,([^\"]+)", style)
    assert data is not None
    font = TTFont(BytesIO(base64.b64decode(data[1])))
    shown = {sign for sign in client.get("/kiosk/away.html").text if "一" <= sign <= "鿿"}
    assert len(shown) > 30
    assert shown <= set(map(chr, font.getBestCmap()))
    assert len(style) < 60_000
