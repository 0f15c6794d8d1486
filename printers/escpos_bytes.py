"""Pictures, QR codes and the frame of a job in the bytes that a receipt printer understands.

Only numbers, dots and addresses of printable ASCII come in here; texts in the printer's own characters are made into
bytes by `printers.native.charset` alone.
"""

from __future__ import annotations

import functools
import logging
import os
import shutil
import struct
from collections.abc import Iterable
from typing import Any

from PIL import Image

from printers.config import Dpi
from printers.paper import dots_long
from printers.qr import ROBUST

ROWS_AT_ONCE = 128
"""Rows in one raster command: small enough for the buffer of a cheap printer."""
FEED = 24
TEAR_FEED = 120
"""Dots from the print head to the tear bar, where there is no cutter (15 mm at 203 dots to the inch)."""
_TEAR_MILLIMETRES = 15
REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
"""DLE EOT, DLE ENQ, DLE DC4: what a printer obeys wherever it reads it."""

_LARGEST_MODULE = 16
QR_ECLEVEL_L, QR_ECLEVEL_M = 0, 1
"""As escpos.constants has them; importing them here would import the whole library."""

_INVERT = bytes(range(255, -1, -1))


def ticket_bytes(image: Image.Image, *, cut: bool) -> bytes:
    """ESC/POS for one ticket that is one picture. About 1 ms, but a second at the first call: see `job_bytes`.

    `image` is 1-bit, 0 is black.
    """
    return job_bytes(raster_commands(image), cut=cut, dpi=203)


def job_bytes(commands: Iterable[bytes], *, cut: bool, dpi: Dpi) -> bytes:
    """A whole job: initialise, the commands, then a full cut or the way to the tear bar.

    The first call takes up to a second, since it imports the library.
    """
    printer = _dummy_class()()
    printer.hw("INIT")
    # the library's own image() gives the same bytes, by way of four colour conversions that take 40 ms
    for command in commands:
        printer._raw(command)  # noqa: SLF001
    feed = FEED if cut else dots_long(_TEAR_MILLIMETRES, dpi)
    printer._raw(b"\x1bJ" + bytes((feed,)))  # noqa: SLF001 - it feeds by lines only
    if cut:
        printer.cut(mode="FULL", feed=False)
    return bytes(printer.output)


def code_command(address: str, module: int) -> bytes:
    """GS ( k: a QR code that the printer draws itself, with `module` dots to the module, in the current alignment.

    ValueError where the address is not printable ASCII: see `printers.plain.plain_address`.
    """
    if not address.isascii() or not address.isprintable():
        raise ValueError("an address that is not printable ASCII")
    printer = _dummy_class()()
    robustness = QR_ECLEVEL_M if len(address) <= ROBUST else QR_ECLEVEL_L
    printer.qr(address, ec=robustness, size=min(module, _LARGEST_MODULE), native=True)
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
