"""The daily count of appointments, and its table (R67)."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from server.appointments.rules.counts import FORMULA, OUTCOMES, count_states, table_text
from server.appointments.rules.states import STATES


def test_every_state_but_a_moved_one_is_one_outcome_r67() -> None:
    assert sorted(state for known in OUTCOMES.values() for state in known) == sorted(STATES - {"moved"})


@given(st.lists(st.tuples(st.sampled_from(sorted(STATES - {"moved"})), st.integers(0, 50))))
def test_the_outcomes_make_up_the_total_r67(states: list[tuple[str, int]]) -> None:
    counted = count_states(states)
    assert counted["total"] == sum(count for _, count in states)
    assert counted["total"] == sum(counted[name] for name in OUTCOMES)


@given(st.lists(st.lists(st.one_of(st.text(), st.integers()), min_size=1), min_size=1))
def test_no_cell_of_the_table_begins_a_formula_r67(rows: list[list[str | int]]) -> None:
    text = table_text(rows)
    assert text.startswith("\ufeff"), "a spreadsheet knows by this that the text is Unicode"
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            assert not cell.startswith(FORMULA) or cell.lstrip("-").isdigit()


def test_what_looks_like_a_formula_stays_as_it_was_written_behind_a_mark_r67() -> None:
    assert table_text([["=1+1", "@SUM(A1)", -3]]).splitlines() == ["\ufeff'=1+1,'@SUM(A1),-3"]
