"""The four DLE EOT bytes in words."""

from __future__ import annotations

import pytest

from printers.status import State, decode_status, is_end_byte, is_status_byte

WELL = (0x16, 0x12, 0x12, 0x12)


@pytest.mark.parametrize(
    ("replies", "state"),
    [
        (WELL, State.READY),
        ((0x12, 0x12, 0x12, 0x12), State.READY),
        ((0x16, 0x12, 0x12, 0x1E), State.PAPER_LOW),
        ((0x1E, 0x32, 0x12, 0x7E), State.PAPER_OUT),
        ((0x16, 0x12, 0x12, 0x72), State.PAPER_OUT),
        ((0x1E, 0x32, 0x12, 0x12), State.PAPER_OUT),
        ((0x1E, 0x16, 0x12, 0x12), State.COVER_OPEN),
        ((0x1E, 0x36, 0x12, 0x7E), State.COVER_OPEN),
        ((0x1E, 0x52, 0x1A, 0x12), State.CUTTER_FAULT),
        ((0x1E, 0x52, 0x52, 0x12), State.OVERHEATED),
        ((0x1E, 0x52, 0x32, 0x12), State.OFFLINE),
        ((0x1E, 0x12, 0x12, 0x12), State.OFFLINE),
        ((0x1E, 0x12, 0x12, 0x1E), State.OFFLINE),
        ((0x16, None, None, None), State.READY),
        ((0x1E, 0x16), State.COVER_OPEN),
        ((None, None, None, 0x72), State.PAPER_OUT),
        ((None, None, None, None), State.UNKNOWN),
        ((), State.UNKNOWN),
    ],
)
def test_decode(replies: tuple[int | None, ...], state: State) -> None:
    status = decode_status(replies)
    assert status.state is state
    assert status.can_print is (state in (State.READY, State.PAPER_LOW))
    assert status.silent is (state is State.UNKNOWN)
    assert len(status.replies) == 4


def test_status_and_paper_bytes_are_never_confused() -> None:
    assert not [byte for byte in range(256) if is_status_byte(byte) and is_end_byte(byte)]
    assert all(is_status_byte(byte) for byte in WELL)
    assert is_end_byte(0x00)
    assert is_end_byte(0x03)
    assert is_end_byte(0x0C)
    assert not [byte for byte in (0x11, 0x13, 0x41) if is_status_byte(byte)]
