"""Sending, taking note, answering, putting away (R44). Each step may be repeated without harm, and makes no sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from server.accounts.rules import may, may_act_in_hall
from server.accounts.service import record_audit
from server.core.answers import keep_answer, kept_answer
from server.core.database import Work
from server.core.errors import FieldProblem, Forbidden, Invalid, NotFound, Refusal, WrongState
from server.core.ids import new_id
from server.messages.models import RoomMessage
from server.messages.rules import ANSWERS, LONGEST_TEXT, ROOM, SENTENCES, other_side, sides
from server.queueing.models import Ticket
from server.queueing.service import room_state
from server.queueing.service.rooms import find_room
from server.registration.rules.texts import clean_text
from server.registration.service.problems import Problems


@dataclass(frozen=True)
class NewMessage:
    """What is sent: `towards` the room or the desk, a prepared sentence, some words of one's own, or both; perhaps
    about a ticket."""

    room: str
    towards: str
    sentence: str | None = None
    text: str | None = None
    ticket: str | None = None


def send_message(work: Work, request_id: str, new: NewMessage, service_day: date) -> dict[str, Any]:
    """Send it; the same request again sends nothing. Returns `{id}`.

    Raises Invalid (`sentence`, `text`, `ticket`), NotFound, Forbidden `other_room` or `not_your_hall`, Refusal
    `nobody_in_room` where no doctor sits there.
    """
    kept = kept_answer(work, "message", request_id)
    if kept is not None:
        return kept
    room = find_room(work, new.room)
    _require_side(work, room.hall, room.code, other_side(new.towards))
    sentence, text = _said(SENTENCES[new.towards], new.sentence, new.text, "sentence", "text")
    state = room_state(work, room.code)
    if new.towards == ROOM and (state.doctor is None or state.state == "closed"):
        raise Refusal("nobody_in_room")
    _check_ticket(work, new.ticket, room.hall)
    message = RoomMessage(
        id=new_id(), service_day=service_day, hall=room.hall, room=room.code, towards=new.towards, ticket=new.ticket,
        sentence=sentence, text=text, sent_at=work.now, sent_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(message)
    _changed(work, message, "sent", sentence=sentence, ticket=new.ticket)
    answer = {"id": message.id}
    keep_answer(work, "message", request_id, answer)
    return answer


def deliver_message(work: Work, identifier: str) -> RoomMessage:
    """A tablet of the side that it goes to shows it. Raises NotFound, Forbidden."""
    message = _hold(work, identifier, receiver=True)
    if message.delivered_at is None:
        message.delivered_at = work.now
        _announce(work, message, "delivered")
    return message


def read_message(work: Work, identifier: str) -> RoomMessage:
    """Somebody on the side that it goes to has opened it. Raises NotFound, Forbidden."""
    message = _hold(work, identifier, receiver=True)
    if message.read_at is None:
        _note_read(work, message)
        _changed(work, message, "read")
    return message


def answer_message(work: Work, identifier: str, answer: str | None, text: str | None = None) -> RoomMessage:
    """Answer it; "one moment" may be followed by another answer, and the same again changes nothing.

    Raises NotFound, Forbidden, Invalid (`answer`, `text`), WrongState where it was put away.
    """
    message = _hold(work, identifier, receiver=True)
    prepared, typed = _said(ANSWERS[message.towards], answer, text, "answer", "text")
    if message.closed_at is not None:
        raise WrongState("closed", "answer")
    if (message.answer, message.answer_text) == (prepared, typed):
        return message
    _note_read(work, message)
    message.answer, message.answer_text = prepared, typed
    message.answered_at, message.answered_by = work.now, work.actor.stamp
    _changed(work, message, "answered", answer=prepared)
    return message


def close_message(work: Work, identifier: str) -> RoomMessage:
    """The side that sent it has seen the answer, or takes it back. A second time changes nothing."""
    message = _hold(work, identifier, receiver=False)
    if message.closed_at is None:
        message.closed_at = work.now
        _changed(work, message, "closed", answered=message.answered_at is not None)
    return message


def see_message(work: Work, identifier: str) -> RoomMessage:
    """A message with what was typed, for either side of it. Raises NotFound, Forbidden."""
    message = work.session.get(RoomMessage, identifier)
    if message is None:
        raise NotFound("message")
    if not _sides(work, message.hall, message.room):
        raise Forbidden("other_room")
    return message


def open_messages(work: Work, hall: str) -> list[RoomMessage]:
    """A hall's messages that nobody has put away, oldest first."""
    wanted = select(RoomMessage).where(RoomMessage.hall == hall, RoomMessage.closed_at.is_(None))
    return list(work.session.scalars(wanted.order_by(RoomMessage.sent_at, RoomMessage.id)))


def forget_messages(work: Work, today: date) -> None:
    """What was said on earlier service days is deleted; that it was said stays in the audit trail."""
    past = RoomMessage.service_day < today
    halls = work.session.scalars(select(RoomMessage.hall).where(past).distinct()).all()
    work.session.execute(delete(RoomMessage).where(past))
    for hall in halls:
        work.announce("message.forgotten", hall, parts=("messages",))


def _said(
    known: tuple[str, ...], prepared: str | None, typed: str | None, prepared_field: str, typed_field: str
) -> tuple[str | None, str | None]:
    problems = Problems()
    if prepared is not None and prepared not in known:
        problems.add(prepared_field, "not_a_choice")
    text = problems.run(typed_field, lambda: clean_text(typed, LONGEST_TEXT))
    if prepared is None and text is None and typed_field not in problems.names():
        problems.add(prepared_field, "required")
    problems.refuse()
    return prepared, text


def _check_ticket(work: Work, identifier: str | None, hall: str) -> None:
    ticket = work.session.get(Ticket, identifier) if identifier is not None else None
    if identifier is not None and (ticket is None or ticket.hall != hall):
        raise Invalid([FieldProblem("ticket", "not_understood")])


def _sides(work: Work, hall: str, room: str) -> frozenset[str]:
    who = work.actor
    seated = may(who.role, "messages.room") and room_state(work, room).doctor == who.code
    return sides(
        works_at_desk=may(who.role, "messages.desk") and may_act_in_hall(who.role, who.halls, hall),
        sits_in_room=seated,
    )


def _require_side(work: Work, hall: str, room: str, side: str) -> None:
    if side not in _sides(work, hall, room):
        raise Forbidden("other_room" if side == ROOM else "not_your_hall")


def _hold(work: Work, identifier: str, *, receiver: bool) -> RoomMessage:
    message = work.session.get(RoomMessage, identifier, with_for_update=True, populate_existing=True)
    if message is None:
        raise NotFound("message")
    _require_side(work, message.hall, message.room, message.towards if receiver else other_side(message.towards))
    return message


def _note_read(work: Work, message: RoomMessage) -> None:
    message.delivered_at = message.delivered_at or work.now
    message.read_at = message.read_at or work.now


def _changed(work: Work, message: RoomMessage, what: str, **detail: str | bool | None) -> None:
    """Every step by a person is audited, by its codes and without what was typed."""
    record_audit(work, f"message.{what}", f"message:{message.id}", room=message.room, towards=message.towards, **detail)
    _announce(work, message, what)


def _announce(work: Work, message: RoomMessage, what: str) -> None:
    work.session.flush()
    work.announce(f"message.{what}", message.hall, parts=("messages",))
