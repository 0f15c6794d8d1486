"""What displays are given as sound: calls, notices and emergency texts that stand now, and nothing else (R61)."""

from __future__ import annotations

from server.clinic.models import Room
from server.core.database import Work
from server.core.errors import NotFound
from server.queueing.models import Call
from server.queueing.service.shown import CALL_LIFETIME
from server.realtime.models import Emergency, Notice
from server.speech.service import Sentence, call_sentence, plain_sentence

SPOKEN = ("calls", "notices", "emergencies")


def find_sentence(work: Work, kind: str, identifier: str, language: str) -> Sentence:
    """The sentence of a call that was made within ten minutes, of a notice that is said, or of an emergency that lasts.

    `kind` is one of `SPOKEN`. Nobody can have anything else said. Raises NotFound.
    """
    if kind == "calls":
        return _call(work, identifier, language)
    texts = _notice(work, identifier) if kind == "notices" else _emergency(work, identifier)
    if language not in texts:
        raise NotFound("speech")
    return plain_sentence(language, texts[language])


def _call(work: Work, identifier: str, language: str) -> Sentence:
    call = work.session.get(Call, identifier)
    if call is None or call.withdrawn or call.at < work.now - CALL_LIFETIME:
        raise NotFound("call")
    room = work.session.get(Room, call.room)
    return call_sentence(language, call.number, call.room, room.names if room else {})


def _notice(work: Work, identifier: str) -> dict[str, str]:
    notice = work.session.get(Notice, identifier)
    if notice is None or notice.removed_at is not None or notice.say_at is None:
        raise NotFound("notice")
    return notice.texts


def _emergency(work: Work, identifier: str) -> dict[str, str]:
    emergency = work.session.get(Emergency, identifier)
    if emergency is None or emergency.ended_at is not None:
        raise NotFound("emergency")
    return emergency.texts
