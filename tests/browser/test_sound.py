"""What a hall hears: every call from its first to its last sample, one at a time, in the order in which they came."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.browser.ear import RATE, places, recording, sentence
from tests.browser.house import House

pytestmark = pytest.mark.browser

ROOMS = ("east-1", "east-2", "east-3")


def test_calls_that_come_at_once_are_heard_whole_one_at_a_time_and_in_order_r60_r61(impatient_house: House) -> None:
    house = impatient_house
    tickets = [house.register("internal") for _ in ROOMS]
    television = house.television("east", ear=True)
    television.page.evaluate("ear.ready")
    called = [house.staff("POST", f"/rooms/{room}/call-next", {}) for room in ROOMS]
    print([c.json for c in called][:1])
    television.wait_for_words(9, seconds=90)
    television.page.wait_for_timeout(10_000)
    heard = recording(television.page)
    print(len(heard) / RATE)
    import numpy as np; np.save("/tmp/esp/heard.npy", heard)
    from tests.browser.ear import _likeness
    calls = house.staff("GET", "/halls/east/snapshot").json["documents"]["calls"]
    for call in calls:
        for language in ("zh-CN", "en"):
            answer = house.staff("GET", f"/speech/calls/{call['call_id']}/{language}.wav")
            open(f"/tmp/esp/{call['number']}-{language}.wav","wb").write(answer.raw)
            li = _likeness(heard, sentence(answer.raw)); print(sorted(li)[-1], int(np.argmax(li))/RATE)
            print(call["number"], language, answer.status, places(heard, sentence(answer.raw)))
