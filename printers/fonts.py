"""The two typefaces of the house, and which of them can draw a character.

Figures and Latin are Overpass, Chinese and its punctuation Noto Sans SC. What neither can draw is None: the
caller draws a visible box, so that nothing ever vanishes silently from a ticket.
"""

from __future__ import annotations

import functools
import struct
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PIL import ImageFont, features

OVERPASS_SCALE = 1.04  # Overpass is set 4 % larger, so that figures and characters stand equally tall


class Weight(StrEnum):
    """Medium for reading, bold for what matters, heavy for the number."""

    MEDIUM = "medium"
    BOLD = "bold"
    HEAVY = "heavy"


_OVERPASS = {Weight.MEDIUM: "500Medium", Weight.BOLD: "700Bold", Weight.HEAVY: "800ExtraBold"}
_NOTO = {Weight.MEDIUM: "500Medium", Weight.BOLD: "700Bold", Weight.HEAVY: "700Bold"}


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters drawn by one font; `font` is None where no font has them."""

    text: str
    font: ImageFont.FreeTypeFont | None


class FontBook:
    """Fonts of one folder (`@expo-google-fonts`, or one that holds the TTF files themselves), opened once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shaped = bool(features.check("raqm"))
        self._faces: dict[tuple[Path, float], ImageFont.FreeTypeFont] = {}
        self._latin_covers = coverage(self._path("overpass", "Overpass", _OVERPASS[Weight.MEDIUM]))
        self._chinese_covers = coverage(self._path("noto-sans-sc", "NotoSansSC", _NOTO[Weight.MEDIUM]))

    @property
    def figure_features(self) -> list[str] | None:
        """Tabular figures where the text shaper is there; the plain engine knows no features."""
        return ["tnum"] if self._shaped else None

    def runs(self, text: str, weight: Weight, size: float) -> list[Run]:
        """Split a plain text into runs, one font each."""
        chinese = any(is_chinese(character) for character in text)
        found: list[Run] = []
        for character in text:
            font = self._font_for(character, chinese, weight, size)
            if found and found[-1].font is font and font is not None:
                found[-1] = Run(found[-1].text + character, font)
            else:
                found.append(Run(character, font))
        return found

    def _font_for(
        self, character: str, chinese: bool, weight: Weight, size: float
    ) -> ImageFont.FreeTypeFont | None:
        code = ord(character)
        latin = code in self._latin_covers
        if latin and not (chinese and _set_in_chinese(code)):
            return self._face("overpass", "Overpass", _OVERPASS[weight], size * OVERPASS_SCALE)
        if code in self._chinese_covers:
            return self._face("noto-sans-sc", "NotoSansSC", _NOTO[weight], size)
        if latin:
            return self._face("overpass", "Overpass", _OVERPASS[weight], size * OVERPASS_SCALE)
        return None

    def _face(self, family: str, stem: str, cut: str, size: float) -> ImageFont.FreeTypeFont:
        path = self._path(family, stem, cut)
        key = (path, round(size, 2))
        face = self._faces.get(key)
        if face is None:
            engine = ImageFont.Layout.RAQM if self._shaped else ImageFont.Layout.BASIC
            face = ImageFont.truetype(str(path), key[1], layout_engine=engine)
            self._faces[key] = face
        return face

    @functools.cache  # noqa: B019 - one book lives as long as the process
    def _path(self, family: str, stem: str, cut: str) -> Path:
        name = f"{stem}_{cut}.ttf"
        for path in (self._folder / family / cut / name, self._folder / name):
            if path.is_file():
                return path
        raise FileNotFoundError(f"font {name} is not in the fonts folder")


@functools.cache
def font_book(folder: Path) -> FontBook:
    """The book of a folder; opened at the first call and kept. FileNotFoundError where a font is missing."""
    return FontBook(folder)


def is_chinese(character: str) -> bool:
    """Whether a character is set in the Chinese way: full width, may be parted from its neighbour."""
    return unicodedata.east_asian_width(character) in "WF"


def _set_in_chinese(code: int) -> bool:
    """Within a Chinese sentence these come from the Chinese font although the Latin one has them too."""
    return code == 0xB7 or (code > 0xFF and code != 0x2013)


@functools.cache
def coverage(path: Path) -> frozenset[int]:
    """Code points that a TrueType file has a glyph for, read from its cmap table (formats 4 and 12)."""
    with path.open("rb") as file:
        count = struct.unpack(">xxxxH6x", file.read(12))[0]
        table = b""
        for _ in range(count):
            tag, offset, length = struct.unpack(">4s4xII", file.read(16))
            if tag == b"cmap":
                file.seek(offset)
                table = file.read(length)
                break
    found: set[int] = set()
    for index in range(struct.unpack_from(">H", table, 2)[0]):
        start = struct.unpack_from(">I", table, 4 + 8 * index + 4)[0]
        kind = struct.unpack_from(">H", table, start)[0]
        if kind == 12:
            found |= _segments_32(table, start)
        elif kind == 4:
            found |= _segments_16(table, start)
    return frozenset(found)


def _segments_32(table: bytes, start: int) -> set[int]:
    found: set[int] = set()
    for group in range(struct.unpack_from(">I", table, start + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", table, start + 16 + 12 * group)
        found.update(range(first + (glyph == 0), last + 1))
    return found


def _segments_16(table: bytes, start: int) -> set[int]:
    count = struct.unpack_from(">H", table, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, start + 14)
    starts = struct.unpack_from(f">{count}H", table, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, start + 16 + 4 * count)
    offsets_at = start + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    found: set[int] = set()
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = (code + deltas[index]) & 0xFFFF
            if offsets[index]:
                at = offsets_at + 2 * index + offsets[index] + 2 * (code - first)
                glyph = struct.unpack_from(">H", table, at)[0]
            if glyph and code != 0xFFFF:
                found.add(code)
    return found
