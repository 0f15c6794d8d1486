"""How often a patient's phone asks (R53): often when the call is near, seldom when it is far away."""

from __future__ import annotations

NEAR, FAR = 3, 10
NEAR_SECONDS, SECONDS, FAR_SECONDS = 5, 15, 30


def ask_again_seconds(ahead: int) -> int:
    """Seconds until a phone whose ticket waits asks again, by the people before it. Thousands follow their tickets at
    once, and most of them have long to go."""
    if ahead <= NEAR:
        return NEAR_SECONDS
    return SECONDS if ahead <= FAR else FAR_SECONDS
