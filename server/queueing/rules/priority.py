"""Groups that go ahead by law or custom: the old by their age, others when staff have seen their papers (R43, R29)."""

from __future__ import annotations

from server.queueing.rules.ordering.values import Policy

ELDER = "elder"
#: The groups that staff may note; serving military and fire-rescue show papers.
GROUPS = (ELDER, "military", "fire_rescue")


def by_age(age: int, policy: Policy) -> str | None:
    """The group that somebody belongs to by age in whole years alone."""
    return ELDER if age >= policy.priority_age else None
