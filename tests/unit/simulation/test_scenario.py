"""Scenario files: what they bring, how mistakes are named, and the command that plays them."""

from __future__ import annotations

import csv
import math
import statistics
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.clinic.file import ClinicFileError
from server.commands import cli
from server.simulation.scenario import draw_day, read_scenario
from server.simulation.statistics import interval, percentile, student_t

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "docs" / "scenarios").glob("*.toml"))
SMALL = """
name = "Small"
[[arrivals]]
from = "08:00"
to = "12:00"
per_hour = 20
[[class]]
code = "first"
share = 1
service = { mean_minutes = 8 }
[[appointments]]
class = "first"
from = "08:00"
to = "12:00"
every_minutes = 15
places = 2
no_show = 0.25
[[doctor]]
name = "One"
shifts = [{ from = "08:00", to = "12:00" }]
[[policy]]
name = "usual"
kind = "urgency_arrival"
"""


def simulate(file: Path, *options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["simulate", str(file), *options])


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: str(file.stem))
def test_each_example_plays_under_all_of_its_policies(file: Path) -> None:
    answer = simulate(file, "--days", "2")
    assert answer.exit_code == 0, answer.output
    for policy in read_scenario(file.read_text(encoding="utf-8"), file.name).policies:
        assert f"\n{policy.name} " in answer.stdout


def test_the_same_seed_brings_the_same_people_and_another_day_others() -> None:
    scenario = read_scenario(SMALL, "small.toml")
    assert draw_day(scenario, 1, 0) == draw_day(scenario, 1, 0)
    assert draw_day(scenario, 1, 0).patients != draw_day(scenario, 1, 1).patients
    assert draw_day(scenario, 1, 0).patients != draw_day(scenario, 2, 0).patients


def test_as_many_come_as_the_file_says_and_stay_as_long() -> None:
    scenario = read_scenario(SMALL, "small.toml")
    days = [draw_day(scenario, 3, day) for day in range(200)]
    walk_ins = interval([sum(1 for one in day.patients if one.appointment is None) for day in days])
    booked = interval([sum(1 for one in day.patients if one.appointment is not None) for day in days])
    assert walk_ins.mean == pytest.approx(80, rel=0.03)
    assert booked.mean == pytest.approx(32 * 0.75, rel=0.03)
    lengths = [one.service for day in days for one in day.patients]
    assert statistics.fmean(lengths) == pytest.approx(8, rel=0.02)
    assert statistics.pvariance(lengths) / 64 == pytest.approx(0.25, rel=0.1)


@pytest.mark.parametrize(
    ("before", "after", "line", "key", "expected"),
    [
        ("per_hour = 20", 'per_hour = "many"', 6, "arrivals[1].per_hour", "expected a number"),
        ("per_hour = 20", "perhour = 20", 6, "arrivals[1].perhour", "expected no such key"),
        ('class = "first"', 'class = "second"', 12, "appointments[1].class", "expected a class that is there (first)"),
        ('to = "12:00"\nper_hour', 'to = "07:00"\nper_hour', 5, "arrivals[1].to", "expected a time after 08:00"),
        ('from = "08:00"\nto = "12:00"\nper', 'from = "8 am"\nto = "12:00"\nper', 4, "arrivals[1].from", "time of day"),
        ('kind = "urgency_arrival"', 'kind = "best"', 23, "policy[1].kind", "'accumulating'"),
        ('kind = "urg', 'assign = "by lot"\nkind = "urg', 23, "policy[1].assign", "'rotation'"),
        ("share = 1", "share = 0", 3, "arrivals[1]", "expected a share above 0"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_line_key_and_what_is_expected(
    before: str, after: str, line: int, key: str, expected: str
) -> None:
    with pytest.raises(ClinicFileError) as caught:
        read_scenario(SMALL.replace(before, after, 1), "small.toml")
    said = [str(problem) for problem in caught.value.problems]
    assert any(one.startswith(f"line {line}: {key}: ") and expected in one for one in said), said


def test_a_bad_file_and_an_unknown_policy_end_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL.replace("per_hour", "perhour"), encoding="utf-8")
    answer = simulate(file)
    assert (answer.exit_code, "small.toml, line 6: arrivals[1].perhour" in answer.output) == (1, True)
    file.write_text(SMALL, encoding="utf-8")
    answer = simulate(file, "--policy", "none")
    assert (answer.exit_code, "expected one of usual, arrival" in answer.output) == (1, True)


def test_figures_go_to_csv_and_pictures(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, encoding="utf-8")
    table, pictures = tmp_path / "waits.csv", tmp_path / "pictures"
    answer = simulate(file, "--days", "3", "--policy", "arrival", "--csv", str(table), "--pictures", str(pictures))
    assert answer.exit_code == 0, answer.output
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert {row["policy"] for row in rows} == {"arrival"}
    assert all(float(row["mean"]) >= 0 and float(row["mean_half"]) > 0 for row in rows)
    drawn = sorted(pictures.glob("*.svg"))
    assert len(drawn) == 2
    for picture in drawn:
        text = picture.read_text(encoding="utf-8")
        assert "<svg" in text
        assert "<script" not in text.replace('<script type="text/javascript">window.pygal', "")


def test_intervals_and_percentiles_are_those_of_the_books() -> None:
    assert student_t(9) == 2.262
    assert student_t(40) == pytest.approx(2.0211, abs=1e-3)
    assert student_t(120) == pytest.approx(1.9799, abs=1e-3)
    found = interval([1.0, 2.0, 3.0])
    assert found.half == pytest.approx(4.303 / math.sqrt(3), abs=1e-3)
    assert (found.holds(4.0), found.holds(5.0)) == (True, False)
    assert interval([1.0]).half is None
    assert percentile([4.0, 1.0, 3.0, 2.0], 50) == 2.5
