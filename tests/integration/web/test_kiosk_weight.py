"""What a kiosk loads before its first page stands there, without fonts, which rest for a month."""

from __future__ import annotations

import gzip
import posixpath
import re

from flask.testing import FlaskClient

MOST_BYTES = 250_000

_LINK = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:css|js))"')
_IMPORT = re.compile(r"""(?m)^(?:import|export)\s(?:[\w$*{},\s]+?\sfrom\s+)?["']([./][^"']+)["']""")
_CATALOGUES = [
    f"/locales/{language}/{name}.ftl" for language in ("zh-CN", "en") for name in ("common", "kiosk", "appointments")
]


def test_the_kiosks_page_weighs_at_most_250_kb_as_nginx_sends_it_r64(client: FlaskClient) -> None:
    """Modules, styles, libraries, words of both languages, and all that the keyboard and the pad need."""
    page = client.get("/kiosk").text
    waiting = [*_LINK.findall(page), *_CATALOGUES]
    weights: dict[str, int] = {"/kiosk": len(gzip.compress(page.encode()))}
    while waiting:
        file = waiting.pop()
        if file in weights or file.endswith("/fonts.css"):
            continue
        answer = client.get(file)
        assert answer.status_code == 200, file
        weights[file] = len(gzip.compress(answer.data, compresslevel=6))
        folder = posixpath.dirname(file)
        waiting += [posixpath.normpath(posixpath.join(folder, found)) for found in _IMPORT.findall(answer.text)]
    assert "/static/vendor/simple-keyboard-layouts/chinese.js" in weights
    assert "/static/kiosk/js/keyboard/ink.js" in weights
    assert sum(weights.values()) <= MOST_BYTES, sorted(weights.items(), key=lambda one: -one[1])[:8]
