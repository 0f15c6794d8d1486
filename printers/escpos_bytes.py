"""A picture of a ticket as the bytes that a receipt printer understands.

The whole ticket is one raster image: a printer's own character set would lose rare characters and would take
an escape character inside a text for a command. Here a text can only ever become dots.
"""

from __future__ import annotations

import functools
import logging
import os
import shutil
import struct
from typing import Any

from PIL import Image

ROWS_AT_ONCE = 128
"""Rows in one raster command: small enough for the buffer of a cheap printer."""
FEED = 24
TEAR_FEED = 120
"""Dots from the print head to the tear bar, where there is no cutter (15 mm)."""
REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
"""DLE EOT, DLE ENQ, DLE DC4: what a printer obeys wherever it reads it."""

_INVERT = bytes(range(255, -1, -1))


def ticket_bytes(image: Image.Image, *, cut: bool) -> bytes:
    """ESC/POS for one ticket: initialise, picture, feed, then a full cut or the way to the tear bar.

    `image` is 1-bit, 0 is black. About 1 ms, but a second at the first call, which imports the library.
    """
    printer = _dummy_class()()
    printer.hw("INIT")
    # the library's own image() gives the same bytes, by way of four colour conversions that take 40 ms
    for fragment in raster_commands(image):
        printer._raw(fragment)  # noqa: SLF001
    printer._raw(b"\x1bJ" + bytes((FEED if cut else TEAR_FEED,)))  # noqa: SLF001 - it feeds by lines only
    if cut:
        printer.cut(mode="FULL", feed=False)
    return bytes(printer.output)


def raster_commands(image: Image.Image) -> list[bytes]:
    """GS v 0 commands of a few rows each that draw a 1-bit image.

    Printers look for DLE EOT, DLE ENQ and DLE DC4 even inside a picture. Where dots happen to spell one, its
    first byte gets one more dot beside the one that it has: nobody sees it, and no printer obeys it.
    """
    dots = image.tobytes().translate(_INVERT)
    for command in REAL_TIME:
        dots = dots.replace(command, b"\x18" + command[1:])
    width = (image.width + 7) // 8
    step = width * ROWS_AT_ONCE
    commands = []
    for start in range(0, len(dots), step):
        piece = dots[start : start + step]
        commands.append(b"\x1dv0\x00" + struct.pack("<HH", width, len(piece) // width) + piece)
    return commands


@functools.cache
def _dummy_class() -> Any:
    """python-escpos' printer that only collects bytes; imported at the first ticket.

    Its import takes up to a second, calls logging.basicConfig() and leaves a folder in the temporary
    directory. The last two are undone here: logging belongs to the application.
    """
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    from escpos import capabilities  # noqa: PLC0415
    from escpos.printer.dummy import Dummy  # noqa: PLC0415

    for handler in list(root.handlers):
        if handler not in handlers:
            root.removeHandler(handler)
    root.setLevel(level)
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return Dummy
