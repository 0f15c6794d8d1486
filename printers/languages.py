"""A slip in the language of a printer: one picture, pictures around its own QR code, or its own characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from printers.config import PrinterConfig
from printers.escpos_bytes import code_command, job_bytes, raster_commands
from printers.marks import PrintersCode
from printers.native.ticket import ticket_commands
from printers.raster import render, render_around_code
from printers.slip import Slip
from printers.template import DEFAULT, Template


def slip_bytes(slip: Slip, config: PrinterConfig, fonts: Path, template: Template = DEFAULT) -> bytes:
    """The whole job. OSError or ValueError where a font is missing or broken."""
    return job_bytes(_commands(slip, config, fonts, template), cut=config.cut, dpi=config.dpi)


def _commands(slip: Slip, config: PrinterConfig, fonts: Path, template: Template) -> list[bytes]:
    match config.language:
        case "raster":
            return raster_commands(render(slip, config.width, fonts, template, config.dpi))
        case "raster_qr":
            return list(_around_code(slip, config, fonts, template))
        case "gb18030" | "gbk" | "utf8":
            return ticket_commands(slip, config.language, config.width, config.dpi, template)


def _around_code(slip: Slip, config: PrinterConfig, fonts: Path, template: Template) -> Iterator[bytes]:
    for piece in render_around_code(slip, config.width, fonts, template, config.dpi):
        if isinstance(piece, PrintersCode):
            yield b"\x1ba\x01" + code_command(piece.address, piece.module) + b"\x1ba\x00"
        else:
            yield from raster_commands(piece)
