"""Live figures of a hall and its departments (R54)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from server.clinic.models import Department
from server.core.clock import elapsed_seconds, instant
from server.core.database import Work
from server.queueing.models import Ticket
from server.waiting.rules.figures import wait_figures


def department_figures(work: Work, code: str, service_day: date, limit_minutes: float) -> dict[str, Any]:
    """Waiting now, since when the longest waits, median and 90th percentile in minutes, share over the limit."""
    waiting = list(
        work.session.scalars(
            select(Ticket.waiting_since).where(Ticket.department == code, Ticket.state == "waiting")
        )
    )
    called = work.session.scalars(
        select(Ticket.waited_seconds).where(
            Ticket.service_day == service_day, Ticket.department == code, Ticket.waited_seconds.is_not(None)
        )
    )
    figures = wait_figures(
        [seconds / 60 for seconds in called if seconds is not None],
        [elapsed_seconds(since, work.now) / 60 for since in waiting],
        limit_minutes,
    )
    return {
        "waiting": figures.waiting,
        "longest_wait_since": instant(min(waiting)) if waiting else None,
        "median": _tenth(figures.median),
        "p90": _tenth(figures.p90),
        "share_over_20": None if figures.share_over is None else round(figures.share_over, 3),
        "over_20": sum(1 for since in waiting if elapsed_seconds(since, work.now) > limit_minutes * 60),
    }


def day_figures(work: Work, hall: str, service_day: date, limit_minutes: float) -> dict[str, Any]:
    """The hall's figures, and those of each of its departments."""
    codes = work.session.scalars(
        select(Department.code)
        .where(Department.hall == hall, Department.active.is_(True))
        .order_by(Department.position)
    )
    each = {code: department_figures(work, code, service_day, limit_minutes) for code in codes}
    longest = [row["longest_wait_since"] for row in each.values() if row["longest_wait_since"]]
    return {
        "waiting": sum(row["waiting"] for row in each.values()),
        "over_20": sum(row["over_20"] for row in each.values()),
        "longest_wait_since": min(longest) if longest else None,
        "per_department": each,
    }


def _tenth(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
