"""What later text looks like, changed by the settings of a job."""

from __future__ import annotations

from dataclasses import dataclass

LINE = 30
"""Dots from line to line when nothing else is set."""


@dataclass(slots=True)
class TextState:
    """The printer's modes; a new one is what ESC @ leaves."""

    wide: int = 1
    high: int = 1
    font: str = "A"
    bold: bool = False
    underline: int = 0
    reverse: bool = False
    align: int = 0
    line: int = LINE
    spacing: int = 0
    left: int = 0
    width: int | None = None
    chinese_wide: bool = False
    chinese_high: bool = False
    chinese_underline: int = 0
    chinese_spacing: tuple[int, int] = (0, 0)

    def apply(self, command: bytes) -> None:
        """Take over a setting; commands that only move the print position are the line's affair."""
        change = _CHANGES.get(command[:2])
        if change is not None:
            change(self, command[2:])

    def size_of(self, *, chinese: bool) -> tuple[int, int]:
        """How many times wider and higher a character becomes."""
        if not chinese:
            return self.wide, self.high
        return max(self.wide, 1 + self.chinese_wide), max(self.high, 1 + self.chinese_high)


def _size(state: TextState, data: bytes) -> None:
    if data[0] & 0x88 == 0:
        state.wide, state.high = (data[0] >> 4) + 1, (data[0] & 7) + 1


def _mode(state: TextState, data: bytes) -> None:
    state.font = "B" if data[0] & 1 else "A"
    state.bold, state.underline = bool(data[0] & 8), int(bool(data[0] & 0x80))
    state.high, state.wide = 1 + bool(data[0] & 0x10), 1 + bool(data[0] & 0x20)


def _chinese_mode(state: TextState, data: bytes) -> None:
    state.chinese_wide, state.chinese_high = bool(data[0] & 4), bool(data[0] & 8)
    state.chinese_underline = int(bool(data[0] & 0x80))


def _quadruple(state: TextState, data: bytes) -> None:
    state.chinese_wide = state.chinese_high = bool(data[0] & 1)


def _align(state: TextState, data: bytes) -> None:
    number = data[0] - 48 if data[0] >= 48 else data[0]
    if number in (0, 1, 2):
        state.align = number


def _underline(state: TextState, data: bytes) -> None:
    state.underline = _thickness(data[0], state.underline)


def _chinese_underline(state: TextState, data: bytes) -> None:
    state.chinese_underline = _thickness(data[0], state.chinese_underline)


def _thickness(byte: int, before: int) -> int:
    number = byte - 48 if byte >= 48 else byte
    return number if number in (0, 1, 2) else before


def _bold(state: TextState, data: bytes) -> None:
    state.bold = bool(data[0] & 1)


def _reverse(state: TextState, data: bytes) -> None:
    state.reverse = bool(data[0] & 1)


def _font(state: TextState, data: bytes) -> None:
    state.font = "B" if data[0] in (1, 49) else "A"


def _line(state: TextState, data: bytes) -> None:
    state.line = data[0] if data else LINE


def _spacing(state: TextState, data: bytes) -> None:
    state.spacing = data[0]


def _chinese_spacing(state: TextState, data: bytes) -> None:
    state.chinese_spacing = (data[0], data[1])


def _left(state: TextState, data: bytes) -> None:
    state.left = data[0] | data[1] << 8


def _width(state: TextState, data: bytes) -> None:
    state.width = data[0] | data[1] << 8


_CHANGES = {
    b"\x1d!": _size, b"\x1b!": _mode, b"\x1c!": _chinese_mode, b"\x1cW": _quadruple, b"\x1ba": _align,
    b"\x1b-": _underline, b"\x1c-": _chinese_underline, b"\x1bE": _bold, b"\x1bG": _bold, b"\x1dB": _reverse,
    b"\x1bM": _font, b"\x1b2": _line, b"\x1b3": _line, b"\x1b ": _spacing, b"\x1cS": _chinese_spacing,
    b"\x1dL": _left, b"\x1dW": _width,
}  # fmt: skip
