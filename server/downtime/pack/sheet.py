"""A PDF of A4 pages with the house's own fonts, of which only the characters used are embedded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from fpdf import FPDF

from printers.fonts import is_chinese
from printers.qr import QUIET, qr_rows
from server.core.language import text
from server.downtime.pack.breaking import broken

#: The two languages of everything on paper, the larger first.
CHINESE, ENGLISH = "zh-CN", "en"
MARGIN = 10.0
#: Millimetres in a point.
POINT = 0.3528
#: From one line to the next, in heights of the type.
LEADING = 1.45
#: Where a line of text stands within its height.
_BASELINE = 0.78
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")

_FONTS = {
    ("noto", ""): ("noto-sans-sc", "400Regular", "NotoSansSC"),
    ("noto", "B"): ("noto-sans-sc", "700Bold", "NotoSansSC"),
    ("figures", "B"): ("overpass", "800ExtraBold", "Overpass"),
}


class Sheet(FPDF):
    """Pages in millimetres. Text is put down by the top of its line."""

    def __init__(self, fonts: Path, title: str) -> None:
        #: What stands at the foot of a page beside its number.
        self.foot = ""
        #: The page is cut apart, and has no foot.
        self.is_cut = False
        super().__init__(unit="mm", format="A4")
        for (family, style), (folder, cut, stem) in _FONTS.items():
            self.add_font(family, style, fonts / folder / cut / f"{stem}_{cut}.ttf")
        self.set_title(title)
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0.0

    def begin(self, orientation: Literal["portrait", "landscape"] = "portrait", *, is_cut: bool = False) -> None:
        """A new page; the one before gets its foot."""
        self.add_page(orientation=orientation)
        self.is_cut = is_cut

    @property
    def right(self) -> float:
        """Where the page's margin begins on the right."""
        return float(self.w) - MARGIN

    def footer(self) -> None:
        """The page's number, and what it belongs to."""
        if not self.is_cut:
            page: dict[str, str | int] = {"page": self.page_no(), "pages": str(self.str_alias_nb_pages)}
            words = f"{self.foot}   {zh('pack-page', **page)}  {en('pack-page', **page)}"
            self.set_font("noto", "", 7)
            self.set_text_color(90)
            self.set_xy(MARGIN, self.h - 9)
            self.cell(text=words)  # the one way in which the number of pages is filled in

    def say(
        self, x: float, y: float, words: str, size: float, *, bold: bool = False, width: float | None = None,
        align: Literal["L", "C", "R"] = "L", family: str = "noto", grey: bool = False,
    ) -> float:  # fmt: skip
        """One line, smaller where it would not fit into `width`. Returns the height of the line."""
        words = _quotes(words)
        style = "B" if bold or family == "figures" else ""
        self.set_font(family, style, size)
        taken = self.get_string_width(words)
        if width is not None and taken > width:
            size *= width / taken
            self.set_font(family, style, size)
            taken = width
        room = taken if width is None else width
        left = {"L": 0.0, "C": (room - taken) / 2, "R": room - taken}[align]
        self.set_text_color(90 if grey else 0)
        self.text(x + left, y + size * POINT * _BASELINE * 1.25, words)
        return size * POINT * 1.25

    def paragraph(self, x: float, y: float, words: str, size: float, width: float, *, bold: bool = False) -> float:
        """Several lines, broken where they must. Returns where the next one begins."""
        for line in self.lines_of(words, size, width, bold=bold):
            self.say(x, y, line, size, bold=bold)
            y += size * POINT * LEADING
        return y

    def lines_of(self, words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """The lines into which a paragraph breaks."""
        self.set_font("noto", "B" if bold else "", size)
        return broken(_quotes(words), width, self.get_string_width)

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 0.15, dashed: bool = False) -> None:
        """A line, or one to cut along."""
        self.set_line_width(thick)
        self.set_draw_color(120 if dashed else 0)
        self.set_dash_pattern(dash=2 if dashed else 0, gap=1.5 if dashed else 0)
        self.line(x1, y1, x2, y2)
        self.set_dash_pattern()

    def code(self, x: float, y: float, size: float, content: str) -> None:
        """A QR code with its quiet zone, `size` wide and high."""
        rows = qr_rows(content)
        module = size / (len(rows) + 2 * QUIET)
        self.set_fill_color(0)
        for line, row in enumerate(rows):
            for start, length in _runs(row):
                self.rect(
                    x + (start + QUIET) * module, y + (line + QUIET) * module, length * module, module * 1.01, "F"
                )


def _quotes(words: str) -> str:
    """In a Chinese font curled quotes are as wide as a character: a line without Chinese gets straight ones."""
    return words if any(map(is_chinese, words)) else words.translate(_STRAIGHT)


def _runs(row: Iterable[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many stand together."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((place, 1))
    return found


def zh(identifier: str, /, **arguments: str | int) -> str:
    """A sentence in Chinese."""
    return text(CHINESE, identifier, **arguments)


def en(identifier: str, /, **arguments: str | int) -> str:
    """A sentence in English."""
    return text(ENGLISH, identifier, **arguments)
