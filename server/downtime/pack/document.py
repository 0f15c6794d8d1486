"""The whole pack in the order of the drawer: cover, guide, danger signs, then each department's tickets and forms."""

from __future__ import annotations

import logging
from pathlib import Path

from server.downtime.pack.content import Pack
from server.downtime.pack.form import draw_form
from server.downtime.pack.guide import draw_cover, draw_guide, draw_signs
from server.downtime.pack.sheet import Sheet, zh
from server.downtime.pack.tickets import draw_tickets


def draw_pack(pack: Pack, fonts: Path) -> bytes:
    """The PDF. `fonts`: the folder of `@expo-google-fonts`. Raises FileNotFoundError where a font is missing."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table that it leaves out
    sheet = Sheet(fonts, f"{zh('pack-title')} {pack.code}")
    sheet.foot = f"{zh('pack-title')} {pack.code}"
    draw_cover(sheet, pack)
    draw_guide(sheet, pack)
    draw_signs(sheet, pack)
    for tickets in pack.departments:
        draw_tickets(sheet, pack, tickets)
        draw_form(sheet, pack, tickets)
    return bytes(sheet.output())
