"""Fill a slip's sentences from the catalogue `slip.ftl`; the catalogue itself is handed in as a function."""

from __future__ import annotations

from typing import Protocol

from printers.slip import CHINESE, LONGEST_TEXT, Both, Slip

ENGLISH = "en"


class Say(Protocol):
    """`say(language, id, **args)` gives the sentence of a catalogue."""

    def __call__(self, language: str, id: str, /, **args: str | int) -> str: ...  # noqa: A002


def compose(
    say: Say,
    *,
    number: str,
    clinic: Both,
    logo: str,
    department: Both,
    place: Both,
    ahead: int,
    wait: tuple[int, int] | None,
    companion: bool,
    date: str,
    time: str,
    url: str,
    language: str = CHINESE,
    is_copy: bool = False,
    test: bool = False,
    notes: tuple[Both, ...] = (),
) -> Slip:
    """A whole slip from the facts of a ticket.

    `place` is where to wait ("二楼·内科候诊区" / "Floor 2, Internal Medicine"), `wait` the range in minutes,
    or None where nothing can be said honestly (R53), `companion` whether one may come along (R43).
    """

    def both(name: str, **args: str | int) -> Both:
        return Both(say(CHINESE, name, **args), say(ENGLISH, name, **args))

    low, high = wait or (None, None)
    return Slip(
        number=number,
        clinic=clinic,
        logo=logo,
        department=department,
        place=Both(
            say(CHINESE, "slip-place", place=place.zh[:LONGEST_TEXT]),
            say(ENGLISH, "slip-place", place=(place.en or place.zh)[:LONGEST_TEXT]),
        ),
        ahead=ahead,
        ahead_title=both("slip-ahead-title"),
        ahead_unit=both("slip-ahead-unit", ahead=ahead),
        ahead_sentence=both("slip-ahead-sentence", ahead=ahead),
        wait_low=low,
        wait_high=high,
        wait_title=both("slip-wait-title"),
        wait_unit=both("slip-wait-unit"),
        wait_sentence=(
            both("slip-wait-sentence", low=wait[0], high=wait[1]) if wait else both("slip-wait-unknown")
        ),
        date=date,
        time=time,
        url=url,
        scan=both("slip-scan"),
        missed=both("slip-missed"),
        worse=both("slip-worse"),
        companion=both("slip-companion-one" if companion else "slip-companion-wait"),
        copy_mark=both("slip-copy"),
        test_mark=both("slip-test"),
        notes=notes,
        language=language,
        is_copy=is_copy,
        test=test,
    )
