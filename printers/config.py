"""One printer as the clinic has set it up, in plain values (R59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

PaperWidth = Literal[80, 58]
Dpi = Literal[203, 180]
Kind = Literal["virtual", "network", "usb", "serial", "file", "queue"]
Language = Literal["raster", "raster_qr", "gb18030", "gbk", "utf8"]

KINDS: tuple[Kind, ...] = get_args(Kind)
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class PrinterConfig:
    """How to reach a printer, and what it understands.

    `address` by kind: `host:port` for network and virtual (port 9100 where left out); a path for file and serial;
    `vendor:product[:serial number]` in hexadecimal for usb, empty for the only one that is plugged in; the name
    of a print queue of this machine for queue.
    `language`: raster draws the whole ticket as a picture; raster_qr leaves the QR code to the printer; gb18030,
    gbk and utf8 send text in that encoding and let the printer set it.
    `width` is the paper in millimetres, `dpi` the dots of its head per inch, `cut` whether it has a cutter, `baud`
    the speed of a serial line.
    """

    code: str
    kind: Kind
    address: str
    width: PaperWidth = 80
    cut: bool = True
    dpi: Dpi = 203
    language: Language = "raster"
    baud: int = 9600
