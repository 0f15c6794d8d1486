"""What will come out of a printer, read back from the very bytes that it would be sent.

In the languages raster and raster_qr the picture is dot for dot what prints (a printer may draw its own QR code with
another mask). In gb18030, gbk and utf8 size, width and breaks are those of paper; the shapes of the characters are
those of the emulator, for each printer has a font of its own.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from printers.config import PrinterConfig
from printers.decoder import Decoder
from printers.paper import dots_of
from printers.roll import Roll, png
from printers.slip import Slip
from printers.template import Template
from printers.worker import prepare


def preview(slip: Slip, config: PrinterConfig, template: Template, fonts: Path) -> bytes:
    """A PNG of the paper, one pixel a dot. PrinterTrouble(cannot_draw) where a font is missing or broken."""
    return png(paper_of_job(prepare(slip, config, fonts, template), config, fonts))


def paper_of_job(data: bytes, config: PrinterConfig, fonts: Path) -> Image.Image:
    """The paper that a job leaves on a printer of this width and head, as a 1-bit image."""
    roll = Roll(dots_of(config.width, config.dpi), fonts)
    for event in Decoder().feed(data):
        roll.add(event)
    return roll.tear() or Image.new("1", (dots_of(config.width, config.dpi), 1), 255)


