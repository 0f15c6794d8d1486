"""Dots that a job brings along, and QR codes that the device draws itself."""

from __future__ import annotations

from typing import Literal

from PIL import Image

from printers.events import CodeCommand, Columns, Raster, StoreGraphic
from printers.qr import Robustness, modules_of

_INVERT = bytes(range(255, -1, -1))
WHITE = 255


def picture_of(raster: Raster) -> Image.Image:
    """GS v 0 as a 1-bit image, 0 is black."""
    image = Image.frombytes("1", (raster.width_bytes * 8, raster.rows), raster.data.translate(_INVERT))
    if raster.mode:
        doubled = (image.width * (1 + (raster.mode & 1)), image.height * (1 + (raster.mode >> 1)))
        image = image.resize(doubled, Image.Resampling.NEAREST)
    return image


def graphic_of(stored: StoreGraphic) -> Image.Image:
    """A kept picture without the dots that only fill its last byte."""
    width = stored.dots * (1 + (stored.raster.mode & 1))
    image = picture_of(stored.raster)
    return image.crop((0, 0, width, image.height))


def strip_of(columns: Columns) -> Image.Image:
    """ESC *: a strip of dots; single density doubles its width, 8 dots stand three times as high as 24."""
    high = columns.bytes_high * 8
    count = len(columns.data) // columns.bytes_high
    upright = Image.frombytes("1", (high, count), columns.data.translate(_INVERT))
    image = upright.transpose(Image.Transpose.TRANSPOSE)
    across = 1 if columns.mode in (1, 33) else 2
    down = 1 if columns.bytes_high == 3 else 3
    return image.resize((image.width * across, image.height * down), Image.Resampling.NEAREST)


class CodeStore:
    """What GS ( k has set and kept for the next QR code."""

    def __init__(self) -> None:
        self._module = 3
        self._robustness: Robustness = "L"
        self._data = b""

    def take(self, command: CodeCommand) -> Image.Image | Literal["unknown"] | None:
        """Follow a command: None for a setting, a picture for the order to print, "unknown" for what cannot be."""
        data = command.data
        match command.function:
            case 65 if data[:1] in (b"1", b"2"):
                return None
            case 67 if len(data) == 1 and 1 <= data[0] <= 16:
                self._module = data[0]
                return None
            case 69 if data in _ROBUSTNESS:
                self._robustness = _ROBUSTNESS[data]
                return None
            case 80 if data[:1] == b"0" and len(data) > 1:
                self._data = data[1:]
                return None
            case 81 if data == b"0" and (rows := modules_of(self._data, self._robustness)):
                return _code(rows, self._module)
        return "unknown"


_ROBUSTNESS: dict[bytes, Robustness] = {b"0": "L", b"1": "M", b"2": "Q", b"3": "H"}


def _code(rows: tuple[tuple[bool, ...], ...], module: int) -> Image.Image:
    size = len(rows)
    small = Image.new("1", (size, size), WHITE)
    small.putdata([0 if dark else WHITE for row in rows for dark in row])
    return small.resize((size * module, size * module), Image.Resampling.NEAREST)
