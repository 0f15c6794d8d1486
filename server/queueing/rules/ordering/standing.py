"""Why somebody stands where they stand in the list that staff see (R30)."""

from __future__ import annotations

from datetime import datetime

from server.queueing.rules.ordering.lanes import APPOINTMENT, EARLY, MISSED, PRIORITY, RETURN, URGENT, lane_of
from server.queueing.rules.ordering.values import Candidate, Policy, Reason

_CODES = {
    APPOINTMENT: "by_appointment", EARLY: "before_appointment", PRIORITY: "by_priority", RETURN: "by_return",
    MISSED: "by_missed",
}  # fmt: skip


def standing(candidate: Candidate, now: datetime, policy: Policy) -> Reason:
    """The reason of a place, without figures that change by themselves."""
    lane = lane_of(candidate, now, policy)
    if policy.kind == "arrival":
        return Reason("by_arrival")
    if lane == URGENT:
        return Reason("more_urgent", {"urgency": candidate.urgency})
    if policy.kind == "urgency_arrival" and lane in (PRIORITY, RETURN, MISSED):
        return Reason("by_arrival")
    return Reason(_CODES.get(lane, "by_arrival"))
