"""How quick "at once" is on the machine that runs the tests."""

from __future__ import annotations

import os


def at_once(seconds: float = 1.0) -> float:
    """The time allowed; longer only where other work keeps the processors busy."""
    return seconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
