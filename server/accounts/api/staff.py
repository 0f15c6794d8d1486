"""Staff and the audit trail, for administrators (R11, R108)."""

from __future__ import annotations

from typing import Literal

from flask import Response, request
from pydantic import BaseModel, ConfigDict, Field

from server.accounts import service
from server.accounts.api.parts import blueprint, private, token
from server.accounts.rules import GREATEST_LENGTH, roles_that_may
from server.core.errors import Refusal
from server.core.seal import hash_token
from server.runtime import off_loop
from server.web.context import database
from server.web.requests import actor, body, needs

#: No entry of the trail has a higher id, and no database knows a greater one.
LAST_ENTRY = 2**31 - 1

Role = Literal["administrator", "supervisor", "guide", "doctor"]


class NewStaff(BaseModel):
    """Someone to add; no halls means every hall."""

    model_config = ConfigDict(extra="forbid")
    number: str = Field(min_length=1, max_length=16)
    name: str = Field(min_length=1, max_length=64)
    role: Role
    halls: list[str] = Field(default_factory=list, max_length=200)
    pin: str = Field(min_length=1, max_length=GREATEST_LENGTH)


class ChangedStaff(BaseModel):
    """What to change of someone; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    name: str | None = Field(default=None, min_length=1, max_length=64)
    role: Role | None = None
    halls: list[str] | None = Field(default=None, max_length=200)


class NewPin(BaseModel):
    """A PIN that an administrator gives."""

    model_config = ConfigDict(extra="forbid")
    pin: str = Field(min_length=1, max_length=GREATEST_LENGTH)


@blueprint.get("/staff")
@needs(*roles_that_may("staff.manage"))
def list_staff() -> Response:
    """Everyone who signs in or once did."""
    with database().read(actor()) as work:
        return private({"staff": service.list_staff(work)})


@blueprint.post("/staff")
@needs(*roles_that_may("staff.manage"))
def add_staff() -> tuple[Response, int]:
    """Add someone. 409 `staff_exists`."""
    given = body(NewStaff)
    service.require_secret(given.pin, given.role)
    secret_hash = off_loop(service.hash_secret, given.pin)
    with database().write(actor()) as work:
        service.require_halls(work, given.halls)
        staff = service.add_staff(
            work, number=given.number, name=given.name, role=given.role, halls=given.halls,
            secret_hash=secret_hash,
        )  # fmt: skip
        described = service.describe_member(staff)
    return private(described), 201


@blueprint.post("/staff/<number>")
@needs(*roles_that_may("staff.manage"))
def update_staff(number: str) -> Response:
    """Change someone's name, role or halls. 409 `last_administrator`."""
    given = body(ChangedStaff)
    with database().write(actor()) as work:
        staff = service.update_staff(work, number, name=given.name, role=given.role, halls=given.halls)
        described = service.describe_member(staff)
    return private(described)


@blueprint.post("/staff/<number>/pin")
@needs(*roles_that_may("staff.manage"))
def set_pin(number: str) -> tuple[str, int]:
    """Give someone a new PIN; their sessions end."""
    given = body(NewPin)
    with database().read(actor()) as work:
        role = service.require_staff(work, number).role
    service.require_secret(given.pin, role)
    secret_hash = off_loop(service.hash_secret, given.pin)
    own = hash_token(token()) if number == actor().code else None
    with database().write(actor()) as work:
        service.set_pin(work, number, secret_hash, keep_session=own)
    return "", 204


@blueprint.post("/staff/<number>/deactivate")
@needs(*roles_that_may("staff.manage"))
def deactivate_staff(number: str) -> tuple[str, int]:
    """End someone's access at once. 409 `own_account`, `last_administrator`."""
    if number == actor().code:
        raise Refusal("own_account")
    with database().write(actor()) as work:
        service.deactivate_staff(work, number)
    return "", 204


@blueprint.post("/staff/<number>/activate")
@needs(*roles_that_may("staff.manage"))
def activate_staff(number: str) -> tuple[str, int]:
    """Let someone sign in again."""
    with database().write(actor()) as work:
        service.activate_staff(work, number)
    return "", 204


@blueprint.get("/audit")
@needs(*roles_that_may("audit.read"))
def list_audit() -> Response:
    """The audit trail, newest first: `?actor= &action= &subject= &before= &limit=`."""
    given = request.args
    before = given.get("before", None, int)
    limit = min(max(given.get("limit", 100, int), 1), 500)
    with database().read(actor()) as work:
        entries = service.list_audit(
            work, actor=given.get("actor"), action=given.get("action"), subject=given.get("subject"),
            before=before if before is None else max(0, min(before, LAST_ENTRY)), limit=limit,
        )  # fmt: skip
    return private({"entries": entries, "next": entries[-1]["id"] if len(entries) == limit else None})
