"""Who is before whom in a department, and how long it takes (R53, R37): from the lines by which its rooms really call.

A room's line is the one that `choose_for_room` takes the next from, so that what is told and what is called agree.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from server.queueing.rules.assignment import may_call
from server.queueing.rules.ordering import EARLY, FIRST, Candidate, Course, Policy, in_order, lane_of, line_for_room
from server.waiting.rules.estimate import AT_ONCE, Estimate, as_shown
from server.waiting.rules.forecast import Ahead, Forecast, Room, Spread, forecast, spread_of, with_doubt
from server.waiting.rules.learning import OWN, Learned
from server.waiting.rules.play import Lines, Play, play
from server.waiting.rules.services import ServiceTimes

#: So many later instants at which somebody's booked time comes are told apart.
MOST_ERAS = 8


@dataclass(frozen=True)
class Situation:
    """A department now. `rooms`: on duty, in the order of their numbers, and those whose doctor somebody waits for and
    whose session comes. `kinds`: of visit, by ticket. `courses`: by doctor, where each room takes turns of its own;
    `course`: of the others. `on_duty`: who sits in a room, also a paused one."""

    rooms: Sequence[Room]
    waiting: Sequence[Candidate]
    kinds: Mapping[str, str]
    now: datetime
    policy: Policy
    course: Course
    courses: Mapping[str, Course] = field(default_factory=dict)
    on_duty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is ahead of somebody: people, and the forecast wait. `known`: False where nobody can say; without a `spread`
    a known one can go in at once."""

    lane: str
    ahead: int
    spread: Spread | None
    known: bool = True

    def estimate(self, learned: Learned) -> Estimate | None:
        """As people are told it; None where nobody can say."""
        if not self.known:
            return None
        return AT_ONCE if self.spread is None else as_shown(self.spread, learned.of(self.lane))


class Outlook:
    """The prospects of everyone who waits in a department, and of who would join it; worked out when first asked."""

    def __init__(self, situation: Situation, times: ServiceTimes, learned: Learned) -> None:
        self._situation = situation
        self._times = times
        self._learned = learned
        self._lines: dict[tuple[str | None, datetime], list[int]] = {}
        self._here = [room for room in situation.rooms if not room.opens_in]

    @cached_property
    def order(self) -> list[Candidate]:
        """Everyone in the order in which they are expected to be called; who waits for somebody absent at the end."""
        now = self._situation
        called = self._shared if self._shared is not None else [who for _, _, who in self._play.expected]
        listed = [now.waiting[who] for who in called]
        known = {one.ticket for one in listed}
        rest = [one for one in now.waiting if one.ticket not in known]
        return listed + in_order(rest, now.now, now.policy, now.course)

    def before(self, ticket: str) -> list[Candidate]:
        """Those who are before somebody who waits, in order. Raises KeyError."""
        who = self._positions[ticket]
        return self._before(who, self._asks_for(self._situation.waiting[who]))

    def ahead(self, ticket: str) -> int:
        """How many are before somebody who waits. Raises KeyError."""
        who = self._positions[ticket]
        asks_for = self._asks_for(self._situation.waiting[who])
        if self._shared is not None and who in self._places:
            return self._places[who]
        if asks_for is not None and not self._is_early(who):
            return self._line(asks_for, self._situation.now).index(who)
        return len(self._before(who, asks_for))

    def of(self, ticket: str) -> Prospect:
        """The prospect of somebody who waits. Raises KeyError."""
        who = self._positions[ticket]
        candidate = self._situation.waiting[who]
        lane, asks_for = lane_of(candidate, self._situation.now, self._situation.policy), self._asks_for(candidate)
        if self._shared is not None and who in self._places:
            return self._plain(lane, self._places[who])
        lane, ahead = lane if asks_for is None else OWN + lane, self.ahead(ticket)
        if not any(asks_for in (None, room.doctor) for room in self._situation.rooms):
            return Prospect(lane, ahead, None, known=False)
        if self._is_early(who) and self._is_at_once(who, asks_for):
            return Prospect(lane, ahead, None)
        return self._played(lane, ahead, who, asks_for)

    def newcomer(self, doctor: str | None = None) -> Prospect:
        """The prospect of a first visit that would join now, for any doctor or for one who is there."""
        if doctor is None:
            return self._any_newcomer()
        room = next((place for place, one in enumerate(self._situation.rooms) if one.doctor == doctor), None)
        line = [who for who in self._line(doctor, self._situation.now) if not self._is_early(who)]
        if room is None:
            return Prospect(OWN + FIRST, len(line), None, known=False)
        unplayed = sum(1 for who in line if who not in self._play.starts)
        return self._prospect(OWN + FIRST, len(line), self._play.turns[room], self._play.gaps[room], unplayed,
                              self._situation.rooms[room].opens_in)  # fmt: skip

    def _any_newcomer(self) -> Prospect:
        if not self._here:
            return Prospect(FIRST, len(self._situation.waiting), None, known=False)
        if self._shared is not None:
            return self._plain(FIRST, len(self._shared))
        turns = [min(each) for each in zip(*self._play.turns, strict=True)]
        usual = statistics.fmean(turns)
        ahead = sum(1 for at, _, _ in self._play.expected if at <= usual)
        unplayed = sum(1 for who, one in enumerate(self._situation.waiting)
                       if who not in self._play.starts and self._asks_for(one) is None)  # fmt: skip
        return self._prospect(FIRST, ahead + unplayed, turns, self._gap, unplayed)

    # The lines

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {candidate.ticket: who for who, candidate in enumerate(self._situation.waiting)}

    def _asks_for(self, candidate: Candidate) -> str | None:
        """The doctor in whose room alone somebody is called; None where any room may."""
        anyone = may_call(candidate.doctor, candidate.bound, None, self._situation.on_duty, first_free=True)
        return None if anyone else candidate.doctor

    def _line(self, doctor: str | None, at: datetime) -> list[int]:
        """The line of a room with this doctor, worked out once for each instant."""
        if (doctor, at) not in self._lines:
            self._lines[doctor, at] = self._read_line(doctor, at)
        return self._lines[doctor, at]

    def _read_line(self, doctor: str | None, at: datetime) -> list[int]:
        now = self._situation
        course = now.courses.get(doctor or "", now.course)
        line = line_for_room(now.waiting, doctor, now.on_duty, True, at, now.policy, course)
        return [self._positions[choice.candidate.ticket] for choice in line]

    @cached_property
    def _now_lines(self) -> list[list[int]]:
        now = self._situation
        asked_for = {one.doctor for one in now.waiting}
        apart = [room.doctor if room.doctor in asked_for or room.doctor in now.courses else None for room in now.rooms]
        return [self._line(doctor, now.now) for doctor in apart]

    @cached_property
    def _shared(self) -> list[int] | None:
        """The one line of all rooms, where they have the same and nobody in it is booked for later."""
        first = self._now_lines[0] if self._now_lines else []
        if self._releases or any(line != first for line in self._now_lines):
            return None
        return first

    @cached_property
    def _places(self) -> dict[int, int]:
        return {who: place for place, who in enumerate(self._shared or ())}

    @cached_property
    def _releases(self) -> list[datetime]:
        """When those who came early begin to go ahead, in order."""
        now = self._situation
        early = timedelta(minutes=now.policy.early_minutes)
        times = {
            one.appointment_at - early
            for one in now.waiting
            if one.appointment_at is not None and lane_of(one, now.now, now.policy) == EARLY
        }
        return sorted(times)[:MOST_ERAS]

    @cached_property
    def _eras(self) -> list[Lines]:
        """Each room's line from now on, and anew whenever somebody's time has come; nobody is in it before."""
        now = self._situation
        eras = []
        for at in (now.now, *self._releases):
            lines = self._now_lines if at == now.now else [self._line(room.doctor, at) for room in now.rooms]
            there = [[who for who in line if lane_of(now.waiting[who], at, now.policy) != EARLY] for line in lines]
            eras.append(Lines((at - now.now).total_seconds() / 60, there))
        return eras

    # How long it takes

    @cached_property
    def _play(self) -> Play:
        kinds = [self._situation.kinds[one.ticket] for one in self._situation.waiting]
        return play(self._situation.rooms, kinds, self._eras, self._times)

    @cached_property
    def _forecast(self) -> Forecast:
        ahead = [Ahead(self._situation.kinds[self._situation.waiting[who].ticket]) for who in self._shared or ()]
        return forecast(self._here, ahead, self._times)

    @property
    def _gap(self) -> float:
        """Minutes between two calls of the department."""
        return statistics.fmean(self._play.gaps) / len(self._play.gaps)

    def _plain(self, lane: str, ahead: int) -> Prospect:
        """Where all rooms have one line."""
        if not self._here:
            return Prospect(lane, ahead, None, known=False)
        if sum(1 for room in self._here if room.elapsed is None) > ahead:
            return Prospect(lane, ahead, None)
        return Prospect(lane, ahead, self._forecast.at(self._learned.of(lane).places(ahead, lane)))

    def _before(self, who: int, asks_for: str | None) -> list[Candidate]:
        """Those whom the room that is asked for would call before; where any may call, those who are called before."""
        people = self._situation.waiting
        if asks_for is not None and not self._is_early(who):
            line = self._line(asks_for, self._situation.now)
            return [people[one] for one in line[: line.index(who)]]
        earlier = self.order[: self.order.index(people[who])]
        return [one for one in earlier if asks_for is None or self._asks_for(one) in (None, asks_for)]

    def _is_at_once(self, who: int, asks_for: str | None) -> bool:
        """Whether a room is free for somebody who came early, since nobody else waits for it."""
        free = [room for room in self._here if room.elapsed is None and asks_for in (None, room.doctor)]
        return self._line(asks_for, self._situation.now).index(who) < len(free)

    def _is_early(self, who: int) -> bool:
        return lane_of(self._situation.waiting[who], self._situation.now, self._situation.policy) == EARLY

    def _played(self, lane: str, ahead: int, who: int, asks_for: str | None) -> Prospect:
        starts = self._play.starts.get(who)
        places = [place for place, room in enumerate(self._situation.rooms) if asks_for in (None, room.doctor)]
        gap = self._gap if asks_for is None else self._play.gaps[places[0]]
        sure = max(self._opens_in(who), min(self._situation.rooms[place].opens_in for place in places))
        if starts is not None:
            return self._prospect(lane, ahead, starts, gap, 0, sure)
        if self._is_early(who):
            return Prospect(lane, ahead, Spread(sure + gap, gap, gap, sure))
        turns = [min(each) for each in zip(*(self._play.turns[place] for place in places), strict=True)]
        line = self._line(asks_for, self._situation.now)
        unplayed = sum(1 for one in line[: line.index(who)] if one not in self._play.starts)
        return self._prospect(lane, ahead, turns, gap, unplayed, sure)

    def _opens_in(self, who: int) -> float:
        """Minutes until somebody who came early begins to go ahead."""
        booked = self._situation.waiting[who].appointment_at
        if booked is None or not self._is_early(who):
            return 0.0
        return (booked - self._situation.now).total_seconds() / 60 - self._situation.policy.early_minutes

    def _prospect(
        self, lane: str, ahead: int, starts: Sequence[float], gap: float, more: int, sure: float = 0.0
    ) -> Prospect:  # fmt: skip
        """From the calls in each future; `more` people stand before, who were not played, and some may still join."""
        if not more and not any(starts):
            return Prospect(lane, ahead, None)
        passing = self._learned.of(lane).places(ahead, lane) - ahead if EARLY not in lane else 0.0
        spread = spread_of(starts)
        later = max(sure, spread.median + gap * (more + passing))
        return Prospect(lane, ahead, with_doubt(Spread(later, spread.below, spread.above, sure), self._times.doubt))
