"""A clinic's logo: a PNG as black and white dots."""

from __future__ import annotations

import functools
from pathlib import Path

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
_INK, _PAPER = 72, 200
"""Below the first a grey is black and above the second it is white: edges stay clean, only true greys are dotted."""


class LogoError(ValueError):
    """Why a file cannot be the logo: words that say what it should be."""


def check_logo(path: Path) -> None:
    """LogoError where the file is no PNG that can be printed."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LogoError("the path of a PNG file; this one cannot be read") from error
    if size > MOST_BYTES:
        raise LogoError(f"a PNG file of at most {MOST_BYTES // 1_000_000} MB")
    try:
        with Image.open(path, formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise LogoError(f"a PNG of at most {MOST_PIXELS // 1_000_000} million dots")
            picture.load()
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError("a PNG file; this one is of another kind or broken") from error


def read_logo(path: str) -> Image.Image | None:
    """The logo in greys on white; None where there is none or it cannot be read: a ticket comes out all the same."""
    if not path:
        return None
    try:
        changed = Path(path).stat().st_mtime_ns
        return _opened(path, changed)
    except (OSError, LogoError):
        return None


@functools.lru_cache(maxsize=4)
def _opened(path: str, _changed: int) -> Image.Image:
    check_logo(Path(path))
    with Image.open(path, formats=["PNG"]) as picture:
        coloured = picture.convert("RGBA")
    white = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(white, coloured).convert("L")


def logo_size(logo: Image.Image, widest: int, height: int) -> tuple[int, int]:
    """Width and height in dots: as high as asked, less high where it would be too wide."""
    scale = min(height / logo.height, widest / logo.width)
    return max(1, round(logo.width * scale)), max(1, round(logo.height * scale))


def logo_dots(logo: Image.Image, width: int, height: int) -> Image.Image:
    """The logo at a size as a 1-bit image (0 is black), greys as scattered dots."""
    grey = logo.resize((width, height), Image.Resampling.LANCZOS)
    between = [(value - _INK) * 255 // (_PAPER - _INK) for value in range(_INK, _PAPER)]
    firm = grey.point([0] * _INK + between + [255] * (256 - _PAPER))
    return firm.convert("1", dither=Image.Dither.FLOYDSTEINBERG)
