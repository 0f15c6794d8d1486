"""Slips: queued with the ticket, leased by one worker, never lost, a second one marked as a copy (R59, R105)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from printers.config import PrinterConfig
from server.clinic.models import Printer
from server.core.database import Work
from server.core.errors import Refusal
from server.devices.models import Fault
from server.printing.rules import FIRST_REST
from server.printing.service import (
    LEASE,
    Lease,
    end_job,
    fail_job,
    find_job,
    forget_ended_jobs,
    job_document,
    lease_job,
    note_seen,
)
from server.printing.worker import PrinterWorker
from server.queueing.service import find_ticket
from server.reception.service.paper import reprint
from tests.support.house import SHANGHAI, House, at_once


def _lease(house: House, printer: str = "printer-1") -> Lease | None:
    leased: Lease | None = house.do(lease_job, printer)
    return leased


def _document(house: House, job: str) -> dict[str, Any]:
    document: dict[str, Any] = house.look(lambda work: job_document(find_job(work, job)))
    return document


def test_a_slip_goes_to_the_kiosk_s_own_printer_and_is_confirmed(house: House) -> None:
    answer, _ = house.register()
    job = answer["print"]["id"]
    assert (answer["print"]["state"], house.jobs(answer["id"])[0].printer) == ("waiting", "printer-1")
    leased = _lease(house)
    assert leased is not None
    assert (leased.job, leased.copy, leased.slip["number"]) == (job, False, "A001")
    assert _document(house, job)["state"] == "printing"
    assert _lease(house) is None
    house.do(end_job, leased, confirmed=True)
    assert _document(house, job) == {"id": job, "state": "printed", "code": None, "moved_to": None}


def test_a_printer_that_tells_nothing_is_said_to_have_been_sent_the_slip(house: House) -> None:
    job = house.register()[0]["print"]["id"]
    house.do(end_job, _lease(house), confirmed=False)
    assert _document(house, job)["state"] == "sent"


def test_slips_come_out_in_the_order_of_the_tickets(house: House) -> None:
    numbers = [house.register()[0]["number"] for _ in range(3)]
    out = []
    while (leased := _lease(house)) is not None:
        out.append(leased.slip["number"])
        house.do(end_job, leased, confirmed=True)
    assert out == numbers


def test_ten_workers_of_one_printer_lease_a_slip_once(house: House) -> None:
    house.register()
    results = at_once(10, lambda _: _lease(house))
    assert len([one for one in results if one is not None]) == 1


def test_a_worker_that_died_gives_its_slip_back_and_the_next_print_is_a_copy(house: House) -> None:
    """It may have been printed: at most one duplicate, marked 副本 / COPY."""
    house.register()
    first = _lease(house)
    house.advance(seconds=LEASE.total_seconds() - 1)
    assert _lease(house) is None
    house.advance(seconds=1)
    second = _lease(house)
    assert second is not None
    assert (second.job, second.copy) == (first.job, True)
    house.do(end_job, first, confirmed=True)  # the dead one speaks after all
    assert _document(house, first.job)["state"] == "printing"
    house.do(end_job, second, confirmed=True)
    assert _document(house, first.job)["state"] == "printed"


def test_a_printer_in_trouble_is_named_to_staff_and_its_slip_goes_to_the_spare_one(house: House) -> None:
    """R59, R105."""
    job = house.register()[0]["print"]["id"]
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    assert _document(house, job) == {"id": job, "state": "trouble", "code": "paper_out", "moved_to": "desk-printer"}
    (card,) = house.shown("east")["staff/tasks"]["faults"]
    assert (card["device"], card["kind"], card["code"]) == ("printer-1", "printer", "paper_out")
    assert card["names"]["zh-CN"] == "1 号取号机打印机"
    assert "导诊台打印机" in card["after"]["zh-CN"]
    assert _lease(house, "printer-1") is None
    moved = _lease(house, "desk-printer")
    assert moved is not None
    assert (moved.job, moved.copy) == (job, False)  # nothing had touched paper: no copy
    house.do(end_job, moved, confirmed=True)
    assert _document(house, job)["state"] == "printed"


def test_a_slip_that_may_have_touched_paper_is_printed_again_as_a_copy(house: House) -> None:
    house.register()
    house.do(fail_job, _lease(house), "cover_open", may_have_printed=True)
    moved = _lease(house, "desk-printer")
    assert moved is not None
    assert moved.copy is True


def _change(house: House, printer: str, **values: Any) -> None:
    def change(work: Work) -> None:
        row = work.session.get_one(Printer, printer)
        for name, value in values.items():
            setattr(row, name, value)

    house.do(change)


def test_a_printer_without_a_spare_is_tried_again_until_it_works(house: House) -> None:
    _change(house, "printer-1", spare=None)
    ticket = house.patient()
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    assert _lease(house) is None
    house.advance(seconds=FIRST_REST.total_seconds())
    again = _lease(house)
    assert again is not None
    house.do(end_job, again, confirmed=True)
    assert house.jobs(ticket)[0].state == "printed"


def test_where_the_spare_printer_fails_too_the_slip_comes_back_to_its_own_and_whichever_is_mended_first_prints_it(
    house: House,
) -> None:
    """R59."""
    ticket = house.patient()
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    house.do(fail_job, _lease(house, "desk-printer"), "offline", may_have_printed=False)
    assert [job.printer for job in house.jobs(ticket)] == ["printer-1"]
    assert (_lease(house), _lease(house, "desk-printer")) == (None, None)
    house.advance(seconds=FIRST_REST.total_seconds())
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    house.do(note_seen, "desk-printer", "ready")
    again = _lease(house, "desk-printer")
    assert again is not None
    house.do(end_job, again, confirmed=True)
    assert house.jobs(ticket)[0].state == "printed"


def test_a_spare_printer_that_was_taken_away_is_given_no_slip(house: House) -> None:
    _change(house, "desk-printer", active=False)
    house.register()
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    house.advance(seconds=FIRST_REST.total_seconds())
    assert _lease(house) is not None


def test_a_slip_that_cannot_be_read_is_named_as_trouble(house: House) -> None:
    """Stored by another version, it would else be leased again and again, and nobody would know."""
    ticket = house.patient()
    job = house.jobs(ticket)[0].id

    def spoil(work: Work) -> None:
        row = find_job(work, job)
        row.slip = {name: value for name, value in row.slip.items() if name != "number"}

    house.do(spoil)
    config = PrinterConfig("printer-1", "file", "/nowhere/at/all")
    worker = PrinterWorker(house.database, "printer-1", lambda _printer, _state: config, Path("no-fonts"))
    result = worker.print_next()
    assert result is not None
    assert (result.state, result.code) == ("trouble", "cannot_draw")
    assert _document(house, job)["code"] == "cannot_draw"
    assert [row.code for row in house.rows(Fault, order=Fault.id)] == ["cannot_draw"]


def test_slips_that_came_out_long_ago_are_forgotten(house: House) -> None:
    out, waiting = house.patient(), house.patient()
    house.do(end_job, _lease(house), confirmed=True)
    house.do(lambda work: forget_ended_jobs(work.session, work.now))
    assert len(house.jobs(out)) == 1
    house.do(lambda work: forget_ended_jobs(work.session, work.now + timedelta(seconds=1)))
    assert (house.jobs(out), len(house.jobs(waiting))) == ([], 1)


def test_a_fault_is_raised_once_and_cleared_when_the_printer_says_that_it_is_well(house: House) -> None:
    house.register()
    house.do(fail_job, _lease(house), "paper_out", may_have_printed=False)
    for _ in range(3):
        house.do(note_seen, "printer-1", "paper_out")
    assert len(house.rows(Fault, order=Fault.id)) == 1
    house.do(note_seen, "printer-1", "ready")
    (fault,) = house.rows(Fault, order=Fault.id)
    assert fault.cleared_at == house.clock.now()
    assert house.shown("east")["staff/tasks"]["faults"] == []


def test_staff_print_a_slip_once_more_as_a_copy(house: House) -> None:
    """R105."""
    ticket = house.patient()
    house.do(end_job, _lease(house), confirmed=True)
    job = house.do(lambda work: reprint(work, find_ticket(work, ticket), SHANGHAI))
    assert (job.copy, job.state, job.ticket) == (True, "waiting", ticket)


def test_a_ticket_that_never_had_a_slip_has_none_to_print_again(house: House) -> None:
    urgent = house.register(None, complaint="胸口像压着石头一样痛，喘不上气", age="60")[0]["id"]
    with pytest.raises(Refusal, match="nothing_to_print"):
        house.do(lambda work: reprint(work, find_ticket(work, urgent), SHANGHAI))
