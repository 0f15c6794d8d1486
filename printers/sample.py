"""A ticket of nobody, to look at how a clinic's tickets come out: the facts of the design's picture."""

from __future__ import annotations

from datetime import datetime

from printers.slip import CHINESE, Both, Slip
from printers.wording import Say, compose

#: In the place of a patient's link: as long as one, so that the QR code is as large, and nobody's.
NOBODY = "0" * 24


def sample_slip(
    say: Say,
    *,
    clinic: Both,
    logo: str,
    department: Both,
    place: Both,
    prefix: str,
    base_url: str,
    local: datetime,
    language: str = CHINESE,
    test: bool = False,
) -> Slip:
    """A slip of a department for a patient who reads `language`; `local` is the clinic's own time, `test` marks it as a
    test on top."""
    return compose(
        say, number=f"{prefix}029", clinic=clinic, logo=logo, department=department, place=place, ahead=6,
        wait=(25, 40), companion=False, date=f"{local:%Y-%m-%d}", time=f"{local:%H:%M}",
        url=f"{base_url}/t/{NOBODY}", language=language, test=test,
    )  # fmt: skip
