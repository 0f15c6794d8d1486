"""An address as QR modules."""

from __future__ import annotations

import functools
from typing import Any, Literal

from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from printers.plain import LONGEST_ADDRESS, plain_address

QUIET = 4
"""Modules of white that a reader needs on each side."""
_MASK = 2  # any of the eight masks is legal; choosing the prettiest one costs eight times the time
ROBUST = 150
"""Bytes up to which an address gets a code that survives more damage."""
Robustness = Literal["L", "M", "Q", "H"]
_CORRECTION = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}


def qr_rows(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules without the quiet zone; none where the address is empty or too long to be scanned."""
    data = plain_address(address).encode("ascii")
    return modules_of(data, "M" if len(data) <= ROBUST else "L")


@functools.lru_cache(maxsize=64)
def modules_of(data: bytes, robustness: Robustness) -> tuple[tuple[bool, ...], ...]:
    """The modules of any bytes; none where there are none or too many."""
    if not data or len(data) > LONGEST_ADDRESS:
        return ()
    code: QRCode[Any] = QRCode(
        error_correction=_CORRECTION[robustness],
        border=0,
        mask_pattern=_MASK,
    )
    try:
        code.add_data(data, optimize=0)
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)
