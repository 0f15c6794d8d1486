"""What the routes of this area share: the blueprint, bodies, dates, and limits for those who ask."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, jsonify, request
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from server.accounts.rules import address_key, roles_that_may
from server.core.errors import FieldProblem, Invalid, TooMany
from server.devices.limits import Buckets
from server.registration.limiter import FindLimiter
from server.web.context import state

blueprint = Blueprint("appointments", __name__)

VIEWERS = roles_that_may("appointments.view")
BOOKERS = roles_that_may("appointments.book")

#: What a department, doctor or state is called.
CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
#: Years in which somebody may book: far outside, times cannot be reckoned with.
YEARS = range(2000, 2200)


def _sensible(value: Any) -> Any:
    if value.year not in YEARS:
        raise ValueError("not a year in which anybody books")
    return value


RequestId = Annotated[str, Field(min_length=8, max_length=64)]
Start = Annotated[AwareDatetime, AfterValidator(_sensible)]
Day = Annotated[date, AfterValidator(_sensible)]
Part = Literal["morning", "afternoon"]
DepartmentCode = Annotated[str, Field(max_length=32)]
DoctorNumber = Annotated[str, Field(max_length=16)]
Words = Annotated[str, Field(max_length=500)]


class Body(BaseModel):
    """A body whose fields are all named."""

    model_config = ConfigDict(extra="forbid")


class OwnWish(Body):
    """Which other times suit somebody who has an appointment."""

    doctor: DoctorNumber | None = None
    earliest: Day | None = None
    part: Part | None = None


def timezone() -> ZoneInfo:
    """The clinic's timezone."""
    return state().settings.timezone


def now() -> datetime:
    """The instant."""
    return state().clock.now()


def today() -> date:
    """The clinic's own date."""
    return now().astimezone(timezone()).date()


def base_url() -> str:
    """The address under which patients' phones reach this server, as the asker reached it."""
    return request.url_root.rstrip("/")


def private(content: Any) -> Response:
    """An answer that no cache may keep."""
    answer = jsonify(content)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def calendar_answer(content: bytes) -> Response:
    """A calendar file that a phone opens by itself."""
    answer = Response(content, mimetype="text/calendar")
    answer.headers["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def asked_day(name: str, default: date) -> date:
    """A date of the query, such as `?day=2026-11-24`. Raises Invalid where it is none."""
    given = request.args.get(name)
    if not given:
        return default
    try:
        day: date = _sensible(date.fromisoformat(given))
    except ValueError:
        raise Invalid([FieldProblem(name, "not_understood")]) from None
    return day


def asked_code(name: str) -> str | None:
    """A code of the query, such as `?doctor=1025`. Raises Invalid where it cannot be one."""
    given = request.args.get(name) or None
    if given is not None and not CODE.fullmatch(given):
        raise Invalid([FieldProblem(name, "not_understood")])
    return given


def limiter() -> FindLimiter:
    """Against guessing of codes and phone numbers: how often one asker may search, and how often in vain (R5)."""
    found: FindLimiter = current_app.extensions.setdefault("houzhen-appointment-limiter", FindLimiter())
    return found


def limit_address(kind: str, burst: int, seconds_each: float) -> None:
    """Let one network address, behind which a whole waiting hall may sit, ask only so often.

    Raises TooMany `too_many_requests`.
    """
    buckets: Buckets = current_app.extensions.setdefault(f"houzhen-{kind}-buckets", Buckets(burst, seconds_each))
    seconds = buckets.seconds_to_wait(address_key(request.remote_addr), now())
    if seconds:
        raise TooMany("too_many_requests", seconds)
