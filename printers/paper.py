"""The two widths of ticket paper and what each asks of the design.

Lengths are dots of a head with 203 to the inch, 8 to the millimetre; `printers.scale` brings a page to another head.
"""

from __future__ import annotations

from dataclasses import dataclass

from printers.config import Dpi, PaperWidth
from printers.fonts import Weight
from printers.typeset import Type

RULE = 3
_DOTS: dict[tuple[PaperWidth, Dpi], int] = {(80, 203): 576, (80, 180): 512, (58, 203): 384, (58, 180): 360}


@dataclass(frozen=True, slots=True)
class Paper:
    """Measures of one paper width. Lists of types go from the wanted one to the smallest that is allowed."""

    dots: int
    margin: int
    plate_height: int
    plate_tile: int
    plate_gap: int
    qr_module: int
    two_columns: bool
    logo: int
    widest_logo: int
    number: float
    letter: float
    title: tuple[Type, ...]
    beside_title: tuple[Type, ...]
    place: tuple[Type, ...]
    place_other: tuple[Type, ...]
    value: tuple[Type, ...]
    scan: tuple[Type, ...]

    @property
    def left(self) -> int:
        """First dot column that may be printed on."""
        return self.margin

    @property
    def right(self) -> int:
        """First dot column after the last that may be printed on."""
        return self.dots - self.margin

    @property
    def width(self) -> int:
        """Dots between the margins."""
        return self.dots - 2 * self.margin


def _types(weight: Weight, *sizes: float) -> tuple[Type, ...]:
    return tuple(Type(weight, size) for size in sizes)


WIDE = Paper(
    dots=576,
    margin=24,
    plate_height=214,
    plate_tile=146,
    plate_gap=16,
    qr_module=7,
    two_columns=True,
    logo=56,
    widest_logo=260,
    number=171,
    letter=156,
    title=_types(Weight.BOLD, 48, 42),
    beside_title=_types(Weight.MEDIUM, 28, 25),
    place=_types(Weight.BOLD, 36, 32),
    place_other=_types(Weight.MEDIUM, 25, 24),
    value=_types(Weight.BOLD, 66, 58, 50, 42, 34),
    scan=_types(Weight.BOLD, 32, 28),
)
# 58 mm paper has 5 mm of its own white at each side: narrow margins let the number be 12 mm high here too
NARROW = Paper(
    dots=384,
    margin=12,
    plate_height=150,
    plate_tile=88,
    plate_gap=7,
    qr_module=5,
    two_columns=False,
    logo=56,
    widest_logo=160,
    number=130,
    letter=110,
    title=_types(Weight.BOLD, 44, 38),
    beside_title=_types(Weight.MEDIUM, 26, 24),
    place=_types(Weight.BOLD, 32, 28),
    place_other=_types(Weight.MEDIUM, 24, 24),
    value=_types(Weight.BOLD, 52, 46, 40, 34),
    scan=_types(Weight.BOLD, 28, 26),
)

LABEL = Type(Weight.MEDIUM, 27)
UNIT = Type(Weight.MEDIUM, 30)
SMALL = Type(Weight.MEDIUM, 24)
SCAN_OTHER = Type(Weight.MEDIUM, 25)
MARK = tuple(Type(Weight.BOLD, size, size * 0.08) for size in (38, 32, 26, 20))
NAME = (Type(Weight.BOLD, 36), Type(Weight.BOLD, 30))
DATE = Type(Weight.MEDIUM, 26)
TIME = Type(Weight.BOLD, 34)
WORDS = (Type(Weight.BOLD, 40), Type(Weight.BOLD, 34), Type(Weight.BOLD, 30))


def paper_of(width: PaperWidth) -> Paper:
    """The paper of 80 or 58 mm."""
    return WIDE if width == 80 else NARROW


def dots_of(width: PaperWidth, dpi: Dpi) -> int:
    """Dots that a head prints side by side."""
    return _DOTS[width, dpi]


def dots_long(millimetres: float, dpi: Dpi) -> int:
    """A length on paper in dots."""
    return round(millimetres * dpi / 25.4)
