"""What a scenario file may hold; docs/scenarios/ shows each key with a comment. An unknown key is refused by name."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from server.clinic.file.shape import Policy as PolicyShape
from server.clinic.file.shape import Shape
from server.clinic.rules import minutes_of
from server.queueing.rules.ordering import Policy


def _number(given: Any) -> Any:
    """A whole number is a number too; anything else is refused as it stands."""
    return float(given) if isinstance(given, int) and not isinstance(given, bool) else given


def _clock(given: str) -> str:
    minutes_of(given)
    return given


Share = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1)]
Minutes = Annotated[float, BeforeValidator(_number), Field(ge=0, le=600)]
Clock = Annotated[str, AfterValidator(_clock)]
Name = Annotated[str, Field(min_length=1, max_length=60)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")]


class Length(Shape):
    """How long something lasts. `cv2`: variance ÷ mean²; 0 is always the same, 1 the spread of an exponential."""

    mean_minutes: Annotated[float, BeforeValidator(_number), Field(gt=0, le=600)]
    cv2: Annotated[float, BeforeValidator(_number), Field(ge=0, le=4)] = 0.25
    shape: Literal["lognormal", "gamma", "exponential"] = "lognormal"


class Span(Shape):
    """From one time of day to another."""

    start: Clock = Field(alias="from")
    to: Clock

    @property
    def minutes(self) -> tuple[float, float]:
        """Minutes since midnight."""
        return float(minutes_of(self.start)), float(minutes_of(self.to))


class Arrivals(Span):
    """People who come without an appointment: as many an hour, at random. `shares` replaces those of the classes."""

    per_hour: Annotated[float, BeforeValidator(_number), Field(ge=0, le=6000)]
    shares: dict[Code, Share] = Field(default_factory=dict)


class Results(Shape):
    """Back with results: what share is sent to an examination, for how long, and what the doctor needs then."""

    share: Share
    away: Length
    service: Length


class PatientClass(Shape):
    """One kind of patient. `share`: its weight among those who come without an appointment; `returning_share` of them
    were seen before, by any of the doctors, and belong to that one where the policy says so (R31); `wish_share` ask for
    one doctor (R38)."""

    code: Code
    share: Share = 0.0
    urgency: Literal[3, 4] = 4
    service: Length
    results: Results | None = None
    elder_share: Share = 0.0
    returning_share: Share = 0.0
    wish_share: Share = 0.0
    missed_share: Annotated[float, BeforeValidator(_number), Field(ge=0, le=0.9)] = 0.0


class Appointments(Span):
    """Booked places: so many at each slot, each with a doctor where `with_doctor` says so. Patients come
    `early_minutes` before, give or take `spread_minutes`."""

    patient_class: Code = Field(alias="class")
    every_minutes: Annotated[int, Field(ge=1, le=240)]
    places: Annotated[int, Field(ge=1, le=100)] = 1
    with_doctor: bool = False
    no_show: Share = 0.1
    early_minutes: Minutes = 10.0
    spread_minutes: Minutes = 8.0


class DoctorShape(Shape):
    """Who works when; the end of a shift lets the last patient finish. `pace`: 1.2 takes a fifth longer."""

    name: Name
    pace: Annotated[float, BeforeValidator(_number), Field(ge=0.2, le=5)] = 1.0
    shifts: Annotated[list[Span], Field(min_length=1)]


class Missed(Shape):
    """A missed call: for how long the room waits, and when the patient signs in again, on average."""

    holds_minutes: Minutes = 2.0
    back_after_minutes: Minutes = 12.0


class NamedPolicy(PolicyShape):
    """A policy to compare: as in clinic.toml, with a name."""

    name: Name

    def as_rule(self) -> Policy:
        """As the ordering rules take it."""
        return Policy(**self.model_dump(exclude={"name"}))


class Scenario(Shape):
    """A whole scenario file."""

    name: Name
    see_everyone: bool = True
    long_wait_minutes: Annotated[int, Field(ge=1, le=600)] = 20
    arrivals: list[Arrivals] = Field(default_factory=list)
    classes: Annotated[list[PatientClass], Field(alias="class", min_length=1)]
    appointments: list[Appointments] = Field(default_factory=list)
    doctors: Annotated[list[DoctorShape], Field(alias="doctor", min_length=1)]
    missed: Missed = Missed()
    policies: Annotated[list[NamedPolicy], Field(alias="policy", min_length=1)]
