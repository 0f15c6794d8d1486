"""What comes too late, what staff do with printers, settings that were chosen beside the file (R59, R105)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from server.accounts.service import list_audit
from server.clinic.models import Printer
from server.clinic.service import apply_clinic
from server.core.database import Work
from server.core.errors import Forbidden, Invalid, NotFound, Refusal
from server.devices.models import Fault
from server.devices.service import resolve_fault
from server.printing.desk import AgentDesk
from server.printing.looks import Looks
from server.printing.models import PrinterState, PrintJob
from server.printing.rules import AGENT_SILENT_AFTER, FIRST_REST
from server.printing.service import (
    Lease,
    back_to_file,
    choose_settings,
    config_of,
    drop_slips,
    end_job,
    fail_job,
    find_job,
    give_up_late,
    lease_job,
    move_slips,
    note_seen,
    print_test,
    printers_document,
    put_back,
    record_looks,
    release_unheard,
    slips_of,
    take_back_after_start,
    take_out_of_use,
)
from server.printing.watch import PaperWatch
from server.queueing.service import call_next, cancel, undo
from tests.support.house import WEST_GUIDE, House, at_once


def _lease(house: House, printer: str = "printer-1", **more: Any) -> Lease | None:
    leased: Lease | None = house.do(lease_job, printer, **more)
    return leased


def _printer(house: House, code: str = "printer-1") -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in house.look(printers_document) if one["code"] == code)
    return found


def _no_paper(house: House, *printers: str) -> None:
    for printer in printers or ("printer-1", "desk-printer"):
        house.do(note_seen, printer, "paper_out")


def _stand(house: House, ticket: str) -> tuple[str, str | None]:
    (job,) = house.jobs(ticket)
    return job.state, job.reason


# ── too late ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_slip_that_did_not_come_out_for_ten_minutes_is_not_printed_late_and_staff_are_told_r59(house: House) -> None:
    _no_paper(house)
    ticket = house.patient()
    house.advance(minutes=10)
    house.do(give_up_late)
    assert _stand(house, ticket) == ("dropped", "too_old")
    lost = [card["lost"]["en"] for card in house.shown("east")["staff/tasks"]["faults"] if card.get("lost")]
    assert lost == ["1 ticket was not printed; its patient has the number on screen or phone"]
    assert [slip["number"] for slip in house.look(slips_of, "printer-1")["dropped"]] == ["A001"]
    house.do(note_seen, "printer-1", "ready")
    assert _lease(house) is None


def test_the_time_after_which_a_slip_is_dropped_is_the_clinic_s_own(house: House, clinic_text: str) -> None:
    with house.database.write() as work:
        apply_clinic(work, clinic_text.replace("drop_after_minutes = 10", "drop_after_minutes = 2"))
    _no_paper(house)
    ticket = house.patient()
    house.advance(minutes=2)
    house.do(give_up_late)
    assert _stand(house, ticket) == ("dropped", "too_old")


@pytest.mark.parametrize("left", ["called", "gone"])
def test_who_was_called_or_has_gone_needs_no_slip_any_more(house: House, left: str) -> None:
    _no_paper(house)
    ticket = house.patient()
    if left == "called":
        house.call()
    else:
        house.do(cancel, ticket, "left by themselves")
    house.do(note_seen, "printer-1", "ready")
    assert _lease(house) is None
    assert _stand(house, ticket) == ("dropped", "overtaken")


def test_who_is_called_while_the_slip_is_just_coming_out_still_gets_it(house: House) -> None:
    ticket = house.patient()
    house.do(call_next, "east-1")
    leased = _lease(house)
    assert leased is not None
    house.do(end_job, leased, confirmed=True)
    assert _stand(house, ticket) == ("printed", None)


def test_a_call_that_is_taken_back_leaves_the_slip_owed(house: House) -> None:
    _no_paper(house)
    ticket = house.patient()
    house.do(call_next, "east-1")
    house.do(undo, ticket)
    house.do(note_seen, "printer-1", "ready")
    assert _lease(house) is not None


# ── what staff do ─────────────────────────────────────────────────────────────────────────────────────


def test_a_printer_out_of_use_gets_no_slip_and_raises_no_trouble_until_it_is_put_back_r105(house: House) -> None:
    owed = house.patient()
    until = house.clock.now() + timedelta(hours=2)
    house.do(take_out_of_use, "printer-1", "送修", until)
    assert house.jobs(owed)[0].printer == "desk-printer"
    house.do(note_seen, "printer-1", "cover_open")
    assert house.shown("east")["staff/tasks"]["faults"] == []
    late = house.register()[0]
    assert (late["print"]["moved_to"], late["print"]["code"]) == ("desk-printer", "out_of_use")
    told = _printer(house)
    assert (told["out"]["reason"], told["out"]["overdue"], told["out"]["by"]["number"]) == ("送修", False, "2001")
    house.advance(hours=3)
    assert _printer(house)["out"]["overdue"] is True
    house.do(put_back, "printer-1")
    assert _printer(house)["out"] is None
    assert [card["code"] for card in house.shown("east")["staff/tasks"]["faults"]] == ["cover_open"]
    actions = [entry["action"] for entry in house.look(list_audit)]
    assert actions[:2] == ["printer.put_back", "printer.out_of_use"]


def test_a_printer_that_is_put_back_and_well_prints_what_is_owed(house: House) -> None:
    house.do(take_out_of_use, "desk-printer", "x", None)
    house.do(take_out_of_use, "printer-1", "x", None)
    house.register()
    assert (_lease(house), _lease(house, "desk-printer")) == (None, None)
    house.do(put_back, "printer-1")
    assert _lease(house) is not None


def test_nobody_is_expected_back_in_the_past_and_other_halls_keep_their_hands_off(house: House) -> None:
    with pytest.raises(Refusal, match="until_is_past"):
        house.do(take_out_of_use, "printer-1", "x", house.clock.now())
    for act in (print_test, drop_slips, put_back):
        with pytest.raises(Forbidden):
            house.do(act, "printer-1", by=WEST_GUIDE)
    with pytest.raises(NotFound):
        house.do(drop_slips, "no-such-printer")


def test_staff_move_what_a_printer_owes_and_it_stays_there_r105(house: House) -> None:
    _no_paper(house)
    house.register()
    with pytest.raises(Refusal, match="same_printer"):
        house.do(move_slips, "printer-1", "printer-1")
    assert house.do(move_slips, "printer-1", "printer-2") == 1
    house.do(note_seen, "printer-1", "ready")
    assert _lease(house) is None
    moved = _lease(house, "printer-2")
    assert moved is not None
    house.do(take_out_of_use, "printer-3", "x", None)
    with pytest.raises(Refusal, match="printer_out_of_use"):
        house.do(move_slips, "printer-1", "printer-3")


def test_staff_drop_what_a_printer_owes(house: House) -> None:
    _no_paper(house)
    ticket = house.patient()
    assert _printer(house)["owed"] == 1
    assert house.do(drop_slips, "printer-1") == 1
    assert _stand(house, ticket) == ("dropped", "by_staff")
    assert (_printer(house)["owed"], _printer(house)["dropped"]) == (0, 1)


def test_a_test_page_stays_at_its_printer_and_is_tried_once(house: House) -> None:
    job = house.do(print_test, "printer-1")
    leased = _lease(house)
    assert leased is not None
    assert leased.purpose == "test"
    house.do(fail_job, leased, "paper_out", may_have_printed=False)
    kept = house.look(find_job, job.id)
    assert (kept.state, kept.reason, kept.printer) == ("dropped", "test_failed", "printer-1")
    assert _printer(house)["dropped"] == 0


def test_a_trouble_that_staff_call_settled_is_tried_at_once_and_told_again_where_it_goes_on(house: House) -> None:
    house.register()
    house.do(take_out_of_use, "desk-printer", "x", None)
    house.do(fail_job, _lease(house), "stuck", may_have_printed=False)
    assert _lease(house) is None
    (fault,) = house.rows(Fault, order=Fault.id)
    house.do(resolve_fault, fault.id)
    again = _lease(house)
    assert again is not None
    house.do(fail_job, again, "paper_out", may_have_printed=False)
    (fault,) = house.rows(Fault, Fault.cleared_at.is_(None), order=Fault.id)
    house.do(resolve_fault, fault.id)
    house.do(record_looks, {"printer-1": ("paper_out", house.clock.now())})
    assert [card["code"] for card in house.shown("east")["staff/tasks"]["faults"]] == ["paper_out"]


def test_the_devices_page_says_what_is_known_and_when_it_was_known(house: House) -> None:
    assert (_printer(house)["state"], _printer(house)["known_at"]) == ("unknown", None)
    house.do(note_seen, "printer-1", "ready")
    since = house.clock.now()
    house.advance(seconds=30)
    house.do(record_looks, {"printer-1": ("ready", house.clock.now())})
    house.register()
    house.do(end_job, _lease(house), confirmed=False)
    told = _printer(house)
    assert (told["last"]["number"], told["last"]["confirmed"]) == ("A001", False)
    (row,) = house.rows(PrinterState, PrinterState.code == "printer-1", order=PrinterState.code)
    assert row.known_at > since


# ── print agents ──────────────────────────────────────────────────────────────────────────────────────


def _attach(house: House, printer: str = "printer-1") -> None:
    def attach(work: Work) -> None:
        work.session.get_one(Printer, printer).attached_to = "kiosk-1"

    house.do(attach)


def test_an_agent_that_is_silent_for_ten_seconds_is_told_and_its_slips_go_elsewhere_r59(house: House) -> None:
    _attach(house)
    seconds = [0.0]
    desk = AgentDesk(clock=lambda: seconds[0])
    watch = PaperWatch(house.database, Looks(), desk)
    ticket = house.patient()
    seconds[0] = AGENT_SILENT_AFTER.total_seconds()
    watch.look_after()
    assert house.jobs(ticket)[0].printer == "printer-1"
    seconds[0] += 0.1
    watch.look_after()
    assert [card["code"] for card in house.shown("east")["staff/tasks"]["faults"]] == ["agent_silent"]
    assert house.jobs(ticket)[0].printer == "desk-printer"
    desk.note("kiosk-1")
    house.do(note_seen, "printer-1", "ready")
    watch.look_after()
    assert house.shown("east")["staff/tasks"]["faults"] == []
    assert house.jobs(ticket)[0].printer == "printer-1"


def test_a_lease_whose_answer_was_lost_on_its_way_is_no_copy(house: House) -> None:
    _attach(house)
    house.register()
    lost = _lease(house, holder="agent-1")
    assert lost is not None
    house.do(release_unheard, "printer-1", "agent-2", [])  # another agent knows nothing of it
    assert _lease(house, holder="agent-2") is None
    house.do(release_unheard, "printer-1", "agent-1", [])
    again = _lease(house, holder="agent-1")
    assert again is not None
    assert (again.job, again.copy) == (lost.job, False)
    house.do(release_unheard, "printer-1", "agent-1", [again.lease])
    assert _lease(house, holder="agent-1") is None


def test_what_an_agent_tells_late_still_counts_until_somebody_else_has_the_slip(house: House) -> None:
    ticket = house.patient()
    cut_off = _lease(house, holder="agent-1")
    house.advance(seconds=31)
    house.do(give_up_late)
    (job,) = house.jobs(ticket)
    assert (job.state, job.copy, job.unsure) == ("waiting", True, 1)
    house.do(end_job, cut_off, confirmed=True)
    assert _stand(house, ticket) == ("printed", None)
    house.do(end_job, cut_off, confirmed=True)  # told twice
    assert _stand(house, ticket) == ("printed", None)


def test_a_server_that_starts_takes_back_what_its_own_workers_held_and_leaves_the_agents_theirs(house: House) -> None:
    own, agent = house.patient(), house.patient()
    _lease(house)
    _lease(house, holder="agent-1")
    house.do(take_back_after_start)
    assert [house.jobs(one)[0].state for one in (own, agent)] == ["waiting", "printing"]


# ── settings ──────────────────────────────────────────────────────────────────────────────────────────

USB = {"kind": "usb", "address": "04b8:0202", "language": "gb18030", "width": 58, "dpi": 203, "cut": True}


def _config(house: House) -> Any:
    def read(work: Work) -> Any:
        return config_of(work.session.get_one(Printer, "printer-1"), work.session.get(PrinterState, "printer-1"))

    return house.look(read)


def test_settings_that_were_chosen_hold_until_the_file_says_something_new_r59(house: House, clinic_text: str) -> None:
    house.do(choose_settings, "printer-1", USB)
    assert (_config(house).kind, _config(house).address, _config(house).width) == ("usb", "04b8:0202", 58)
    assert _printer(house)["chosen"]["file"]["kind"] == "virtual"
    with house.database.write() as work:
        apply_clinic(work, clinic_text + "\n# another day\n")
    assert _config(house).kind == "usb"
    own = 'code = "printer-1"'
    changed = clinic_text.replace(own, f"{own}\ncut = false")
    with house.database.write() as work:
        apply_clinic(work, changed)
    assert (_config(house).kind, _config(house).cut, _printer(house)["chosen"]) == ("virtual", False, None)


def test_back_to_the_file(house: House) -> None:
    house.do(choose_settings, "printer-1", USB)
    house.do(back_to_file, "printer-1")
    assert (_config(house).kind, _printer(house)["chosen"]) == ("virtual", None)
    house.do(choose_settings, "printer-1", _printer(house)["settings"])  # the same as the file: no choice at all
    assert _printer(house)["chosen"] is None


@pytest.mark.parametrize(
    ("kind", "address", "code"),
    [
        ("network", "", "printer_address_network"), ("network", "10.0.0.3:port", "printer_address_network"),
        ("serial", "ttyUSB0", "printer_address_serial"), ("file", "", "printer_address_path"),
        ("usb", "epson", "printer_address_usb"), ("queue", "two words", "printer_address_queue"),
        ("virtual", "10.0.0.3", "printer_address_none"),
    ],
)  # fmt: skip
def test_settings_that_cannot_go_together_are_refused_in_a_sentence(
    house: House, kind: str, address: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        house.do(choose_settings, "printer-1", USB | {"kind": kind, "address": address})
    assert [(one.field, one.code) for one in refused.value.problems] == [("address", code)]


def test_two_workers_that_move_slips_at_once_lose_none(house: House) -> None:
    tickets = [house.patient() for _ in range(6)]
    steps: list[Callable[[], Any]] = [
        lambda: house.do(note_seen, "printer-1", "paper_out"), lambda: house.do(note_seen, "desk-printer", "offline"),
        lambda: house.do(note_seen, "printer-1", "ready"), lambda: house.do(note_seen, "desk-printer", "ready"),
        lambda: _lease(house), lambda: _lease(house, "desk-printer"),
    ]  # fmt: skip
    results = at_once(6, lambda number: steps[number]())
    assert [one for one in results if isinstance(one, Exception)] == []
    house.do(note_seen, "printer-1", "ready")
    house.do(note_seen, "desk-printer", "ready")
    house.advance(seconds=FIRST_REST.total_seconds())
    printed = [one.job for one in results if isinstance(one, Lease)]
    for printer in ("printer-1", "desk-printer"):
        while (leased := _lease(house, printer)) is not None:
            printed.append(leased.job)
    assert sorted(printed) == sorted(house.jobs(ticket)[0].id for ticket in tickets)
    assert house.rows(PrintJob, PrintJob.copy.is_(True), order=PrintJob.id) == []
