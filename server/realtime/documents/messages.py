"""The document of messages between desk and rooms (R44): who says what to whom, and how far it has come. What somebody
typed is not in it: each tablet of either side asks for that by the message's id."""

from __future__ import annotations

from typing import Any

from server.accounts.service import describe_by
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.messages.models import RoomMessage
from server.messages.rules import settles
from server.messages.service import open_messages
from server.queueing.models import Ticket


def messages_document(work: Work, hall: str) -> dict[str, Any]:
    """A hall's open messages, oldest first, and after how many minutes an unread one stands out."""
    return {
        "unread_minutes": clinic_settings(work).message_minutes,
        "open": [_message(work, message) for message in open_messages(work, hall)],
    }


def _message(work: Work, message: RoomMessage) -> dict[str, Any]:
    ticket = work.session.get(Ticket, message.ticket) if message.ticket is not None else None
    return {
        "id": message.id,
        "room": message.room,
        "towards": message.towards,
        "ticket": message.ticket,
        "number": ticket.number if ticket is not None else None,
        "sentence": message.sentence,
        "typed": message.text is not None,
        "sent_at": instant(message.sent_at),
        "by": describe_by(work, message.sent_by),
        "delivered_at": instant(message.delivered_at) if message.delivered_at else None,
        "read_at": instant(message.read_at) if message.read_at else None,
        "answer": message.answer,
        "answer_typed": message.answer_text is not None,
        "answered_at": instant(message.answered_at) if message.answered_at else None,
        "answered_by": describe_by(work, message.answered_by),
        "settled": settles(message.answer, message.answer_text is not None),
    }
