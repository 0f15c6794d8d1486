"""The days on which predictions are tried: three doctors at load 0.9, services like measured ones (mean 13.4 minutes,
squared coefficient of variation 0.22). What changes from day to day is drawn for each day and known to nobody before.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from server.simulation.bench.days import PlayedDay, played
from server.simulation.engine import run_day
from server.simulation.scenario import Scenario, draw_day

MEAN, CV2, DOCTORS, LOAD = 13.4, 0.22, 3, 0.9
OPENS, CLOSES = "08:00", "17:00"
#: Arrivals an hour that keep the doctors busy to the load.
FULL = LOAD * DOCTORS * 60 / MEAN


def simulated_days(name: str, count: int, seed: int) -> Iterator[PlayedDay]:
    """The days of a scenario of `SCENARIOS`, one after the other."""
    for day in range(count):
        chance = random.Random(f"{name}/{seed}/{day}")  # noqa: S311  (chance in a model, not a secret)
        scenario = Scenario.model_validate(SCENARIOS[name](chance))
        drawn = draw_day(scenario, seed, day)
        policy = scenario.policies[0].as_rule()
        last = max(end for duty in drawn.duties for _, end in duty.spans)
        # Who is there last stays until everyone was seen, and so is on duty until then.
        spans = [(duty.doctor, *span) for duty in drawn.duties for span in duty.spans]
        duties = [(doctor, start, end if end < last else float("inf")) for doctor, start, end in spans]
        yield played(run_day(drawn, policy), policy, duties)


def _service(mean: float) -> dict[str, Any]:
    return {"mean_minutes": mean, "cv2": CV2}


def _doctors(*ends: str) -> list[dict[str, Any]]:
    return [{"name": f"Room {place}", "shifts": [{"from": OPENS, "to": end}]} for place, end in enumerate(ends, 1)]


def _scenario(
    kind: str = "urgency_arrival", classes: list[dict[str, Any]] | None = None, **parts: Any
) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": "bench",
        "arrivals": [{"from": OPENS, "to": CLOSES, "per_hour": FULL}],
        "class": classes or [{"code": "first", "share": 1, "service": _service(MEAN)}],
        "doctor": _doctors(CLOSES, CLOSES, CLOSES),
        "policy": [{"name": "usual", "kind": kind}],
    }
    return plain | parts


def _steady(_: random.Random) -> dict[str, Any]:
    return _scenario()


def _morning_rush(_: random.Random) -> dict[str, Any]:
    """Half as many again as can be seen until ten, then a quiet day."""
    rush = {"from": OPENS, "to": "10:00", "per_hour": FULL * 1.5 / LOAD}
    quiet = {"from": "10:00", "to": CLOSES, "per_hour": FULL * 0.6 / LOAD}
    return _scenario(arrivals=[rush, quiet])


def _a_doctor_leaves(chance: random.Random) -> dict[str, Any]:
    """One of three is called away in the afternoon and does not come back; nobody knew before."""
    minute = chance.randrange(13 * 60, 16 * 60)
    return _scenario(doctor=_doctors(CLOSES, CLOSES, f"{minute // 60:02}:{minute % 60:02}"))


def _mixed_classes(_: random.Random) -> dict[str, Any]:
    """Long first visits, short follow-ups, returns with results that take turns, elders that go ahead, missed calls."""
    results = {"share": 0.3, "away": {"mean_minutes": 35, "cv2": 0.2}, "service": _service(7)}
    first = {
        "code": "first", "share": 0.5, "service": _service(15), "results": results, "elder_share": 0.1,
        "missed_share": 0.03,
    }  # fmt: skip
    follow_up = {"code": "follow-up", "share": 0.5, "service": _service(8), "missed_share": 0.03}
    mean = 0.5 * (15 + 0.3 * 7) + 0.5 * 8
    per_hour = LOAD * DOCTORS * 60 / mean
    arrivals = [{"from": OPENS, "to": CLOSES, "per_hour": per_hour}]
    return _scenario("interleave", classes=[first, follow_up], arrivals=arrivals)


def _urgent_bursts(chance: random.Random) -> dict[str, Any]:
    """Few urgent patients, but in one hour of the day, another each day, nearly every second one."""
    hour = chance.randrange(9, 15)
    begins, ends = f"{hour:02}:00", f"{hour + 1:02}:00"
    spans = [(OPENS, begins, 0.04), (begins, ends, 0.45), (ends, CLOSES, 0.04)]
    arrivals = [
        {"from": start, "to": end, "per_hour": FULL, "shares": {"first": 1 - share, "urgent": share}}
        for start, end, share in spans
    ]
    classes = [
        {"code": "first", "share": 1, "service": _service(MEAN)},
        {"code": "urgent", "share": 0, "urgency": 3, "service": _service(MEAN)},
    ]
    return _scenario(classes=classes, arrivals=arrivals)


def _appointments(_: random.Random) -> dict[str, Any]:
    """Half of the patients are booked, come early or late or not at all, and go ahead at their time."""
    booked = {
        "class": "booked", "from": OPENS, "to": CLOSES, "every_minutes": 20, "places": 2, "no_show": 0.12,
    }  # fmt: skip
    walk_ins = {"from": OPENS, "to": CLOSES, "per_hour": FULL - 6 * 0.88}
    classes: list[dict[str, Any]] = [
        {"code": "first", "share": 1, "service": _service(MEAN)}, {"code": "booked", "service": _service(MEAN)},
    ]  # fmt: skip
    return _scenario(classes=classes, arrivals=[walk_ins], appointments=[booked])


def _own_doctors(_: random.Random) -> dict[str, Any]:
    """Two in five come again and wait for the doctor of before, one in ten asks for one; the others may be called by
    any. Some are sent for an examination and come back to whoever sent them."""
    results = {"share": 0.2, "away": {"mean_minutes": 35, "cv2": 0.2}, "service": _service(7)}
    kind = {
        "code": "first", "share": 1, "service": _service(MEAN), "results": results, "returning_share": 0.4,
        "wish_share": 0.1,
    }  # fmt: skip
    arrivals = [{"from": OPENS, "to": CLOSES, "per_hour": LOAD * DOCTORS * 60 / (MEAN + 0.2 * 7)}]
    policy = {"name": "usual", "kind": "interleave", "own_doctor": True}
    return _scenario(classes=[kind], arrivals=arrivals, policy=[policy])


def _in_turn(_: random.Random) -> dict[str, Any]:
    """Everybody is given to a doctor on arrival, in turn; one in four has a time with one of them."""
    booked = {
        "class": "booked", "from": OPENS, "to": CLOSES, "every_minutes": 20, "places": 1, "no_show": 0.12,
        "with_doctor": True,
    }  # fmt: skip
    walk_ins = {"from": OPENS, "to": CLOSES, "per_hour": FULL - 3 * 0.88}
    classes: list[dict[str, Any]] = [
        {"code": "first", "share": 1, "service": _service(MEAN)}, {"code": "booked", "service": _service(MEAN)},
    ]  # fmt: skip
    policy = {"name": "usual", "kind": "urgency_arrival", "assign": "rotation"}
    return _scenario(classes=classes, arrivals=[walk_ins], appointments=[booked], policy=[policy])


#: By name: from the day's chance to a scenario.
SCENARIOS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "steady": _steady,
    "morning rush": _morning_rush,
    "a doctor leaves": _a_doctor_leaves,
    "mixed classes": _mixed_classes,
    "urgent bursts": _urgent_bursts,
    "appointments": _appointments,
    "own doctors": _own_doctors,
    "in turn": _in_turn,
}
