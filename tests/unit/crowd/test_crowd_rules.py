"""When a hall is too full (R47)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.crowd.rules import ends_at, has_room, is_too_full

counts = st.integers(0, 500)
limits = st.integers(1, 400)


def test_the_limit_itself_is_too_many_and_a_fifth_less_is_the_end_r47() -> None:
    assert is_too_full(60, 60, alerted=False)
    assert not is_too_full(59, 60, alerted=False)
    assert is_too_full(49, 60, alerted=True)
    assert not is_too_full(48, 60, alerted=True)


@given(counts, limits)
def test_one_person_more_or_less_never_ends_and_opens_an_alert_r47(waiting: int, limit: int) -> None:
    assert ends_at(limit) < limit
    if is_too_full(waiting, limit, alerted=False):
        assert is_too_full(waiting, limit, alerted=True)


@given(counts)
def test_a_hall_without_a_limit_is_never_too_full_and_never_known_to_have_room_r47(waiting: int) -> None:
    assert not is_too_full(waiting, None, alerted=True)
    assert not has_room(waiting, None)


def test_a_hall_that_is_half_full_has_room_r47() -> None:
    assert has_room(30, 60)
    assert not has_room(31, 60)
