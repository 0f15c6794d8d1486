"""What the bytes of an ESC/POS job say, one event for each command or stretch of text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Initialise:
    """ESC @."""


@dataclass(frozen=True, slots=True)
class Raster:
    """GS v 0, or a graphic of GS ( L when it is printed: `data` has `width_bytes` bytes a row, 1 is black; mode
    bits 0 and 1 double width and height."""

    mode: int
    width_bytes: int
    rows: int
    data: bytes


@dataclass(frozen=True, slots=True)
class StoreGraphic:
    """GS ( L, function 112: keep a picture until it is printed. `dots` of its bytes a row belong to it."""

    raster: Raster
    dots: int


@dataclass(frozen=True, slots=True)
class PrintGraphic:
    """GS ( L, function 50: print the kept picture."""


@dataclass(frozen=True, slots=True)
class Columns:
    """ESC *: a strip of dots by columns within a line of text, 1 or 3 bytes a column from the top down."""

    mode: int
    bytes_high: int
    data: bytes


@dataclass(frozen=True, slots=True)
class CodeCommand:
    """GS ( k for QR codes: function 65 model, 67 module, 69 robustness, 80 the address, 81 print."""

    function: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Feed:
    """ESC J (dots) or ESC d, LF (lines); prints what stands on the line."""

    amount: int
    lines: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """GS V; `feed` in dots beyond the way to the cutter."""

    feed: int


@dataclass(frozen=True, slots=True)
class Drawer:
    """ESC p: a pulse that opens a cash drawer. No job of this house sends it."""

    command: bytes


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """DLE EOT n: to be answered at once."""

    number: int


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """GS r n: to be answered when all before it is done."""

    number: int


@dataclass(frozen=True, slots=True)
class IdentityRequest:
    """GS I n: who are you; to be answered when all before it is done."""

    number: int


@dataclass(frozen=True, slots=True)
class AutomaticStatus:
    """GS a n: say it unasked when the state changes; 0 is never."""

    mask: int


@dataclass(frozen=True, slots=True)
class TextBytes:
    """Bytes for the printer's own characters, and the codec that they are meant in."""

    data: bytes
    codec: str = "cp437"

    @property
    def text(self) -> str:
        """The characters; U+FFFD for a code that has none."""
        return self.data.decode(self.codec, "replace")


@dataclass(frozen=True, slots=True)
class Setting:
    """A known command that changes how later text looks."""

    command: bytes


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command or a code that this device does not know; what follows it may be misread."""

    command: bytes


Event = (
    Initialise | Raster | StoreGraphic | PrintGraphic | Columns | CodeCommand | Feed | Cut | Drawer | StatusRequest
    | PaperRequest | IdentityRequest | AutomaticStatus | TextBytes | Setting | Unknown
)  # fmt: skip
