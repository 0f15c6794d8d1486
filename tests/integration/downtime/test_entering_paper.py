"""Paper tickets after an outage: their places, waits and figures are those of the true times (R105)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.accounts.models import AuditEntry
from server.appointments.service.closing import close_past_appointments
from server.core.errors import NotFound, Refusal
from server.core.outbox import snapshot
from server.devices.service import correct_outage, create_token, heartbeat, note_outage
from server.downtime.models import PaperEntry
from server.downtime.service import enter_paper, last_sign_of_life, make_pack, overview, take_back
from server.queueing import service
from server.queueing.models import Ticket, TicketCounter, TicketEvent
from server.registration.models import Visit
from server.triage.models import Alarm
from server.waiting.models import WaitPrediction
from server.waiting.service import department_figures, department_load
from server.waiting.service.learning import _outcomes
from tests.support.booking import appointment, booked, person
from tests.support.house import SHANGHAI, WEST_GUIDE, House, at_once, everything_stored
from tests.support.paper import AfterOutage, at

CHEST_PAIN = "胸口像压着石头一样痛，喘不上气"


def _figures(house: House) -> dict[str, Any]:
    figures: dict[str, Any] = house.look(department_figures, "internal", at("9:00").date(), 20)
    return figures


@pytest.fixture
def after(house: House) -> AfterOutage:
    """10:05, the system is back after an hour."""
    return AfterOutage(house)


def _order(house: House, department: str = "internal") -> list[str]:
    return [ticket.number for ticket in house.look(service.waiting_tickets, department)]


def test_who_waits_since_before_takes_the_place_of_the_true_arrival_and_keeps_the_number_r105(house: House) -> None:
    early = house.register()[0]["number"]
    after = AfterOutage(house)
    late = house.register()[0]["number"]
    second = after.enter("A9002", "9:40")
    first = after.enter("a9001", "0910", name="陈立")
    assert (first["number"], first["state"], first["ahead"], second["ahead"]) == ("A9001", "waiting", 1, 1)
    assert _order(house) == [early, "A9001", "A9002", late]
    house.call()
    house.do(service.finish, house.do(service.arrive, house.room().ticket).id)
    house.call()
    assert house.ticket(first["id"]).state == "called"
    assert "A9001" in str(house.shown(staff=False)["calls"])
    ticket = house.ticket(first["id"])
    assert (ticket.waiting_since, ticket.issued_at, ticket.waited_seconds) == (at("9:10"), at("9:10"), 55 * 60)


def test_the_days_own_count_goes_on_as_if_there_had_been_no_paper_r105(house: House, after: AfterOutage) -> None:
    after.enter("A9001", "9:10")
    assert house.register()[0]["number"] == "A001"
    with house.database.write() as work:
        work.session.get_one(TicketCounter, ("internal", at("9:00").date())).last = 9000
    assert house.register()[0]["number"] == "A10000"
    after.enter("A9002", "9:11")


def test_who_was_seen_counts_with_the_times_on_the_paper_and_who_left_counts_as_nobody_seen_r105_r54(
    house: House, after: AfterOutage
) -> None:
    seen = after.enter("A9001", "9:10", state="seen", called="9:35", finished="9:50", room="east-1")
    left = after.enter("A9002", "9:12", state="left", finished="9:45", name="陈立")
    bare = after.enter("A9003", "9:14", state="seen", name="吴越")
    ticket = house.ticket(seen["id"])
    assert (ticket.state, ticket.waited_seconds, ticket.room) == ("finished", 25 * 60, "east-1")
    assert (ticket.in_room_at, ticket.left_at, ticket.ended_at) == (at("9:35"), at("9:50"), at("9:50"))
    assert ticket.seen_by == house.room("east-1").doctor is not None
    assert (house.state(left["id"]), house.ticket(left["id"]).ended_at) == ("cancelled", at("9:45"))
    assert (house.state(bare["id"]), house.ticket(bare["id"]).waited_seconds) == ("finished", None)
    assert house.rows(Visit, Visit.id == ticket.visit)[0].arrived_at == at("9:10")
    figures = _figures(house)
    assert (figures["median"], figures["share_over_20"], figures["waiting"]) == (25.0, 1.0, 0)
    assert house.watch() == 0


def test_a_wait_over_twenty_minutes_is_apologised_for_each_round_at_its_true_time_r51_r105(
    house: House, after: AfterOutage
) -> None:
    long, short = after.enter("A9001", "9:10"), after.enter("A9002", "9:50", name="陈立")
    house.watch()
    rounds = [(task.round, task.due_at, task.state) for task in house.apologies(long["id"])]
    assert rounds == [(1, at("9:30"), "merged"), (2, at("9:50"), "open")]
    assert house.apologies(short["id"]) == []


def test_danger_rings_for_who_still_waits_and_for_nobody_who_was_seen_r22_r105(
    house: House, after: AfterOutage
) -> None:
    seen = after.enter("A9001", "9:10", state="seen", complaint=CHEST_PAIN, called="9:12")
    left = after.enter("A9002", "9:11", state="left", urgency=1, name="陈立")
    assert house.rows(Alarm, order=Alarm.id) == []
    said = after.enter("A9003", "9:12", complaint=CHEST_PAIN, urgency=4, name="吴越")
    ticked = after.enter("A9004", "9:13", urgency=2, name="郑好")
    assert [house.state(one["id"]) for one in (seen, left, said, ticked)] == [
        "finished", "cancelled", "urgent", "urgent",
    ]  # fmt: skip
    assert {alarm.number for alarm in house.rows(Alarm, order=Alarm.id)} == {"A9003", "A9004"}
    assert after.enter("A9005", "9:14", urgency=3, name="冯云")["urgency"] == 3


def test_each_line_is_refused_for_every_field_that_cannot_be_so_r1_r105(house: House, after: AfterOutage) -> None:
    electronic = house.register()[0]["number"]
    after.enter("A9001", "9:10")
    before = everything_stored(house.database)
    assert after.refused("A9001", "9:10") == {"paper": "paper_entered"}
    assert after.refused("A9021", "9:10") == {"paper": "paper_unknown"}
    assert after.refused(electronic, "9:10") == {"paper": "paper_not_of_paper"}
    assert after.refused("", "") == {"paper": "required", "arrived": "required"}
    assert after.refused("90A1", "9h10") == {"paper": "paper_format", "arrived": "paper_time"}
    assert after.refused("A9002", "8:59") == {"arrived": "paper_outside_outage"}
    assert after.refused("A9002", "10:30") == {"arrived": "paper_future"}
    assert after.refused("A9002", "9:30", day="2026-11-24") == {"arrived": "paper_future"}
    assert after.refused("A9002", "9:30", state="seen", called="9:20", finished="10:40", room="west-1") == {
        "called": "paper_time_order", "finished": "paper_time_order", "room": "paper_room",
    }  # fmt: skip
    assert after.refused("A9002", "9:30", name="", age="200", consent=False) == {
        "consent": "paper_consent", "patient.name": "required", "patient.age": "age_range",
    }  # fmt: skip
    with pytest.raises(NotFound):
        after.enter("A9002", "9:30", outage="none")
    assert everything_stored(house.database) == before


def test_a_ticket_is_not_older_than_its_pack_and_a_pack_for_one_day_is_good_on_that_day_r105(house: House) -> None:
    after = AfterOutage(house, day="2026-11-24")
    assert after.refused("A9001", "9:10") == {"paper": "paper_other_day"}
    house.clock.set(at("9:30"))
    late = house.do(make_pack, ["internal"], 5, None, SHANGHAI)
    house.clock.set(at("10:05"))
    assert (late["departments"][0]["first"], late["departments"][0]["last"]) == (9021, 9025)
    assert after.refused("A9021", "9:29") == {"arrived": "paper_before_pack"}
    assert after.enter("A9021", "9:30")["state"] == "waiting"


def test_the_code_names_its_pack_and_a_typed_number_means_the_newest_r105(house: House) -> None:
    after = AfterOutage(house)
    foreign = "HZ-ZZZZZZZZ-A9001"
    assert after.refused(foreign, "9:10") == {"paper": "paper_unknown"}
    assert after.enter(f"hz-{after.pack['pack'].lower()}-a9001", "9:10")["number"] == "A9001"
    assert after.refused("A9001", "9:10") == {"paper": "paper_entered"}


def test_the_same_request_twice_is_one_entry_r105(house: House, after: AfterOutage) -> None:
    line = after.line("A9001", "9:10")
    first, new = house.do(enter_paper, line, SHANGHAI)
    again, anew = house.do(enter_paper, replace(line, paper="A9002"), SHANGHAI)
    assert (new, anew, again) == (True, False, first)
    assert len(house.rows(Ticket, order=Ticket.id)) == 1


def test_two_tablets_that_enter_one_number_at_once_make_one_ticket_r105(house: House, after: AfterOutage) -> None:
    names = ("周梦溪", "陈立", "吴越", "郑好")
    results = at_once(4, lambda turn: after.enter("A9001", "9:10", name=names[turn]))
    refusals = [one for one in results if isinstance(one, Exception)]
    assert len(refusals) == 3
    assert [problem.code for one in refusals for problem in one.problems] == ["paper_entered"] * 3
    assert [ticket.number for ticket in house.rows(Ticket, order=Ticket.id)] == ["A9001"]
    assert len(house.rows(PaperEntry, order=PaperEntry.sequence)) == 1


def test_an_entry_that_was_a_mistake_is_taken_back_and_the_number_entered_anew_r105(
    house: House, after: AfterOutage
) -> None:
    wrong = after.enter("A9001", "9:10", complaint=CHEST_PAIN)
    assert house.do(take_back, wrong["id"])["number"] == "A9001"
    assert (house.state(wrong["id"]), house.rows(Alarm, order=Alarm.id)[0].outcome) == ("cancelled", "false_alarm")
    seen = after.enter("A9001", "9:10", state="seen", called="9:20", finished="9:30", room="east-1")
    house.do(take_back, seen["id"])
    assert house.ticket(seen["id"]).waited_seconds is None
    assert _figures(house)["median"] is None
    right = after.enter("A9001", "9:15")
    house.watch()
    assert _order(house) == ["A9001"]
    assert len({ticket.number for ticket in house.rows(Ticket, order=Ticket.id)}) == 3
    with pytest.raises(NotFound):
        house.do(take_back, wrong["id"])
    house.call()
    with pytest.raises(Refusal, match="paper_moved_on"):
        house.do(take_back, right["id"])


def test_who_entered_what_is_in_history_and_audit_and_nothing_personal_is_r10_r107(
    house: House, after: AfterOutage
) -> None:
    entered = after.enter("A9001", "9:10", complaint="夜里咳得睡不着", by=WEST_GUIDE)
    [event] = house.rows(TicketEvent, TicketEvent.ticket == entered["id"], order=TicketEvent.id)
    assert (event.kind, event.actor, event.at) == ("entered", "staff:2002", at("10:05"))
    assert event.detail["state"] == "waiting"
    actions = [entry.action for entry in house.rows(AuditEntry, order=AuditEntry.id)]
    assert actions == ["downtime_pack.made", "outage.noted", "paper.entered"]
    stored = everything_stored(house.database)
    assert "周梦溪" not in stored
    assert "咳得" not in stored
    shown = house.look(overview, None, None)
    assert "周梦溪" not in str(shown)
    assert (shown["outages"][0]["entered"], shown["packs"][0]["entered"]) == (1, 1)
    assert shown["entries"][0]["can_take_back"]


def test_nothing_is_learned_from_paper_nor_from_waits_and_services_that_reach_into_an_outage_r53_r105(
    house: House
) -> None:
    """The minutes on paper are coarse, and an electronic wait that spans the outage is no usual one."""
    house.clock.set(at("8:40"))
    for room in ("east-1", "east-2", "east-3", "east-5"):
        inside = house.patient()
        if house.call(room) == inside:
            house.do(service.arrive, inside)
    waiting = house.patient()
    after = AfterOutage(house)
    for held in ("east-1", "east-2", "east-3", "east-5"):
        if house.room(held).ticket:
            house.do(service.finish, house.room(held).ticket)
    after.enter("A9001", "9:10", state="seen", called="10:01", finished="10:04", room="east-1")
    assert house.call("east-1") == waiting
    assert house.rows(WaitPrediction, WaitPrediction.ticket == waiting)[0].waited == pytest.approx(85)
    assert house.look(_outcomes, "internal") == []
    assert house.look(department_load, "internal", SHANGHAI).times.weight == pytest.approx(6)  # the clinic's own


def test_a_night_over_midnight_knows_its_days_and_yesterdays_are_not_put_into_the_queue_r45_r105(
    house: House
) -> None:
    after = AfterOutage(house)
    house.clock.set(at("5:00", day=25))
    after.outage = house.do(note_outage, at("22:00"), at("4:30", day=25)).id
    assert after.refused("A9001", "23:10") == {"arrived": "paper_which_day"}
    assert after.refused("A9001", "23:10", day="2026-11-23") == {"state": "paper_waiting_yesterday"}
    seen = after.enter("A9001", "23:10", day="2026-11-23", state="seen", called="23:50", finished="0:20")
    ticket = house.ticket(seen["id"])
    assert (ticket.service_day, ticket.left_at) == (at("0:00").date(), at("0:20", day=24))
    assert after.enter("A9002", "4:10", day="2026-11-25")["state"] == "waiting"


def test_an_outage_is_noted_once_and_corrected_where_it_was_wrong_r105(house: House, after: AfterOutage) -> None:
    assert house.do(note_outage, at("9:00"), at("10:00")).id == after.outage
    with pytest.raises(Refusal, match="outage_overlaps"):
        house.do(note_outage, at("9:30"), at("10:02"))
    assert after.refused("A9001", "8:55") == {"arrived": "paper_outside_outage"}
    house.do(correct_outage, after.outage, at("8:50"), at("10:00"))
    assert after.enter("A9001", "8:55")["state"] == "waiting"


def test_after_a_restart_the_silence_before_it_is_suggested_as_the_outage_r105(house: House) -> None:
    quiet, start = at("9:00") + timedelta(seconds=30), at("10:00")
    house.clock.set(at("10:05"))
    assert house.look(overview, quiet, start)["suggested"] == {
        "from": "2026-11-23T01:00:00.000Z", "until": "2026-11-23T02:00:00.000Z",
    }  # fmt: skip
    assert house.look(overview, start - timedelta(seconds=20), start)["suggested"] is None
    house.do(note_outage, at("9:00"), at("10:00"))
    assert house.look(overview, quiet, start)["suggested"] is None


def test_the_screens_that_a_paper_number_touches_agree_with_a_fresh_look_r59_r105(
    house: House, after: AfterOutage
) -> None:
    after.enter("A9001", "9:10")
    documents: dict[str, Any] = house.look(snapshot, "east", for_staff=False)["documents"]
    assert documents["queue/internal"]["next"] == ["A9001"]
    assert documents["queue/internal"]["waiting"] == 1


def test_nobody_missed_an_appointment_at_which_the_system_was_down_r34_r105(house: House) -> None:
    house.clock.set(at("8:00"))
    during = booked(house, at("9:30"))
    after_it = booked(house, at("11:00"), who=person("陈立", "13900001111"))
    AfterOutage(house)
    house.clock.set(at("5:00", day=24))
    house.do(close_past_appointments, at("5:00", day=24).date(), 4, SHANGHAI)
    assert appointment(house, during.id).state == "cancelled"
    assert appointment(house, after_it.id).state == "no_show"


def test_the_last_thing_that_the_system_saw_is_a_step_of_a_ticket_or_a_screen_r105(house: House) -> None:
    assert house.look(last_sign_of_life) is None
    house.patient()
    seen = house.clock.now()
    house.advance(minutes=5)
    assert house.look(last_sign_of_life) == seen
    house.do(create_token, "kiosk", "kiosk-1")
    house.do(heartbeat, "kiosk-1", "home", [])
    assert house.look(last_sign_of_life) == house.clock.now()
