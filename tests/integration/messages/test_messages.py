"""Silent messages between a desk and a room (R44)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from server.accounts.models import AuditEntry
from server.core.database import Actor
from server.core.errors import Forbidden, Invalid, NotFound, Refusal, WrongState
from server.messages import service
from server.messages.models import RoomMessage
from server.messages.service import NewMessage
from server.queueing.service import seat_doctor, set_room_state
from tests.support.house import GUIDE, SUPERVISOR, WEST_GUIDE, House, at_once, doctor, everything_stored

TODAY = date(2026, 11, 23)
WORDS = "轮椅在门口，先抬一下台阶"


def seated(house: House, room: str = "east-1") -> Actor:
    """The doctor who sits in a room."""
    number = house.room(room).doctor
    assert number is not None
    return doctor(number)


def send(
    house: House, sentence: str | None = "here", *, towards: str = "room", by: Actor = GUIDE, room: str = "east-1",
    request: str | None = None, **more: Any,
) -> str:  # fmt: skip
    new = NewMessage(room, towards, sentence, **more)
    answer = house.do(service.send_message, request or str(uuid.uuid4()), new, TODAY, by=by)
    return str(answer["id"])


def shown(house: House, hall: str = "east") -> list[dict[str, Any]]:
    return list(house.shown(hall)["staff/messages"]["open"])


def test_a_message_into_the_room_is_delivered_read_and_answered_with_times_r44(house: House) -> None:
    ticket = house.patient()
    told = send(house, ticket=ticket)
    [message] = shown(house)
    assert (message["room"], message["towards"], message["sentence"]) == ("east-1", "room", "here")
    assert (message["number"], message["delivered_at"], message["read_at"]) == (house.ticket(ticket).number, None, None)

    house.advance(seconds=2)
    house.do(service.deliver_message, told, by=seated(house))
    house.advance(seconds=40)
    house.do(service.read_message, told, by=seated(house))
    house.advance(seconds=5)
    house.do(service.answer_message, told, "send_in", by=seated(house))
    [message] = shown(house)
    assert [message[name][17:19] for name in ("sent_at", "delivered_at", "read_at", "answered_at")] == [
        "00", "02", "42", "47",
    ]  # fmt: skip
    assert (message["answer"], message["settled"]) == ("send_in", True)
    assert message["answered_by"]["number"] == house.room().doctor

    house.do(service.close_message, told)
    assert shown(house) == []


def test_the_doctor_tells_the_desk_and_any_guide_of_the_hall_answers_r44(house: House) -> None:
    told = send(house, "later", towards="desk", by=seated(house))
    house.do(service.deliver_message, told, by=GUIDE)
    house.do(service.answer_message, told, "ok", by=SUPERVISOR)
    [message] = shown(house)
    assert (message["towards"], message["answer"], message["answered_by"]["number"]) == ("desk", "ok", "2003")
    house.do(service.close_message, told, by=seated(house))
    assert shown(house) == []


def test_every_step_may_be_repeated_and_says_the_same_r44(house: House) -> None:
    request = str(uuid.uuid4())
    told = send(house, request=request)
    assert send(house, request=request) == told
    for _ in range(2):
        house.do(service.deliver_message, told, by=seated(house))
        house.do(service.read_message, told, by=seated(house))
        house.do(service.answer_message, told, "ok", by=seated(house))
        house.advance(seconds=9)
    before = shown(house)
    assert before[0]["answered_at"].endswith("00.000Z")
    for _ in range(2):
        house.do(service.close_message, told)
    assert len(house.rows(AuditEntry, AuditEntry.subject == f"message:{told}")) == 4


def test_one_moment_is_followed_by_another_answer_and_then_it_is_settled_r44(house: House) -> None:
    told = send(house)
    house.do(service.answer_message, told, "moment", by=seated(house))
    assert not shown(house)[0]["settled"]
    house.do(service.answer_message, told, "send_in", by=seated(house))
    assert shown(house)[0]["settled"]
    house.do(service.close_message, told)
    with pytest.raises(WrongState):
        house.do(service.answer_message, told, "ok", by=seated(house))


def test_a_message_that_was_read_without_a_word_counts_as_delivered_r44(house: House) -> None:
    told = send(house)
    house.do(service.read_message, told, by=seated(house))
    assert shown(house)[0]["delivered_at"] is not None


def test_what_was_typed_is_in_no_document_and_sealed_and_both_sides_read_it_r44_r107(house: House) -> None:
    told = send(house, None, text=WORDS)
    house.do(service.answer_message, told, None, "请走后门", by=seated(house))
    assert shown(house)[0]["typed"]
    assert shown(house)[0]["settled"]
    stored = everything_stored(house.database)
    assert WORDS not in stored
    assert "请走后门" not in stored
    for who in (GUIDE, seated(house)):
        with house.database.read(who) as work:
            message = service.see_message(work, told)
            assert (message.text, message.answer_text) == (WORDS, "请走后门")
    with house.database.read(seated(house, "east-2")) as work, pytest.raises(Forbidden):
        service.see_message(work, told)


def test_displays_hear_nothing_of_messages_r44_r107(house: House) -> None:
    send(house)
    assert "staff/messages" not in house.shown(staff=False)


@pytest.mark.parametrize(
    ("who", "towards"),
    [(WEST_GUIDE, "room"), (GUIDE, "desk"), (doctor("9999"), "desk"), (doctor("9999"), "room")],
)
def test_nobody_speaks_for_a_side_that_is_not_theirs_r44(house: House, who: Actor, towards: str) -> None:
    with pytest.raises(Forbidden):
        send(house, "here" if towards == "room" else "help", towards=towards, by=who)


def test_the_sender_does_not_answer_and_the_receiver_does_not_put_away_r44(house: House) -> None:
    told = send(house)
    for step in (service.deliver_message, service.read_message):
        with pytest.raises(Forbidden):
            house.do(step, told, by=GUIDE)
    with pytest.raises(Forbidden):
        house.do(service.answer_message, told, "ok", by=GUIDE)
    with pytest.raises(Forbidden):
        house.do(service.close_message, told, by=seated(house))
    with pytest.raises(NotFound):
        house.do(service.close_message, "nothing")


def test_whoever_sits_in_the_room_now_answers_r44(house: House) -> None:
    before = seated(house)
    told = send(house)
    house.do(seat_doctor, "east-1", house.room("east-2").doctor, by=SUPERVISOR)
    with pytest.raises(Forbidden):
        house.do(service.answer_message, told, "ok", by=before)
    house.do(service.answer_message, told, "ok", by=seated(house))


def test_into_a_room_where_nobody_is_nothing_is_sent_r44(house: House) -> None:
    house.do(set_room_state, "east-1", "closed")
    with pytest.raises(Refusal, match="nobody_in_room"):
        send(house)
    house.do(set_room_state, "east-1", "paused")
    send(house)
    house.do(seat_doctor, "east-1", None, by=SUPERVISOR)
    with pytest.raises(Refusal, match="nobody_in_room"):
        send(house)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"sentence": None}, "sentence"), ({"sentence": None, "text": "  "}, "sentence"),
        ({"sentence": "help"}, "sentence"), ({"sentence": None, "text": "长" * 61}, "text"),
        ({"ticket": "nothing"}, "ticket"),
    ],
)  # fmt: skip
def test_a_message_that_says_nothing_or_too_much_is_refused_by_its_field_r44(
    house: House, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        send(house, **given)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_messages_are_deleted_with_their_day_and_the_trail_stays_r44(house: House) -> None:
    told = send(house, None, text=WORDS)
    house.do(service.forget_messages, TODAY)
    assert len(shown(house)) == 1
    house.do(service.forget_messages, date(2026, 11, 24))
    assert house.rows(RoomMessage) == []
    assert shown(house) == []
    [entry] = house.rows(AuditEntry, AuditEntry.subject == f"message:{told}")
    assert entry.detail == {"room": "east-1", "towards": "room", "sentence": None, "ticket": None}


def test_one_request_from_two_tablets_at_once_is_one_message_r44(house: House) -> None:
    request = str(uuid.uuid4())
    told = at_once(6, lambda _: send(house, request=request))
    assert len(set(told)) == 1
    assert len(house.look(lambda work: work.session.scalars(select(RoomMessage)).all())) == 1
