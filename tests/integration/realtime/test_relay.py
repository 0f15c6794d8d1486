"""The relay: what fails for one hall's screens reaches the others all the same."""

from __future__ import annotations

from typing import Any

from server.core.database import Database, Work
from server.core.outbox import publish
from server.realtime.relay import Relay


class Emitter:
    """Remembers what was sent; sending to `broken` fails."""

    def __init__(self, broken: str) -> None:
        self.broken = broken
        self.sent: list[tuple[str, int]] = []

    def emit(self, _event: str, *args: Any, to: str, namespace: str) -> None:
        """Send, or fail."""
        if to == self.broken:
            raise ConnectionError(namespace)
        self.sent.append((to, args[0]["revision"]))


def test_one_send_that_fails_costs_no_other_screen_a_change(database: Database) -> None:
    def change(work: Work, note: str) -> None:
        publish(work, "east", "test", {"notices": [note]})
        publish(work, "west", "test", {"notices": [note]})

    for note in ("one", "two"):
        with database.write() as work:
            change(work, note)
    emitter = Emitter(broken="display:east")
    relay = Relay(database, emitter)
    assert relay.relay_once() == 4
    assert emitter.sent == [
        ("staff:east", 1), ("display:west", 1), ("staff:west", 1),
        ("staff:east", 2), ("display:west", 2), ("staff:west", 2),
    ]  # fmt: skip
    assert relay.relay_once() == 0
