"""What the routes of this area share."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from flask import Blueprint
from pydantic import BaseModel, ConfigDict, Field

from server.web.context import state

blueprint = Blueprint("reception", __name__)

Code = Field(max_length=48)


class Body(BaseModel):
    """A body whose fields are all named."""

    model_config = ConfigDict(extra="forbid")


class Complaint(Body):
    """What hurts: in words, as chosen symptoms, where, how long; and whether it is what was treated before."""

    text: str | None = Field(default=None, max_length=2000)
    symptoms: list[str] = Field(default_factory=list, max_length=40)
    region: str | None = Field(default=None, max_length=32)
    duration: str | None = Field(default=None, pattern="^(today|days|week|month)$")
    same_problem: bool | None = None


def timezone() -> ZoneInfo:
    """The clinic's timezone."""
    return state().settings.timezone
