"""How the displays of a hall sound at this hour (R62); staff see it too."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.speech.rules.hours import Loudness, loudness
from server.speech.service.engine import is_installed


def voice_document(work: Work, hall: str, timezone: ZoneInfo) -> dict[str, Any]:
    """Who speaks, how loud, how much, and until when that holds.

    `by` is "server" or "browser"; `wanted` what the clinic file asks for, which this server may have no library for.
    """
    voice = clinic_settings(work).voice
    now = loudness(voice.hours, hall, work.now, timezone, Loudness(voice.volume, voice.say))
    speaks = voice.source == "clips" or (voice.source == "server" and is_installed())
    return {
        "by": "server" if speaks else "browser",
        "wanted": voice.source,
        "volume": now.volume,
        "say": now.say,
        "until": instant(now.until) if now.until is not None else None,
    }
