"""Whatever crashes, runs out or is cut, in whatever order: a ticket's slip lies there once, or once more as a copy
(R59). Paper here is a list; what decides is the real spool on a real database."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.core.database import Database
from server.printing.rules import LEASE, LONGEST_REST
from server.printing.service import Lease, end_job, fail_job, give_up_late, lease_job, note_seen, take_back_after_start
from tests.support.clock import ManualClock
from tests.support.house import House

#: What becomes of a slip in a worker's hands: whether paper came out, and how its worker went on.
FATES = st.tuples(
    st.booleans(),
    st.sampled_from(["killed", "killed", "lease runs out", "told late", "paper_out", "stuck", "unreachable", "told"]),
    st.sampled_from(["ready", "paper_out", "unknown"]),
)


def _lease(house: House) -> Lease | None:
    for printer in ("printer-1", "desk-printer"):
        lease: Lease | None = house.do(lease_job, printer)
        if lease is not None:
            return lease
    return None


def _live(house: House, fates: Sequence[tuple[bool, str, str]]) -> list[bool]:
    """One ticket's slip through these fates: the paper that lies there, which of it is a copy."""
    job = house.register()[0]["print"]["id"]
    paper: list[bool] = []
    late: list[Lease] = []
    for comes_out, fate, seen in fates:
        house.advance(seconds=LONGEST_REST.total_seconds())
        house.do(note_seen, "printer-1", seen)
        lease = _lease(house)
        if lease is None:
            continue
        assert lease.job == job
        if comes_out or fate == "told":
            paper.append(lease.copy)
        if fate == "told":
            house.do(end_job, lease, confirmed=True)
        elif fate == "killed":
            house.do(take_back_after_start)
        elif fate in ("lease runs out", "told late"):
            house.advance(seconds=LEASE.total_seconds())
            late += [lease] if fate == "told late" and comes_out else []
        else:
            house.do(fail_job, lease, fate, may_have_printed=comes_out)
        if late and seen == "unknown":
            house.do(end_job, late.pop(), confirmed=True)
    house.advance(minutes=10)
    house.do(give_up_late)
    assert _lease(house) is None
    return paper


def test_one_original_and_one_copy_at_most_whatever_becomes_of_it_r59(
    make_clinic: Callable[[str, ManualClock], Database], clock: ManualClock
) -> None:
    house = House(make_clinic("sqlite", clock), clock)

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(FATES, min_size=1, max_size=6))
    def always(fates: list[tuple[bool, str, str]]) -> None:
        paper = _live(house, fates)
        assert len(paper) <= 2
        assert all(paper[1:])  # what is not the first says so

    always()
