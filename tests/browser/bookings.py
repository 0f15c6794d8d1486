"""Appointments: as staff ask for them, and on the tablet's page."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.house import House
from tests.browser.tablet import Tablet

_serial = count(1)


def free_times(house: House, department: str = "dental", **wish: Any) -> list[dict[str, Any]]:
    """Two or three times that are free now."""
    answer = house.staff("POST", "/appointments/offers", {"department": department, **wish})
    assert answer.status == 200, answer.json
    return list(answer.json["offers"])


def book(house: House, offer: dict[str, Any], *, name: str = "周梦溪", phone: str | None = None) -> dict[str, Any]:
    """Somebody else has rung and taken a time; each call is another person's unless `phone` says whose."""
    serial = next(_serial)
    answer = house.staff("POST", "/appointments", {
        "request_id": f"another-desk-{serial}", "department": offer["department"], "doctor": offer["doctor"],
        "starts_at": offer["starts_at"], "units": offer["units"], "item": "洗牙", "channel": "phone", "consent": True,
        "patient": {"name": name, "phone": phone or f"1386000{serial:04}"},
    })  # fmt: skip
    assert answer.status == 201, answer.json
    return dict(answer.json)


def seen(house: House, appointment: dict[str, Any]) -> dict[str, Any]:
    """How an appointment stands by now."""
    return dict(house.staff("GET", f"/appointments/{appointment['id']}").json)


def day_after(house: House, days: int = 1) -> str:
    """So many days after today, by the house's clock."""
    today = date.fromisoformat(house.staff("GET", "/appointments").json["day"])
    return (today + timedelta(days=days)).isoformat()


class Bookings:
    """The page of appointments on a tablet."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet = tablet
        self.page = tablet.page

    def open(self, tab: str = "day") -> None:
        """Open the page, and one of its lists."""
        self.page.locator(".rail-item[href='#/appointments']").tap()
        self.page.locator(f"#tab-{tab}").tap()
        expect(self.page.locator(f"#tab-{tab}")).to_have_attribute("aria-selected", "true")

    def show_day(self, day: str) -> None:
        """Go on day by day until the list is that of a date."""
        for _ in range(40):
            if self.page.locator(f".appt-body[data-day='{day}']").count():
                return
            self.page.get_by_role("button", name=self.tablet.say("staff-appt-day-after")).tap()
        raise AssertionError(f"the list never came to {day}")

    def row(self, appointment: dict[str, Any]) -> Locator:
        """An appointment's line in the list."""
        return self.page.locator(f"#appointment-{appointment['id']}")

    def see(self, appointment: dict[str, Any]) -> None:
        """Open one appointment from its day's list."""
        self.open()
        self.show_day(appointment["date"])
        self.row(appointment).tap()
        expect(self.page.locator(".patient-actions")).to_be_visible()

    def act(self, identifier: str) -> None:
        """Touch what can be done with the appointment that is open."""
        self.tablet.tap(identifier, within=self.page.locator(".patient-actions"))

    def change(self, identifier: str) -> None:
        """Touch one of the smaller actions."""
        self.tablet.tap(identifier, within=self.page.locator(".tiles"))

    def offers(self) -> Locator:
        """The times that are offered; waits until there are some."""
        found = self.page.locator(".sheet .offer")
        expect(found.first).to_be_visible()
        return found

    def send(self) -> None:
        """Touch the main button of the sheet."""
        self.page.locator(".staff-sheet-foot .is-main").tap()

    def reason(self, identifier: str) -> None:
        """Give one of the usual reasons."""
        self.tablet.tap(identifier, within=self.page.locator(".sheet"))

    def field(self, identifier: str) -> Locator:
        """A field of the sheet by its label."""
        return self.page.locator(".sheet").get_by_label(self.tablet.say(identifier), exact=True)
