"""The rooms run forward, each calling from its own line: when everyone who waits would be called, in many futures.

Where every room may call everybody in the same order, `forecast` says the same and is quicker. Here patients may wait
for one doctor, each room may take turns of its own, and who was booked for later joins at that time.
"""

from __future__ import annotations

import heapq
import statistics
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.waiting.rules.forecast import CALLS, FUTURES, SPARE, Room, factors, remaining
from server.waiting.rules.services import ServiceTimes


@dataclass(frozen=True, slots=True)
class Lines:
    """From `since` (minutes from now) on: each room's line, as positions in the list of those who wait."""

    since: float
    rooms: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Call:
    at: float
    room: int
    who: int


@dataclass(frozen=True)
class Play:
    """What came of it. `expected`: the calls in their order if everything lasts as long as on average, (minutes, room,
    position). `starts`: for a position its call in each future. `turns`: for a room when it would call somebody who
    joined the end of its line now."""

    expected: Sequence[tuple[float, int, int]]
    starts: dict[int, list[float]]
    turns: list[list[float]]
    gaps: list[float] = field(default_factory=list)


def play(rooms: Sequence[Room], kinds: Sequence[str], lines: Sequence[Lines], times: ServiceTimes) -> Play:
    """Play `rooms` forward; `kinds` of visit by position, `lines` by rising time, the first from now on. Of a long
    queue the next `CALLS` calls are played. Behind everybody come people of the usual kind, as many as may be called
    soon."""
    waiting = len(kinds)
    spare = list(range(waiting, waiting + min(CALLS, max(SPARE, waiting // 2))))
    means = [times.mean * times.kind(kind) for kind in kinds] + [times.mean] * len(spare)
    paces = [times.pace(room.doctor) for room in rooms]
    frees = [remaining(room, times, place) for place, room in enumerate(rooms)]
    table = _Table([[list(line) + spare for line in one.rooms] for one in lines], [one.since for one in lines], waiting)
    usual = [statistics.fmean(free) for free in frees]
    expected, _ = _run(table, usual, means, paces, [1.0] * CALLS, set(), CALLS)
    played = {call.who for call in expected}
    left_out = {who for who in range(len(means)) if who not in played}
    lengths = factors(round(times.sigma, 2))
    starts: dict[int, list[float]] = {who: [] for who in played if who < waiting}
    turns: list[list[float]] = [[] for _ in rooms]
    for future in range(FUTURES):
        calls, turn = _run(
            table, [free[future] for free in frees], means, paces, lengths[future], left_out, len(played)
        )
        for call in calls:
            if call.who < waiting:
                starts[call.who].append(call.at)
        for room, at in enumerate(turn):
            turns[room].append(at)
    told = [(call.at, call.room, call.who) for call in expected if call.who < waiting]
    return Play(told, starts, turns, [times.mean * pace for pace in paces])


@dataclass(frozen=True)
class _Table:
    """Lines by time and room; `newcomers`: from this position on nobody waits yet."""

    lines: list[list[list[int]]]
    since: list[float]
    newcomers: int


def _run(
    table: _Table, free: Sequence[float], means: Sequence[float], paces: Sequence[float], lengths: Sequence[float],
    gone: set[int], most: int,
) -> tuple[list[_Call], list[float]]:  # fmt: skip
    """One future: whichever room frees first takes the head of its line. The calls, and when each room would have taken
    a newcomer first."""
    heap = [(at, room) for room, at in enumerate(free)]
    heapq.heapify(heap)
    gone = set(gone)
    heads = [[0] * len(free) for _ in table.lines]
    turns: list[float | None] = [None] * len(free)
    calls: list[_Call] = []
    several = len(table.since) > 1
    while heap and len(calls) < most:
        at, room = heap[0]
        era = bisect_right(table.since, at) - 1 if several else 0
        line, head = table.lines[era][room], heads[era][room]
        while head < len(line) and line[head] in gone:
            head += 1
        heads[era][room] = head
        if head == len(line) or line[head] >= table.newcomers:
            turns[room] = at if turns[room] is None else turns[room]
        if head == len(line):
            if era + 1 < len(table.since):
                heapq.heapreplace(heap, (table.since[era + 1], room))
            else:
                heapq.heappop(heap)
            continue
        who = line[head]
        gone.add(who)
        heapq.heapreplace(heap, (at + means[who] * paces[room] * lengths[len(calls)], room))
        calls.append(_Call(at, room, who))
    later = {room: at for at, room in heap}
    return calls, [at if at is not None else later.get(room, 0.0) for room, at in enumerate(turns)]
