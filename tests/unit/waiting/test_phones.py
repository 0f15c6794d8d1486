"""How often phones ask."""

from __future__ import annotations

import pytest

from server.waiting.rules.phones import ask_again_seconds


@pytest.mark.parametrize(("ahead", "seconds"), [(0, 5), (3, 5), (4, 15), (10, 15), (11, 30), (500, 30)])
def test_a_phone_asks_often_when_the_call_is_near_and_seldom_when_it_is_far_r53(ahead: int, seconds: int) -> None:
    assert ask_again_seconds(ahead) == seconds
