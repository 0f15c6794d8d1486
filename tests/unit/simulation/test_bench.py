"""The benchmark of predictions (R53): only what was known at the arrival, own days from a CSV, and the command."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.commands import cli
from server.queueing.rules.ordering import Policy
from server.simulation.bench.days import PlayedDay
from server.simulation.bench.floor import Memory
from server.simulation.bench.replay import METHODS, OURS, Scored, replay
from server.simulation.bench.scenarios import SCENARIOS, simulated_days
from server.simulation.bench.score import Score, score
from server.simulation.bench.table import TableError, read_days
from server.simulation.statistics import Interval

HEAD = "arrived_at,called_at,left_at,department,doctor,class,urgency\n"


def table(day: PlayedDay, date: int) -> str:
    """A played day as lines of the CSV."""

    def clock(minutes: float | None) -> str:
        if minutes is None:
            return ""
        return (datetime(2026, 1, date) + timedelta(seconds=round(minutes * 60))).isoformat()  # noqa: DTZ001

    return "".join(
        f"{clock(one.joined)},{clock(one.called)},{clock(one.left)},internal,{one.doctor},{one.kind},4\n"
        for one in day.waits
    )


def bench(*options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["bench", "waits", *options])


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_of_the_future_is_known_at_an_arrival_r53(name: str) -> None:
    """Whatever happens after noon, what was said before noon stays the same."""
    noon = 12 * 60.0
    warm_up, day = list(simulated_days(name, 2, 5))

    def until_noon(at: float | None) -> float | None:
        return at if at is not None and at < noon else None

    cut = [replace(one, called=until_noon(one.called), left=until_noon(one.left)) for one in day.waits]
    cut = [one for one in cut if one.joined < noon]

    def said(played: PlayedDay) -> list[Scored]:
        memory = Memory()
        list(replay(warm_up, memory))
        return list(replay(played, memory))

    duties = [(doctor, start, 9e9) for doctor, start, _ in day.duties or ()]
    whole = [one for one in said(day) if one.at + one.waited < noon]
    part = said(PlayedDay(cut, day.policy, duties))
    assert whole == [one for one in part if one.at + one.waited < noon]
    assert len(whole) > 5


def test_each_method_speaks_for_everyone_who_had_to_wait() -> None:
    [day] = simulated_days("steady", 1, 1)
    scored = list(replay(day, Memory()))
    assert scored
    assert all(set(one.prediction.said) == set(METHODS) for one in scored)
    assert all(one.waited > 0 for one in scored)
    assert len(scored) < len(day.waits)


def test_the_people_of_a_day_arrive_with_the_load_that_is_told() -> None:
    days = list(simulated_days("steady", 30, 2))
    minutes = sum((one.left or 0) - (one.called or 0) for day in days for one in day.waits)
    assert minutes / (30 * 3 * 540) == pytest.approx(0.9, abs=0.03)
    assert minutes / sum(len(day.waits) for day in days) == pytest.approx(13.4, abs=0.3)


def test_a_mark_that_is_missed_is_told_as_missed() -> None:
    errors = dict.fromkeys(METHODS, 6.0) | {OURS: 5.0, "queue length": 4.0}
    said = Score("x", 100, 20.0, errors, Interval(0.7, 0.01), 10.0).missed
    assert said == ["only 17% below the average of 4", "above the queue length", "range holds 70.0%"]
    fine = errors | {OURS: 3.0}
    assert Score("x", 100, 20.0, fine, Interval(0.8, 0.01), 10.0).missed == []


def test_a_day_from_a_table_scores_as_the_day_itself() -> None:
    days = list(simulated_days("steady", 3, 4))
    read = read_days((HEAD + "".join(table(day, 5 + place) for place, day in enumerate(days))).splitlines(), Policy())
    assert list(read) == ["internal"]
    memory, other = Memory(), Memory()
    own = score("own", [list(replay(day, memory)) for day in read["internal"]])
    same = score("same", [list(replay(replace(day, duties=None), other)) for day in days])
    assert own.people == pytest.approx(same.people, abs=3)
    assert own.errors[OURS] == pytest.approx(same.errors[OURS], rel=0.05)


def test_own_days_tell_for_whom_each_waits_r31_r53() -> None:
    """Two doctors are busy; who waits for the one with a line of their own is told more than who takes either."""
    rows = [
        "2026-01-05T08:00,2026-01-05T08:00,2026-01-05T08:20,a,1,first,4,",
        "2026-01-05T08:00,2026-01-05T08:00,2026-01-05T08:20,a,2,first,4,",
        "2026-01-05T08:01,2026-01-05T08:20,2026-01-05T08:30,a,1,first,4,1",
        "2026-01-05T08:02,2026-01-05T08:30,2026-01-05T08:40,a,1,first,4,1",
        "2026-01-05T08:03,2026-01-05T08:20,2026-01-05T08:30,a,2,first,4,",
        "2026-01-05T08:04,2026-01-05T08:40,2026-01-05T08:50,a,1,first,4,1",
    ]
    [day] = read_days([HEAD.strip() + ",waits_for", *rows], Policy())["a"]
    assert [one.candidate.doctor for one in day.waits] == [None, None, "1", "1", None, "1"]
    told = {round(one.at - 480): one.prediction for one in replay(day, Memory())}
    assert [told[minute].ahead for minute in (1, 2, 4)] == [0, 1, 3]
    assert told[3].spread.median < told[2].spread.median < told[4].spread.median
    assert (told[2].lane, told[3].lane) == ("own:first", "first")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("arrived_at,called_at\n", "line 1: left_at: expected a column"),
        (HEAD + "soon,,,a,1,first,4\n", "line 2: arrived_at: expected an instant"),
        (HEAD + ",,,a,1,first,4\n", "line 2: arrived_at: expected an instant"),
        (HEAD + "2026-01-05T08:00,2026-01-05T07:00,,a,1,first,4\n", "line 2: called_at: expected"),
        (HEAD + "2026-01-05T08:00,2026-01-05T08:10,2026-01-05T08:09,a,1,first,4\n", "line 2: left_at: expected"),
        (HEAD + "2026-01-05T08:00,,,a,1,first,9\n", "line 2: urgency: expected 3 or 4"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_by_line_and_column(text: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        read_days(text.splitlines(), Policy())


def test_the_command_prints_a_line_a_scenario_and_one_a_department(tmp_path: Path) -> None:
    answer = bench("--scenario", "steady", "--days", "2", "--warm-up", "1")
    assert answer.exit_code == 0, answer.output
    assert "\nsteady " in answer.stdout
    file = tmp_path / "days.csv"
    days = simulated_days("steady", 3, 4)
    file.write_text(HEAD + "".join(table(day, 5 + place) for place, day in enumerate(days)), encoding="utf-8")
    answer = bench("--csv", str(file), "--warm-up", "1")
    assert answer.exit_code == 0, answer.output
    assert "\ninternal " in answer.stdout
    assert "nobody had to wait" in bench("--csv", str(file)).output
    file.write_text("a,b\n", encoding="utf-8")
    assert "days.csv, line 1: arrived_at: expected" in bench("--csv", str(file)).output
