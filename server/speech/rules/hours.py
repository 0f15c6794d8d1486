"""How loud a hall is and what is said there at an hour (R62). Pure.

A span is `{"halls": ["east"], "days": [0..6], "from": "12:00", "to": "14:00", "volume": 40, "say": "once"}`; no halls
means every hall. The first span that names the hall and covers the moment holds; outside all of them the house's own
volume and word. What is said, from most to least: "twice" the hall's first language twice and each other one once,
"once" each language once, "chime" the chime alone, "nothing" not even that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from server.clinic.rules import spans_on


@dataclass(frozen=True)
class Loudness:
    """What holds at a moment: `volume` 0–100, `say` as above, `until` when the span ends, None outside all spans."""

    volume: int
    say: str
    until: datetime | None = None


def loudness(
    spans: Sequence[Mapping[str, Any]], hall: str, now: datetime, timezone: ZoneInfo, otherwise: Loudness
) -> Loudness:
    """The loudness of a hall at an instant (R62). A volume of 0 says nothing."""
    for span in spans:
        end = _end_of(span, hall, now, timezone)
        if end is not None:
            return _mute(Loudness(span["volume"], span["say"], end))
    return _mute(otherwise)


def _end_of(span: Mapping[str, Any], hall: str, now: datetime, timezone: ZoneInfo) -> datetime | None:
    """When the span ends that covers this moment of this hall; None where it does not."""
    if span["halls"] and hall not in span["halls"]:
        return None
    today = now.astimezone(timezone).date()
    for day in (today - timedelta(days=1), today):
        for start, end in spans_on([span], day, timezone):
            if start <= now < end:
                return end
    return None


def _mute(found: Loudness) -> Loudness:
    return Loudness(0, "nothing", found.until) if found.volume == 0 or found.say == "nothing" else found
