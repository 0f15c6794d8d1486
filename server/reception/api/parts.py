"""What the routes of this area share."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from flask import Blueprint, request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from server.triage.service import knowledge
from server.web.context import state

blueprint = Blueprint("reception", __name__)

Code = Field(max_length=48)


def _known_symptoms(codes: list[str]) -> list[str]:
    known = knowledge()

    def is_known(code: str) -> bool:
        part, _, sensation = code.partition(".")
        pair = part in known.parts and sensation in known.sensations
        return pair or code in known.symptoms or code in known.regions

    return [code for code in dict.fromkeys(codes) if is_known(code)]


def _known_region(code: str | None) -> str | None:
    return code if code in knowledge().regions else None


#: What was tapped: symptoms, regions, or `part.sensation`. They are stored unsealed, so whatever the knowledge does
#: not hold is left out: a patient's own words have a field of their own.
SymptomCodes = Annotated[
    list[Annotated[str, Field(max_length=64)]], Field(max_length=40), AfterValidator(_known_symptoms)
]
#: The region that was touched; one that is not in the body picture counts as none.
RegionCode = Annotated[str | None, Field(max_length=32), AfterValidator(_known_region)]


class Body(BaseModel):
    """A body whose fields are all named."""

    model_config = ConfigDict(extra="forbid")


class Complaint(Body):
    """What hurts: in words, as chosen symptoms, where, how long; and whether it is what was treated before."""

    text: str | None = Field(default=None, max_length=2000)
    symptoms: SymptomCodes = Field(default_factory=list)
    region: RegionCode = None
    duration: str | None = Field(default=None, pattern="^(today|days|week|month)$")
    same_problem: bool | None = None


def base_url() -> str:
    """The address under which patients' phones reach this server, as the asker reached it."""
    return request.url_root.rstrip("/")


def timezone() -> ZoneInfo:
    """The clinic's timezone."""
    return state().settings.timezone
