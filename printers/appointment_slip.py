"""The paper slip of an appointment: when, with whom, where, its code, and what to bring.

No name and no complaint stand on it: there is no field to put them in (R63). It is drawn as a picture on every printer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from printers import paper as sizes
from printers.blocks import Sheet
from printers.config import PaperWidth, PrinterConfig
from printers.escpos_bytes import ticket_bytes
from printers.fonts import Weight
from printers.marks import Box, Code, Page, Text
from printers.paper import dots_of, paper_of
from printers.plain import plain, plain_slip
from printers.qr import QUIET, qr_rows
from printers.raster import paint
from printers.scale import scaled
from printers.slip import CHINESE, Both, Slip
from printers.typeset import Type, fit, width_of

#: How the stored slip of an appointment is told from a ticket's.
KIND = "appointment"
MOST_LINES = 6

_TIME = tuple(Type(Weight.HEAVY, size) for size in (124, 108, 92))
_DAY = tuple(Type(Weight.BOLD, size) for size in (44, 38, 32))
_CODE = tuple(Type(Weight.BOLD, size) for size in (54, 46, 38))


@dataclass(frozen=True, slots=True)
class AppointmentSlip:
    """One appointment for the printer; every text is ready-made. `code` is in the groups in which it is read aloud,
    `url` leads to the holder's own page."""

    clinic: Both
    title: Both
    day: Both
    time: str
    doctor: Both
    department: Both
    place: Both
    code_title: Both
    code: str
    url: str
    scan: Both
    copy_mark: Both
    bring: tuple[Both, ...] = ()
    language: str = CHINESE
    is_copy: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values, made to be stored in a print job."""
        return {"kind": KIND} | {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> AppointmentSlip:
        """The slip that `to_json` stored. ValueError names the field that is missing or of a wrong kind."""
        return cls(**{field.name: _read(field.name, str(field.type), stored) for field in fields(cls)})


def read_slip(stored: Mapping[str, Any]) -> Slip | AppointmentSlip:
    """The slip of either kind that was stored. Raises ValueError."""
    return AppointmentSlip.from_json(stored) if stored.get("kind") == KIND else Slip.from_json(stored)


def appointment_bytes(slip: AppointmentSlip, config: PrinterConfig, fonts: Path) -> bytes:
    """The bytes of a slip for one printer. Raises OSError where a font is missing."""
    page = scaled(lay_out_appointment(slip, config.width, fonts), dots_of(config.width, config.dpi), fonts)
    return ticket_bytes(paint(page, fonts), cut=config.cut)


def lay_out_appointment(slip: AppointmentSlip, width: PaperWidth, fonts: Path) -> Page:
    """Place everything on 80 or 58 mm paper: time first and large, both languages of every line."""
    slip = plain_slip(slip)
    sheet = Sheet(paper_of(width), fonts, slip.language)
    sheet.y = 20
    _head(sheet, slip)
    sheet.rule()
    _when(sheet, slip)
    for both, styles in ((slip.doctor, sheet.paper.place), (slip.department, sheet.paper.place), (slip.place, _PLACE)):
        _pair(sheet, both, styles)
    sheet.y += 14
    sheet.rule()
    _code(sheet, slip)
    sheet.rule()
    for both in slip.bring[:MOST_LINES]:
        _pair(sheet, both, (sizes.LABEL,))
    sheet.y += 40
    return Page(sheet.paper.dots, sheet.y, tuple(sheet.marks))


_PLACE = (Type(Weight.MEDIUM, 30), Type(Weight.MEDIUM, 27))


def _pair(sheet: Sheet, both: Both, styles: tuple[Type, ...]) -> None:
    """One line in the patient's language, and smaller beneath in the other."""
    sheet.y = sheet.lines(both.first(sheet.language), styles, sheet.y + 8)
    other = both.second(sheet.language)
    if other:
        sheet.y = sheet.lines(other, (sizes.SMALL,), sheet.y + 2)


def _head(sheet: Sheet, slip: AppointmentSlip) -> None:
    if slip.is_copy:
        sheet.y = sheet.lines(slip.copy_mark.first(sheet.language), sizes.NAME, sheet.y)
    title = " ".join(filter(None, (slip.title.first(sheet.language), slip.title.second(sheet.language))))
    sheet.y = sheet.lines(slip.clinic.first(sheet.language), sizes.NAME, sheet.y)
    sheet.y = sheet.lines(title, (sizes.UNIT,), sheet.y + 4) + 18


def _when(sheet: Sheet, slip: AppointmentSlip) -> None:
    sheet.y = sheet.lines(slip.day.first(sheet.language), _DAY, sheet.y + 12)
    sheet.y = sheet.lines(slip.day.second(sheet.language), (sizes.SMALL,), sheet.y + 2)
    sheet.y = sheet.lines(slip.time, _TIME, sheet.y, leading=1.0) + 10


def _code(sheet: Sheet, slip: AppointmentSlip) -> None:
    """The code in a frame, then the same as a picture for the scanner, with what both are for."""
    paper = sheet.paper
    _pair(sheet, slip.code_title, (sizes.LABEL,))
    style, lines = fit(sheet.fonts, plain(slip.code), list(_CODE), paper.width - 40)
    height = round(style.size * 1.6)
    sheet.marks.append(Box(paper.left, sheet.y + 12, paper.width, height, 12, sizes.RULE))
    x = paper.left + (paper.width - width_of(sheet.fonts, lines[0], style)) / 2
    sheet.marks.append(Text(round(x), sheet.y + 12 + height // 2 + round(style.size * 0.345), lines[0], style))
    sheet.y += 12 + height
    rows = qr_rows(slip.url)
    if rows:
        module = paper.qr_module
        while module > 2 and (len(rows) + 2 * QUIET) * module > paper.dots:
            module -= 1
        top = sheet.y + QUIET * module
        sheet.marks.append(Code((paper.dots - len(rows) * module) // 2, top, module, rows))
        sheet.y = top + len(rows) * module + QUIET * module
    _pair(sheet, slip.scan, (sizes.LABEL,))
    sheet.y += 16


def _plain(value: object) -> object:
    if isinstance(value, Both):
        return {"zh": value.zh, "en": value.en}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _read(name: str, kind: str, stored: Mapping[str, Any]) -> Any:
    if name not in stored:
        raise ValueError(f"appointment slip: {name} is missing")
    value = stored[name]
    if kind == "Both":
        return _both(name, value)
    if kind.startswith("tuple"):
        if not isinstance(value, list):
            raise ValueError(f"appointment slip: {name} must be a list")
        return tuple(_both(name, one) for one in value[:MOST_LINES])
    if not isinstance(value, bool if kind == "bool" else str):
        raise ValueError(f"appointment slip: {name} must be {kind}")  # noqa: TRY004  (as every other unfit field)
    return value


def _both(name: str, value: object) -> Both:
    if isinstance(value, Mapping) and isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
        return Both(value["zh"], value["en"])
    raise ValueError(f"appointment slip: {name} must have the texts zh and en")
