"""Back with results (回诊): sent out by the doctor, back at the desk, called by the policy (R29, R31, R42)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.house import HALLS, PIN, House

pytestmark = pytest.mark.browser

#: 唐慧, who sits in room 1 of the dental clinic.
TANG = "1025"


@pytest.fixture
def dental(house: House) -> Iterator[House]:
    """The dental clinic with 唐慧 alone; the other rooms are open again afterwards."""
    body = {"number": TANG, "name": "唐慧", "role": "doctor", "halls": list(HALLS), "pin": PIN}
    assert house.staff("POST", "/staff", body).status in (201, 409, 422)
    for room in ("dental-2", "dental-3"):
        house.staff("POST", f"/rooms/{room}/state", {"state": "closed"})
    yield house
    for room in ("dental-2", "dental-3"):
        house.staff("POST", f"/rooms/{room}/state", {"state": "open"})


def test_who_is_back_with_results_takes_turns_with_first_visits_and_the_reason_is_shown_r29_r31_r42(
    dental: House,
) -> None:
    first, *others = (dental.register("dental")["number"] for _ in range(4))
    doctor, desk = dental.tablet("dental", number=TANG), dental.tablet("dental")
    doctor.call_next("dental-1", first)
    doctor.arrive("dental-1", first)
    doctor.see(first)
    doctor.tap("staff-leave")
    expect(doctor.toast()).to_contain_text(doctor.say("staff-done-leave", number=first))
    doctor.page.goto("/staff#/hall")
    doctor.room_state("dental-1", "free")

    desk.page.goto("/staff#/patients")
    out = desk.page.locator("#queue-dental").get_by_role("img", name=f"{first[0]} {first[1:]}")
    expect(out).to_have_count(1)
    desk.see(first)
    desk.tap("staff-return-results", number=first)
    expect(desk.toast()).to_contain_text(desk.say("staff-done-return", number=first))
    desk.page.goto("/staff#/patients")
    returned = desk.page.locator("#queue-dental .patient-row").filter(has_text=desk.say("staff-returned"))
    expect(returned.get_by_role("img", name=f"{first[0]} {first[1:]}")).to_have_count(1)

    # Two first visits, then who is back with results; each next one with its reason.
    for number in (others[0], others[1], first, others[2]):
        room = doctor.room("dental-1")
        expect(room.locator(".room-next-number")).to_have_text(number)
        if number == first:
            expect(room.locator(".room-reason")).to_contain_text(doctor.say("reason-turn-return", count=2))
        doctor.call_next("dental-1", number)
        doctor.arrive("dental-1", number)
        doctor.finish("dental-1", number)
