"""A number once more at the kiosk: found by phone or by its slip, as a copy, twice at most (R59, R105)."""

from __future__ import annotations

from typing import Any

import pytest

from server.core.errors import NotFound, Refusal
from server.queueing.service import cancel
from server.reception.service import held_tickets, print_held
from server.registration.fields import FindFields
from server.registration.service import find_patients
from tests.support.house import KIOSK, SHANGHAI, House

PHONE = "13812345678"


def _ref(house: House) -> str:
    found = house.do(find_patients, FindFields(phone=PHONE), house.clock.now().date(), 365, by=KIOSK)
    ref: str = found.candidates[0].ref
    return ref


def _held(house: House, **who: Any) -> list[dict[str, Any]]:
    given = {"ref": None, "token": None} | who
    held: list[dict[str, Any]] = house.do(held_tickets, SHANGHAI, by=KIOSK, **given)
    return held


def _print(house: House, ticket: str, request: str, **who: Any) -> dict[str, Any]:
    given = {"ref": None, "token": None} | who
    answer: dict[str, Any] = house.do(
        print_held, SHANGHAI, "http://houzhen.test", ticket, request_id=request, by=KIOSK, **given
    )
    return answer


def test_who_is_found_by_phone_sees_the_number_and_nothing_of_where_it_leads(house: House) -> None:
    house.register(phone=PHONE)
    (held,) = _held(house, ref=_ref(house))
    assert (held["number"], held["printable"]) == ("A001", True)
    assert set(held) == {"id", "number", "issued_at", "printable"}


def test_the_copy_is_told_to_this_kiosk_says_so_and_is_printed_once_for_each_request_r105(house: House) -> None:
    house.register(phone=PHONE)
    (held,) = _held(house, ref=_ref(house))
    first = _print(house, held["id"], "request-1", ref=_ref(house))
    assert first == _print(house, held["id"], "request-1", ref=_ref(house))
    _, copy = house.jobs(held["id"])
    assert (copy.copy, copy.device, copy.printer, copy.id) == (True, "kiosk-1", "printer-1", first["print"]["job"])


def test_after_two_copies_a_person_looks_why(house: House) -> None:
    answer, _ = house.register(phone=PHONE)
    for request in ("request-1", "request-2"):
        _print(house, answer["id"], request, token=answer["token"])
    assert [one["printable"] for one in _held(house, token=answer["token"])] == [False]
    with pytest.raises(Refusal, match="printed_often"):
        _print(house, answer["id"], "request-3", token=answer["token"])


def test_a_number_that_has_ended_or_is_somebody_elses_is_not_printed(house: House) -> None:
    mine, _ = house.register(phone=PHONE)
    other, _ = house.register(name="李秋生")
    with pytest.raises(NotFound):
        _print(house, other["id"], "request-1", ref=_ref(house))
    house.do(cancel, mine["id"], "gone")
    assert (_held(house, token=mine["token"]), _held(house, ref=_ref(house))) == ([], [])
    with pytest.raises(NotFound):
        _held(house, token="nobody-knows-this-token")  # noqa: S106
