"""A clinic's logo: a PNG as black and white dots."""

from __future__ import annotations

import functools
import io

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
KEPT = (520, 112)
"""What is kept of a logo, in dots: twice as wide and high as any paper prints it. A slip carries it to print agents."""
_INK, _PAPER = 72, 200
"""Below the first a grey is black and above the second it is white: edges stay clean, only true greys are dotted."""


class LogoError(ValueError):
    """Why a picture cannot be the logo: words that say what it should be, and a code for them in other languages."""

    def __init__(self, code: str, words: str, **args: int) -> None:
        super().__init__(words)
        self.code = code
        self.args_for_text = args


@functools.lru_cache(maxsize=8)
def kept_logo(content: bytes) -> bytes:
    """What is kept of a PNG: greys on white, small enough to travel with a slip. The same again for what was kept
    before. LogoError where it is no PNG that can be printed."""
    logo = _read(content)
    scale = min(1.0, KEPT[0] / logo.width, KEPT[1] / logo.height)
    if scale < 1:
        size = max(1, round(logo.width * scale)), max(1, round(logo.height * scale))
        logo = logo.resize(size, Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    logo.save(kept, "PNG", optimize=True)
    return kept.getvalue()


@functools.lru_cache(maxsize=8)
def open_logo(content: bytes) -> Image.Image | None:
    """The logo in greys on white; None where there is none or it cannot be read: a ticket comes out all the same."""
    try:
        return _read(content) if content else None
    except LogoError:
        return None


def _read(content: bytes) -> Image.Image:
    if len(content) > MOST_BYTES:
        megabytes = MOST_BYTES // 1_000_000
        raise LogoError("ticket_logo_large", f"a PNG file of at most {megabytes} MB", megabytes=megabytes)
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                millions = MOST_PIXELS // 1_000_000
                raise LogoError("ticket_logo_dots", f"a PNG of at most {millions} million dots", millions=millions)
            coloured = picture.convert("RGBA")
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError("ticket_logo_kind", "a PNG file; this one is of another kind or broken") from error
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
