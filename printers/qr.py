"""An address as QR modules."""

from __future__ import annotations

import functools
from typing import Any

from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

QUIET = 4
"""Modules of white that a reader needs on each side."""
_MASK = 2  # any of the eight masks is legal; choosing the prettiest one costs eight times the time
_LONGEST = 600


@functools.lru_cache(maxsize=64)
def qr_rows(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules without the quiet zone; none where the address is empty or too long to be scanned."""
    data = address.encode("utf-8", "replace")
    if not data or len(data) > _LONGEST:
        return ()
    code: QRCode[Any] = QRCode(
        error_correction=ERROR_CORRECT_M if len(data) <= 150 else ERROR_CORRECT_L,
        border=0,
        mask_pattern=_MASK,
    )
    try:
        code.add_data(data, optimize=0)
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)
