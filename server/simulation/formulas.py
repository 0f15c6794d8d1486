"""What queueing theory says exactly of simple queues: the simulation is checked against it. Rates are per minute."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial


def erlang_c(servers: int, offered: float) -> float:
    """The share of arrivals who must wait in M/M/c (Erlang 1917). `offered`: arrival rate × mean service."""
    top = offered**servers / factorial(servers) * servers / (servers - offered)
    return top / (sum(offered**busy / factorial(busy) for busy in range(servers)) + top)


def mean_wait(servers: int, arrival_rate: float, mean_service: float) -> float:
    """Mean minutes of waiting in M/M/c, first come first served: C / (cμ - λ)."""
    offered = arrival_rate * mean_service
    return erlang_c(servers, offered) / (servers / mean_service - arrival_rate)


def cobham(loads: Sequence[float], mean_service: float) -> list[float]:
    """Mean minutes of waiting by class in M/M/1 with fixed priority and without preemption, the first class first
    (Cobham 1954). `loads`: the share of the server's time that each class takes."""
    going_on = sum(loads) * mean_service
    return [
        going_on / ((1 - sum(loads[:place])) * (1 - sum(loads[: place + 1]))) for place in range(len(loads))
    ]  # fmt: skip


def accumulating(loads: Sequence[float], rates: Sequence[float], first_come_wait: float) -> list[float]:
    """Mean minutes of waiting by class where priority grows with waiting (Kleinrock 1964; Stanford, Taylor, Ziedins
    2014), equal exponential services. Classes by falling `rates`; `loads`: shares of all servers' time;
    `first_come_wait`: the wait of all under first come first served, of M/M/1 or M/M/c."""
    waits = [0.0] * len(loads)
    for place in range(len(loads) - 1, -1, -1):
        slower = sum(
            loads[other] * waits[other] * (1 - rates[other] / rates[place]) for other in range(place + 1, len(loads))
        )
        faster = sum(loads[other] * (1 - rates[place] / rates[other]) for other in range(place))
        waits[place] = (first_come_wait - slower) / (1 - faster)
    return waits
