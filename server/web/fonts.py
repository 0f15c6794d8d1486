"""The Chinese font's style sheets: the package's slices under our addresses and our line metrics, or a few glyphs."""

import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_FACE = re.compile(r"@font-face\s*\{(?P<body>[^}]*)\}")
_FILE = re.compile(r"url\(\s*[\"']?(?:\./)?files/(?P<file>[A-Za-z0-9._-]+\.woff2)[\"']?\s*\)")
_RANGE = re.compile(r"unicode-range:\s*(?P<range>[^;]+);")
_WEIGHT = re.compile(r"font-weight:\s*(?P<weight>[0-9 ]+);")

_PREFIX = "/static/vendor/fonts/noto/"
_FAMILY = "Noto Sans SC Variable"


def font_css(fontsource_css: str) -> str:
    """Turn the `wght.css` of @fontsource-variable/noto-sans-sc into the style sheet that pages load.

    Each of its `@font-face` rules names one slice of the font with the characters it holds, so that a browser
    fetches only what a page shows. Ascent 98 % and descent 24 % centre characters beside Overpass figures.
    Raises ValueError where the text holds no usable rule: a changed package must not pass unseen.
    """
    faces = [_face(match["body"]) for match in _FACE.finditer(fontsource_css)]
    if not faces:
        raise ValueError("the font package's style sheet holds no @font-face rule")
    return "\n".join(faces)


def _face(body: str) -> str:
    file, characters, weight = _FILE.search(body), _RANGE.search(body), _WEIGHT.search(body)
    if not file or not characters or not weight:
        raise ValueError("a @font-face rule of the font package lacks its file, weight or characters")
    return (
        "@font-face {\n"
        f'  font-family: "{_FAMILY}";\n'
        "  font-style: normal;\n"
        f"  font-weight: {weight['weight'].strip()};\n"
        "  font-display: swap;\n"
        f'  src: url("{_PREFIX}{file["file"]}") format("woff2");\n'
        "  ascent-override: 98%;\n"
        "  descent-override: 24%;\n"
        "  line-gap-override: 0%;\n"
        f"  unicode-range: {characters['range'].strip()};\n"
        "}\n"
    )


def embedded_css(family: str, words: str, font: Path) -> str:
    """A style sheet that carries the glyphs of these words itself, for a page that is kept where there is no server.

    Raises FileNotFoundError.
    """
    wanted = subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", *subset.Options().drop_tables])
    with TTFont(font, lazy=True) as whole, BytesIO() as file:
        chosen = subset.Subsetter(wanted)
        chosen.populate(text=words)
        chosen.subset(whole)
        whole.flavor = "woff"
        whole.save(file)
        data = b64encode(file.getvalue()).decode("ascii")
    return f'@font-face {{ font-family: "{family}"; src: url("data:font/woff;base64,{data}") format("woff"); }}\n'
