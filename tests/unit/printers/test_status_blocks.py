"""Automatic Status Back in words, and a dialogue that no stream of bytes can lead astray (R59)."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printers.answers import Answers
from printers.dialogue import Dialogue, Patience, Result, deliver
from printers.status import (
    State,
    decode_block,
    decode_status,
    is_block_head,
    is_block_rest,
    is_end_byte,
    is_status_byte,
)
from printers.trouble import PrinterTrouble

BRIEF = Patience(connect=0.1, reply=0.008, stall=0.05, settle=0.004, finish=0.02)
WELL = b"\x10\x00\x00\x00"
PAUSES = (0x11, 0x13)
NONSENSE = [
    byte for byte in range(256)
    if not (is_status_byte(byte) or is_block_head(byte) or is_block_rest(byte) or byte in PAUSES)
]  # fmt: skip


@pytest.mark.parametrize(
    ("block", "state"),
    [
        (WELL, State.READY),
        (b"\x14\x00\x00\x0f", State.READY),
        (b"\x10\x00\x03\x00", State.PAPER_LOW),
        (b"\x18\x00\x0f\x00", State.PAPER_OUT),
        (b"\x18\x00\x0c\x00", State.PAPER_OUT),
        (b"\x38\x00\x0f\x00", State.COVER_OPEN),
        (b"\x18\x08\x00\x00", State.CUTTER_FAULT),
        (b"\x18\x40\x00\x00", State.OVERHEATED),
        (b"\x18\x00\x00\x00", State.OFFLINE),
        (b"\x10\x20\x00\x00", State.OFFLINE),
        (b"\x12\x00\x00\x00", State.UNKNOWN),
        (b"\x10\x10\x00\x00", State.UNKNOWN),
        (b"\x10\x00\x00", State.UNKNOWN),
        (b"", State.UNKNOWN),
    ],
)
def test_a_block_in_words_r59(block: bytes, state: State) -> None:
    assert decode_block(block).state is state


@given(some.binary(max_size=12))
def test_nothing_but_a_whole_well_block_is_ready(block: bytes) -> None:
    status = decode_block(block)
    if status.can_print:
        assert len(block) == 4
        assert block[0] & 0b1011_1011 == 0b0001_0000, "no trouble in the first byte, and its fixed bits"
        assert not block[1] & 0b0110_1100


@given(some.lists(some.none() | some.integers(0, 255), max_size=6))
def test_any_replies_give_a_state(replies: list[int | None]) -> None:
    assert decode_status(replies).state in State


def test_each_byte_is_of_one_kind_but_for_the_rest_of_a_block() -> None:
    for byte in range(256):
        kinds = [is_status_byte(byte), is_block_head(byte), is_block_rest(byte)]
        assert sum(kinds) <= 1
        assert not is_end_byte(byte) or is_block_rest(byte)


def test_a_reply_within_a_block_spoils_neither() -> None:
    answers = Answers()
    answers.take(b"\x10\x00\x16\x13\x00\x11\x00")
    assert (answers.block, list(answers.replies)) == (WELL, [0x16])
    assert not answers.ended
    assert not answers.garbled


def test_half_a_block_is_never_an_end_however_late_its_rest_comes() -> None:
    answers = Answers()
    answers.take(b"\x10\x00")
    answers.expect_end()
    answers.take(b"\x00")
    answers.take(b"\x03")
    assert not answers.ended
    assert answers.block == b"\x10\x00\x00\x03"
    answers.take(b"\x00")
    assert answers.ended


def test_only_a_block_that_changes_nothing_was_asked_for() -> None:
    answers = Answers()
    answers.take(WELL)
    assert not answers.repeated
    answers.take(b"\x10\x00\x03\x00")
    assert not answers.repeated, "a printer that tells of its paper has not come to the end of the ticket"
    answers.take(b"\x10\x00\x03\x00")
    assert answers.repeated


class Script:
    """A line that answers each write with the next bytes, or with the same ones for ever."""

    def __init__(self, *portions: bytes, for_ever: bytes = b"") -> None:
        self.portions, self.for_ever = list(portions), for_ever
        self.written: list[bytes] = []
        self.heard = b""

    def write(self, data: bytes, stall: float, longest: float) -> None:  # noqa: ARG002
        self.written.append(data)
        self.heard += self.portions.pop(0) if self.portions else self.for_ever

    def read(self, seconds: float) -> bytes:
        heard, self.heard = self.heard, b""
        if not heard:
            time.sleep(min(seconds, 0.001))
        return heard

    def close(self) -> None:
        pass


@given(some.lists(some.binary(max_size=8), max_size=8), some.binary(max_size=6))
def test_no_stream_of_bytes_breaks_a_dialogue(portions: list[bytes], for_ever: bytes) -> None:
    with suppress(PrinterTrouble):
        assert deliver(Script(*portions, for_ever=for_ever), b"ticket", BRIEF).result in Result


@given(some.binary(max_size=6), some.sampled_from(NONSENSE), some.binary(max_size=6))
def test_garbage_is_never_ready_and_prints_nothing_r59(before: bytes, nonsense: int, after: bytes) -> None:
    """A wrong speed, or a device that is no printer: the right byte among wrong ones proves nothing."""
    garbage = before + bytes((nonsense,)) + after
    assert not Dialogue(Script(for_ever=garbage), BRIEF).status(BRIEF.reply).can_print
    assert deliver(Script(for_ever=garbage), b"ticket", BRIEF).result is Result.SENT


def test_an_echo_is_no_printer() -> None:
    """A modem or a loop in the cable gives back what it gets; a status request looks like the head of a block."""

    class Echo(Script):
        def write(self, data: bytes, stall: float, longest: float) -> None:
            super().write(data, stall, longest)
            self.heard += data

    assert not Dialogue(Echo(), BRIEF).status(BRIEF.reply).can_print
    assert deliver(Echo(), b"ticket", BRIEF).result is Result.SENT


def test_a_printer_of_another_conversation_is_not_listened_to() -> None:
    """What lies in the line when it is opened is old: a block that said ready, a byte that looks like an end."""
    line = Script()
    line.heard = WELL + b"\x00\x16"
    dialogue = Dialogue(line, BRIEF)
    assert dialogue.status(BRIEF.reply).state is State.UNKNOWN
    assert not dialogue.finished


def test_a_printer_that_knows_only_blocks_is_left_as_it_was_found() -> None:
    line = Script(b"", b"\x18\x00\x0f\x00")
    dialogue = Dialogue(line, BRIEF)
    assert dialogue.status(0.1).state is State.PAPER_OUT
    dialogue.leave()
    assert line.written == [b"\x10\x04\x01", b"\x1da\x0e", b"\x1da\x00"]


def test_a_silent_printer_forgets_what_it_may_have_taken_for_text() -> None:
    line = Script()
    dialogue = Dialogue(line, BRIEF)
    assert dialogue.status(0.02).silent
    dialogue.leave()
    assert line.written[-1] == b"\x1b@"
