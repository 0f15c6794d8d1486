"""What the device says of itself: to GS I, and unasked after GS a."""

from __future__ import annotations

from collections.abc import Callable

_NAMES = {65: "1.0", 66: "HOUZHEN", 67: "VIRTUAL", 68: "0", 69: "GB18030"}
_BYTES = {1: 0x20, 2: 0x02, 3: 0x10}
"""Model, type (bit 1: it has a cutter), version."""


def identity(number: int) -> bytes:
    """The answer to GS I n; empty where there is none, as from a real printer."""
    if number in _NAMES:
        return b"_" + _NAMES[number].encode("ascii") + b"\x00"
    short = number - 48 if number >= 48 else number
    return bytes((_BYTES[short],)) if short in _BYTES else b""


def automatic_status(reply: Callable[[int], int]) -> bytes:
    """The four bytes of GS a, from the answers to DLE EOT 1 to 4."""
    printer, offline, error, paper = (reply(number) for number in (1, 2, 3, 4))
    return bytes(
        (
            0x10 | (printer & 0x0C) | (0x20 if offline & 0x04 else 0),
            error & 0x68,
            (0x03 if paper & 0x0C else 0) | (0x0C if paper & 0x60 else 0),
            0x0F,
        )
    )
