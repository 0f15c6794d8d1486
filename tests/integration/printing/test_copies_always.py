"""Whatever crashes, runs out or is cut, in whatever order: a ticket's slip lies there once, or once more as a copy
(R59). The printers here are lists of paper; what decides is the real spool on a real database."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from server.core.database import Database
from server.printing.service import (
    Lease,
    end_job,
    fail_job,
    give_up_late,
    lease_job,
    note_seen,
    take_back_after_start,
)
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, House

PRINTERS = st.sampled_from(["printer-1", "desk-printer"])


class Paper(RuleBasedStateMachine):
    """Two printers of the starting clinic, whose file is given by the test."""

    clinic: bytes

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "houzhen.db"
        file.write_bytes(self.clinic)
        clock = ManualClock()
        self.database = Database(f"sqlite:///{file}", clock)
        wire(self.database, SHANGHAI)
        self.house = House(self.database, clock)
        self.paper: dict[str, list[bool]] = defaultdict(list)
        self.lost: list[Lease] = []

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    @rule()
    def take_a_number(self) -> None:
        self.house.register()

    @rule(
        printer=PRINTERS, comes_out=st.booleans(),
        ends=st.sampled_from(["confirmed", "sent", "trouble", "killed", "told late"]),
        code=st.sampled_from(["paper_out", "stuck", "unreachable", "connection_lost"]),
    )  # fmt: skip
    def print_one(self, printer: str, comes_out: bool, ends: str, code: str) -> None:
        lease: Lease | None = self.house.do(lease_job, printer)
        if lease is None:
            return
        comes_out = comes_out or ends in ("confirmed", "sent")
        if comes_out:
            self.paper[lease.job].append(lease.copy)
        if ends in ("confirmed", "sent"):
            self.house.do(end_job, lease, confirmed=ends == "confirmed")
        elif ends == "trouble":
            self.house.do(fail_job, lease, code, may_have_printed=comes_out)
        elif ends == "told late" and comes_out:
            self.lost.append(lease)

    @rule()
    def tell_late(self) -> None:
        if self.lost:
            self.house.do(end_job, self.lost.pop(0), confirmed=True)

    @rule(printer=PRINTERS, seen=st.sampled_from(["ready", "unknown", "paper_out", "offline", "unreachable"]))
    def look(self, printer: str, seen: str) -> None:
        self.house.do(note_seen, printer, seen)

    @rule(seconds=st.sampled_from([1, 5, 31, 120]))
    def time_passes(self, seconds: int) -> None:
        self.house.advance(seconds=seconds)
        self.house.do(give_up_late)

    @rule()
    def server_starts_again(self) -> None:
        self.house.do(take_back_after_start)

    @invariant()
    def one_original_and_one_copy_at_most(self) -> None:
        for copies in self.paper.values():
            assert len(copies) <= 2, copies
            assert copies.count(False) <= 1, copies
            assert all(copies[1:]), copies


def test_one_original_and_one_copy_at_most_r59(sqlite_clinic: bytes) -> None:
    chosen: Any = settings(max_examples=12, stateful_step_count=30, deadline=None)
    Paper.clinic = sqlite_clinic
    run_state_machine_as_test(Paper, settings=chosen)
