"""What `clinic.toml` may hold: one model for a section. A key that is not here is refused by name."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from printers.config import Dpi, Kind, Language, PaperWidth
from server.clinic.rules import days_of, minutes_of

LANGUAGES = ("zh-CN", "en")


def _texts(given: Any) -> Any:
    """`zh` is short for `zh-CN`."""
    if isinstance(given, dict):
        return {"zh-CN" if key == "zh" else key: value for key, value in given.items()}
    return given


def _in_every_language(texts: dict[str, str]) -> dict[str, str]:
    missing = [language for language in LANGUAGES if not texts.get(language, "").strip()]
    if missing:
        raise ValueError('a text in both languages: { zh = "…", en = "…" }')
    return texts


def _clock(given: str) -> str:
    minutes = minutes_of(given)
    return f"{minutes // 60:02}:{minutes % 60:02}"


Line = Annotated[str, Field(max_length=300)]
Texts = Annotated[dict[str, Line], BeforeValidator(_texts), AfterValidator(_in_every_language)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")]
Number = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,16}$")]
Prefix = Annotated[str, Field(pattern=r"^[A-HJ-NP-Z]{1,2}$")]
Minutes = Annotated[int, Field(ge=1, le=600)]
Seconds = Annotated[int, Field(ge=1, le=3600)]


Turns = Annotated[int, Field(ge=1, le=6)]
Limit = Annotated[int, Field(ge=0, le=600)]
Lane = Literal["urgent", "appointment", "priority", "return", "missed", "first"]


def _as_tuple(given: Any) -> Any:
    """TOML has lists only."""
    return tuple(given) if isinstance(given, list) else given


class Shape(BaseModel):
    """Refuses unknown keys, and wrong types instead of guessing."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True, frozen=True)


class Span(Shape):
    """`{ days = "Mon-Fri", from = "08:00", to = "12:00" }`."""

    days: Annotated[str, AfterValidator(lambda words: days_of(words) and words)]
    start: Annotated[str, AfterValidator(_clock)] = Field(alias="from")
    to: Annotated[str, AfterValidator(_clock)]

    def stored(self) -> dict[str, Any]:
        """As the rules read it."""
        return {"days": days_of(self.days), "from": self.start, "to": self.to}


class Policy(Shape):
    """Who is next: a preset of the ordering rules (R29, R30); what each figure does stands in docs/rules.md."""

    kind: Literal["arrival", "urgency_arrival", "interleave", "accumulating"] = "urgency_arrival"
    first_per_return: Turns = 2
    first_per_missed: Turns = 2
    first_per_priority: Turns = 2
    yield_after: Turns = 3
    limit_minutes: Annotated[tuple[Limit, Limit, Limit, Limit], BeforeValidator(_as_tuple)] = (0, 10, 30, 60)
    priority_age: Annotated[int, Field(ge=60, le=150)] = 80
    early_minutes: Minutes = 10
    late_minutes: Minutes = 15
    slot_minutes: Literal[5, 10, 15, 20, 30, 60] = 15
    missed: Literal["inserted", "places_back", "slot_end"] = "inserted"
    places_back: Annotated[int, Field(ge=1, le=50)] = 5
    assign: Literal["pool", "rotation"] = "pool"
    own_doctor: bool = False
    rates: dict[Lane, Annotated[float, Field(gt=0, le=100, strict=False)]] = {}


class ClinicEntry(Shape):
    """The house itself."""

    name: Texts
    logo: Annotated[str, Field(min_length=1, max_length=4)]
    desk: Texts
    taking_numbers: Annotated[list[Span], Field(min_length=1)]


class Thresholds(Shape):
    """Figures after which something happens (R51, R52, R49 and the faces)."""

    apology_minutes: Minutes = 20
    escalate_minutes: Minutes = 3
    message_minutes: Minutes = 3
    education_minutes: Minutes = 15
    undo_seconds: Seconds = 10
    call_shown_seconds: Seconds = 3
    idle_warn_seconds: Seconds = 30
    idle_wipe_seconds: Seconds = 50
    day_starts_hour: Annotated[int, Field(ge=0, le=12)] = 4
    stale_days: Annotated[int, Field(ge=1, le=3650)] = 365


class Appointments(Shape):
    """How this house books (R65–R75)."""

    unit_minutes: Literal[15] = 15
    horizon_days: Annotated[int, Field(ge=1, le=366)] = 28
    book_online: bool = True
    no_show_limit: Annotated[int, Field(ge=0, le=100)] = 3
    online_limit: Annotated[int, Field(ge=1, le=100)] = 5
    remind_from_hour: Annotated[int, Field(ge=0, le=19)] = 9
    walk_in_only: list[Code] = []


Say = Literal["twice", "once", "chime", "nothing"]
Volume = Annotated[int, Field(ge=0, le=100)]


class QuietSpan(Span):
    """Hours in which halls are quieter, or louder; no halls means every hall."""

    halls: list[Code] = []
    volume: Volume | None = None
    say: Say | None = None


class VoiceEntry(Shape):
    """The voice of the displays: whose it is, how fast and loud, and how much is said at which hours (R61, R62)."""

    source: Literal["server", "clips", "browser"] = "server"
    rate: Annotated[int, Field(ge=50, le=200)] = 100
    volume: Volume = 80
    say: Say = "twice"
    hours: list[QuietSpan] = []


class Printing(Shape):
    """How slips are handled (R59, R105)."""

    ask_seconds: Annotated[int, Field(ge=2, le=600)] = 3
    drop_after_minutes: Annotated[int, Field(ge=1, le=240)] = 10


class HallEntry(Shape):
    """A waiting hall."""

    code: Code
    name: Texts
    place: Texts
    depth_m: Annotated[int, Field(ge=1, le=60)]
    languages: Annotated[list[Literal["zh-CN", "en"]], Field(min_length=1)] = ["zh-CN", "en"]
    crowded_from: Annotated[int, Field(ge=1, le=10_000)] | None = None


class DepartmentEntry(Shape):
    """A department; `short` is its name where space is little."""

    code: Code
    prefix: Prefix
    hall: Code
    name: Texts
    short: Texts | None = None
    scope: Texts
    place: Texts
    way: Texts
    sensitive: bool = False
    service_minutes: Annotated[float, Field(gt=0, le=240, strict=False)]
    hours: Annotated[list[Span], Field(min_length=1)]
    policy: Policy | None = None


class RoomEntry(Shape):
    """A consulting room; `label` is what is written on its door."""

    code: Code
    department: Code
    label: Annotated[str, Field(pattern=r"^[0-9A-Z]{1,8}$")]
    name: Texts | None = None
    direction: Literal["left", "right", "up", "none"]
    way: Texts
    doctor: Number | None = None


class DoctorEntry(Shape):
    """A doctor and the weekly sessions."""

    number: Number
    name: Annotated[str, Field(min_length=1, max_length=40)]
    name_en: Annotated[str, Field(min_length=1, max_length=64)]
    sex: Literal["male", "female", "other", "unknown"]
    title: Texts
    department: Code
    specialities: Texts
    sessions: Annotated[list[Span], Field(min_length=1)]


class PrinterEntry(Shape):
    """A ticket printer: what `printers.config.PrinterConfig` says of it, `attached_to` the kiosk whose own computer
    drives it, and the printer that takes over."""

    code: Code
    name: Texts
    hall: Code
    kind: Kind = "virtual"
    address: Annotated[str, Field(max_length=200)] = ""
    width_mm: PaperWidth = 80
    dpi: Dpi = 203
    language: Language = "raster"
    baud: Literal[9600, 19200, 38400, 57600, 115200] = 9600
    cut: bool = True
    attached_to: Code | None = None
    spare: Code | None = None


class KioskEntry(Shape):
    """A kiosk as installed."""

    code: Code
    name: Texts
    place: Texts
    hall: Code
    printer: Code | None = None


class DisplayEntry(Shape):
    """A display: of a whole hall, or of one room's door."""

    code: Code
    name: Texts
    place: Texts
    hall: Code
    room: Code | None = None


class NoticeEntry(Shape):
    """A notice that the displays show in turn."""

    code: Code
    text: Texts


class ClinicFile(Shape):
    """The whole file."""

    clinic: ClinicEntry
    thresholds: Thresholds = Thresholds()
    policy: Policy = Policy()
    appointments: Appointments = Appointments()
    voice: VoiceEntry = VoiceEntry()
    printing: Printing = Printing()
    halls: Annotated[list[HallEntry], Field(alias="hall", min_length=1)]
    departments: Annotated[list[DepartmentEntry], Field(alias="department", min_length=1)]
    rooms: Annotated[list[RoomEntry], Field(alias="room", min_length=1)]
    doctors: Annotated[list[DoctorEntry], Field(alias="doctor")] = []
    printers: Annotated[list[PrinterEntry], Field(alias="printer")] = []
    kiosks: Annotated[list[KioskEntry], Field(alias="kiosk")] = []
    displays: Annotated[list[DisplayEntry], Field(alias="display")] = []
    notices: Annotated[list[NoticeEntry], Field(alias="notice")] = []
    education: dict[Code, Annotated[list[Texts], Field(min_length=1, max_length=9)]] = {}
