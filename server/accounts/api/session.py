"""Signing in and out, the hall one works in, one's own PIN (R11, R108)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import structlog
from flask import Response, g, request, session
from flask_wtf.csrf import generate_csrf
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import OperationalError

from server.accounts import service
from server.accounts.api.parts import blueprint, private, token
from server.accounts.rules import GREATEST_LENGTH, TOUCH_EVERY
from server.core.database import Actor
from server.core.seal import hash_token
from server.web.context import database, state
from server.web.requests import actor, body, needs

log = structlog.get_logger()

_csrf: Callable[[], str] = generate_csrf
_MOST_REMEMBERED = 10_000


class SignIn(BaseModel):
    """A staff number and its PIN or password."""

    model_config = ConfigDict(extra="forbid")
    number: str = Field(min_length=1, max_length=16)
    pin: str = Field(min_length=1, max_length=GREATEST_LENGTH)


class ChosenHall(BaseModel):
    """The hall to work in."""

    model_config = ConfigDict(extra="forbid")
    hall: str = Field(min_length=1, max_length=32)


class OwnPin(BaseModel):
    """One's own PIN, the old and the new."""

    model_config = ConfigDict(extra="forbid")
    pin: str = Field(min_length=1, max_length=GREATEST_LENGTH)
    new_pin: str = Field(min_length=1, max_length=GREATEST_LENGTH)


@blueprint.post("/session")
def sign_in() -> Response:
    """Sign in with staff number and PIN. 401 `wrong_pin`, 429 `too_many_tries`."""
    given = body(SignIn)
    signed_in = service.sign_in(database(), given.number, given.pin, request.remote_addr)
    if former := session.get("token"):
        with database().write(Actor("staff", signed_in.staff["number"])) as work:
            service.sign_out(work, former)
    session.clear()
    session["token"] = signed_in.token
    return private({"staff": signed_in.staff, "csrf": _csrf()})


@blueprint.get("/session")
@needs("staff")
def see_session() -> Response:
    """Who is signed in, and a fresh CSRF token."""
    with database().read(actor()) as work:
        staff = service.describe_session(work, token())
    return private({"staff": staff, "csrf": _csrf()} if session.get("token") else {"staff": staff})


@blueprint.delete("/session")
@needs("staff")
def sign_out() -> tuple[str, int]:
    """Sign out."""
    with database().write(actor()) as work:
        service.sign_out(work, token())
    session.clear()
    return "", 204


@blueprint.post("/session/hall")
@needs("staff")
def choose_hall() -> Response:
    """Choose the hall to work in. 403 `not_your_hall`."""
    given = body(ChosenHall)
    with database().write(actor()) as work:
        staff = service.choose_hall(work, token(), given.hall)
    return private({"staff": staff})


@blueprint.post("/session/pin")
@needs("staff")
def change_own_pin() -> tuple[str, int]:
    """Choose one's own PIN; other sessions of the same person end."""
    given = body(OwnPin)
    service.change_own_pin(
        database(), actor().code, given.pin, given.new_pin,
        address=request.remote_addr, keep_session=hash_token(token()),
    )  # fmt: skip
    return "", 204


class _LastKept:
    """When each session's use was last kept, so that most requests write nothing."""

    def __init__(self) -> None:
        self._at: dict[str, datetime] = {}

    def is_due(self, key: str, now: datetime) -> bool:
        """Whether to keep it again; from then on it is not due for some minutes."""
        last = self._at.get(key)
        if last is not None and now - last < TOUCH_EVERY:
            return False
        if len(self._at) >= _MOST_REMEMBERED:
            self._at.clear()
        self._at[key] = now
        return True


_last_kept = _LastKept()


@blueprint.after_app_request
def keep_session_alive(answer: Response) -> Response:
    """Note that a browser's session was used; a busy database must not spoil the answer that stands."""
    used = session.get("token")
    found: Actor | None = g.get("actor")
    if used and found is not None and found.kind == "staff" and answer.status_code < 500:
        if not _last_kept.is_due(hash_token(used), state().clock.now()):
            return answer
        try:
            with database().write(found) as work:
                service.touch_session(work, used)
        except OperationalError as fault:
            log.warning("session_not_kept", kind=type(fault.orig).__name__)
    return answer
