"""Every trouble of a printer over a real connection: staff are told which, the slip goes elsewhere or waits, and it
comes out by itself when the trouble is over (R59, R105)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from printers.virtual import VirtualPrinter
from server.printing.rules import FIRST_REST, LEASE
from server.printing.service import lease_job, take_back_after_start
from tests.integration.printing.conftest import Stand
from tests.support.house import House

Do = Callable[[VirtualPrinter], None]

#: What is done to the printer, what is told of it, and how it is made good.
TROUBLES: dict[str, tuple[Do, str, Do]] = {
    "no paper": (lambda p: p.troubles.set_paper("out"), "paper_out", lambda p: p.troubles.set_paper("full")),
    "cover open": (
        lambda p: p.troubles.open_cover(), "cover_open", lambda p: p.troubles.open_cover(opened=False),
    ),
    "cutter jammed": (
        lambda p: p.troubles.set_fault("cutter"), "cutter_fault", lambda p: p.troubles.set_fault(None),
    ),
    "too hot": (
        lambda p: p.troubles.set_fault("overheated"), "overheated", lambda p: p.troubles.set_fault(None),
    ),
    "offline": (
        lambda p: p.troubles.set_offline(), "offline", lambda p: p.troubles.set_offline(offline=False),
    ),
    "switched off": (lambda p: p.switch_off(), "unreachable", lambda p: p.switch_on()),
}  # fmt: skip


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_idle_printer_in_trouble_is_told_and_taken_back_when_it_is_well_r59(stand: Stand, trouble: str) -> None:
    make, code, mend = TROUBLES[trouble]
    assert stand.ask("printer-1") == "ready"
    assert stand.faults() == {}
    make(stand["printer-1"])
    stand.ask("printer-1")
    assert stand.faults() == {"printer-1": code}
    mend(stand["printer-1"])
    stand.ask("printer-1")
    assert stand.faults() == {}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_slip_for_a_printer_in_trouble_comes_out_of_the_spare_one_once_r59(stand: Stand, trouble: str) -> None:
    make, code, _ = TROUBLES[trouble]
    make(stand["printer-1"])
    job = stand.house.register()[0]["print"]["id"]
    assert stand.work("printer-1") == [code]
    (device, told) = stand.told[-1]
    assert (device, told["id"], told["state"], told["code"]) == ("kiosk-1", job, "trouble", code)
    assert (told["moved_to"], told["moved_names"]["en"]) == ("desk-printer", "Desk printer")
    assert stand.faults() == {"printer-1": code}
    assert stand.work("desk-printer") == ["printed"]
    assert stand.told[-1][1]["state"] == "printed"
    assert (stand.copies("printer-1"), stand.copies("desk-printer")) == ([], [False])


@pytest.mark.parametrize("trouble", TROUBLES)
def test_where_nobody_prints_slips_wait_and_come_out_in_their_order_when_the_printer_is_well_r59(
    stand: Stand, change_printer: Callable[..., None], trouble: str
) -> None:
    change_printer("printer-1", spare=None)
    make, code, mend = TROUBLES[trouble]
    make(stand["printer-1"])
    tickets = [stand.house.patient()]
    assert stand.work("printer-1") == [code]
    tickets += [stand.house.patient() for _ in range(2)]
    assert stand.work("printer-1") == []  # it rests, and a newer slip does not go before an older one
    mend(stand["printer-1"])
    stand.ask("printer-1")
    assert stand.work("printer-1") == ["printed"] * 3
    ends = [stand.house.jobs(ticket)[0] for ticket in tickets]
    assert [job.state for job in ends] == ["printed"] * 3
    assert stand.copies("printer-1") == [False] * 3


def test_low_paper_is_a_mild_word_and_slips_go_on(stand: Stand) -> None:
    stand["printer-1"].troubles.set_paper("low")
    stand.house.register()
    assert stand.work("printer-1") == ["printed"]
    (card,) = stand.house.shown("east")["staff/tasks"]["faults"]
    assert (card["code"], card["mild"], card.get("after")) == ("paper_low", True, None)
    assert card["place"]["en"] == "Ground floor, facing the main entrance"
    stand["printer-1"].troubles.set_paper("full")
    stand.ask("printer-1")
    assert stand.faults() == {}


def test_a_printer_that_never_answers_is_in_no_trouble_and_its_slips_are_sent_not_printed(stand: Stand) -> None:
    stand["printer-1"].troubles.be_silent()
    assert stand.ask("printer-1") == "unknown"
    job = stand.house.register()[0]["print"]["id"]
    assert stand.work("printer-1") == ["sent"]
    assert (stand.told[-1][1]["id"], stand.told[-1][1]["state"]) == (job, "sent")
    assert (stand.faults(), stand.copies("printer-1")) == ({}, [False])


def test_a_printer_that_used_to_answer_and_is_silent_now_is_told_to_staff_r59(stand: Stand) -> None:
    stand.ask("printer-1")
    stand["printer-1"].troubles.be_silent()
    stand.ask("printer-1")
    assert stand.faults() == {"printer-1": "unknown"}


def test_a_half_open_printer_is_told_and_the_slip_comes_out_elsewhere_r59(stand: Stand) -> None:
    """It takes the connection and no byte: nobody knows what became of the few that went out."""
    stand["printer-1"].troubles.stall()
    stand.house.register()
    assert stand.work("printer-1") == ["stuck"]
    assert stand.faults() == {"printer-1": "stuck"}
    assert stand.work("desk-printer") == ["printed"]
    stand["printer-1"].troubles.stall(stalled=False)
    assert stand.ask("printer-1") == "ready"
    assert stand.faults() == {}
    assert len(stand.copies("printer-1")) + len(stand.copies("desk-printer")) <= 2


def test_a_slow_printer_is_waited_for(stand: Stand) -> None:
    stand["printer-1"].troubles.be_slow(0.1)
    stand.house.register()
    assert stand.work("printer-1") in (["printed"], ["sent"])
    assert (stand.faults(), stand.copies("printer-1")) == ({}, [False])


def test_paper_that_ends_in_the_middle_costs_one_copy_at_most(stand: Stand) -> None:
    stand["printer-1"].troubles.run_out_after(100)
    stand.house.register()
    assert stand.work("printer-1") == ["paper_out"]
    assert stand.work("desk-printer") == ["printed"]
    stand["printer-1"].troubles.set_paper("full")  # what the printer held comes out after all
    stand.ask("printer-1")
    assert stand.work("printer-1") == []
    assert (stand.copies("printer-1"), stand.copies("desk-printer")) == ([False], [True])


def test_slips_come_home_when_their_own_printer_is_well_again(stand: Stand) -> None:
    for code in ("printer-1", "desk-printer"):
        stand[code].troubles.set_paper("out")
    ticket = stand.house.patient()
    stand.work("printer-1")
    stand.work("desk-printer")
    stand["printer-1"].troubles.set_paper("full")
    stand.ask("printer-1")
    assert stand.work("printer-1") == ["printed"]
    assert stand.house.jobs(ticket)[0].printer == "printer-1"
    assert (stand.copies("printer-1"), stand.copies("desk-printer")) == ([False], [])


def test_a_slip_goes_along_the_whole_chain_of_spares(stand: Stand, change_printer: Callable[..., None]) -> None:
    change_printer("printer-1", spare="printer-2")
    change_printer("printer-2", spare="desk-printer")
    stand.devices["printer-2"] = VirtualPrinter()
    stand.workers["printer-2"] = stand.worker("printer-2")
    stand["printer-2"].switch_on()
    stand["printer-2"].switch_off()
    stand["printer-1"].troubles.open_cover()
    stand.house.register()
    assert stand.work("printer-1") == ["cover_open"]
    assert stand.work("printer-2") == ["unreachable"]
    assert stand.work("desk-printer") == ["printed"]
    assert stand.faults("west") == {"printer-2": "unreachable"}


def test_once_a_printer_is_known_to_be_in_trouble_the_next_slip_goes_to_its_spare_at_once(stand: Stand) -> None:
    stand["printer-1"].troubles.set_paper("out")
    stand.ask("printer-1")
    answer, _ = stand.house.register()
    assert (answer["print"]["state"], answer["print"]["moved_to"]) == ("trouble", "desk-printer")
    assert answer["print"]["moved_names"]["zh-CN"] == "导诊台打印机"
    assert (stand.work("printer-1"), stand.work("desk-printer")) == ([], ["printed"])


def test_a_worker_killed_between_the_last_byte_and_the_answer_costs_one_copy_r59(stand: Stand) -> None:
    """The process dies after the paper came out and before it was stored. The next one prints a copy, and no third."""

    class Killed(BaseException):
        """kill -9."""

    def die(*_: Any) -> None:
        raise Killed

    stand.house.register()
    worker = stand.workers["printer-1"]
    deliver = worker._deliver
    worker._deliver = lambda lease, config: (deliver(lease, config), die())[0]  # type: ignore[method-assign]
    with pytest.raises(Killed):
        worker.print_next()
    stand.house.do(take_back_after_start)  # the new process begins
    stand.workers["printer-1"] = stand.worker("printer-1")
    assert stand.work("printer-1") == ["printed"]
    assert stand.copies("printer-1") == [False, True]


def test_a_slip_of_which_nobody_knows_twice_is_given_up_and_told(house: House) -> None:
    """At most one duplicate, whatever crashes: a person looks at the slot."""
    ticket = house.patient()
    for _ in range(2):
        assert house.do(lease_job, "printer-1") is not None
        house.advance(seconds=LEASE.total_seconds())
    assert house.do(lease_job, "printer-1") is None
    (job,) = house.jobs(ticket)
    assert (job.state, job.reason) == ("dropped", "unsure")
    assert [card["code"] for card in house.shown("east")["staff/tasks"]["faults"]] == ["slip_unsure"]


def test_a_printer_that_fails_again_and_again_rests_longer(stand: Stand, change_printer: Callable[..., None]) -> None:
    change_printer("printer-1", spare=None)
    stand["printer-1"].troubles.set_paper("out")
    stand.house.register()
    assert stand.work("printer-1") == ["paper_out"]
    stand.house.advance(seconds=FIRST_REST.total_seconds())
    assert stand.work("printer-1") == ["paper_out"]
    stand.house.advance(seconds=FIRST_REST.total_seconds())
    assert stand.work("printer-1") == []
    stand.house.advance(seconds=FIRST_REST.total_seconds())
    assert stand.work("printer-1") == ["paper_out"]
