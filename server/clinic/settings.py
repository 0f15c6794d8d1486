"""The clinic's thresholds and texts, as the rest of the server reads them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select

from server.clinic.models import Clinic, Texts
from server.core.database import Work
from server.core.errors import Refusal


class NoClinic(Refusal):
    """No clinic.toml has been applied yet."""

    status = 503

    def __init__(self) -> None:
        super().__init__("no_clinic")


class Notice(BaseModel):
    """A notice from the file, shown in turn on the displays."""

    model_config = ConfigDict(frozen=True)

    code: str
    texts: Texts


class AppointmentSettings(BaseModel):
    """How this house books (R65–R75). Minutes, days and hours as the names say.

    `horizon_days`: how far ahead patients book for themselves. `no_show_limit`: more missed appointments than this
    within three months close booking for three months; 0 switches the rule off. `online_limit`: how many future
    appointments one phone number may hold when they are booked online. `remind_from_hour`: from when on the day
    before messages go out. `walk_in_only`: departments that patients cannot book for themselves.
    """

    model_config = ConfigDict(frozen=True)

    unit_minutes: int = 15
    horizon_days: int = 28
    book_online: bool = True
    no_show_limit: int = 3
    online_limit: int = 5
    remind_from_hour: int = 9
    walk_in_only: tuple[str, ...] = ()


class VoiceSettings(BaseModel):
    """The voice of the displays (R61, R62): `source` "server", "clips" (the clinic's recordings) or "browser" (that of
    each display's own computer); `rate` in per cent; `volume` 0–100 and what to `say` outside of `hours`, whose spans
    are those of `server.speech.rules.hours`."""

    model_config = ConfigDict(frozen=True)

    source: str = "server"
    rate: int = 100
    volume: int = 80
    say: str = "twice"
    hours: list[dict[str, Any]] = []


class PrintingSettings(BaseModel):
    """How slips are handled (R59, R105): a printer that stands idle is asked every `ask_seconds`; a slip that did not
    come out within `drop_after_minutes` is not printed late."""

    model_config = ConfigDict(frozen=True)

    ask_seconds: int = 3
    drop_after_minutes: int = 10

    @property
    def drop_after(self) -> timedelta:
        """The age at which a slip is of no use any more."""
        return timedelta(minutes=self.drop_after_minutes)


class ClinicSettings(BaseModel):
    """What `clinic.toml` says beyond its rows. Minutes, seconds, hours and days as the names say.

    `desk` is the way to the guide's desk; `taking_numbers` the weekly spans in which kiosks give numbers;
    `education` the cards of each department (R52); details older than `stale_days` are asked anew (R12); a message
    that nobody has opened within `message_minutes` stands out (R44).
    """

    model_config = ConfigDict(frozen=True)

    names: Texts
    logo: str
    desk: Texts
    taking_numbers: list[dict[str, Any]]
    apology_minutes: int
    escalate_minutes: int
    education_minutes: int
    undo_seconds: int
    call_shown_seconds: int
    idle_warn_seconds: int
    idle_wipe_seconds: int
    day_starts_hour: int
    stale_days: int
    notices: list[Notice]
    education: dict[str, list[Texts]]
    appointments: AppointmentSettings = AppointmentSettings()
    voice: VoiceSettings = VoiceSettings()
    printing: PrintingSettings = PrintingSettings()
    message_minutes: int = 3

    @property
    def apology_after(self) -> timedelta:
        """The wait after which somebody apologises in person (R51)."""
        return timedelta(minutes=self.apology_minutes)


#: The settings last read, by the hash of the file that they came from.
_kept: dict[str, ClinicSettings] = {}


def clinic_settings(work: Work) -> ClinicSettings:
    """The settings in force. Raises NoClinic before the first clinic.toml."""
    file_hash = work.session.scalar(select(Clinic.file_hash).where(Clinic.id == 1))
    if file_hash is None:
        raise NoClinic
    kept = _kept.get(file_hash)
    if kept is None:
        row = work.session.get_one(Clinic, 1)
        kept = ClinicSettings(names=row.names, logo=row.logo, **row.settings)
        _kept.clear()
        _kept[file_hash] = kept
    return kept
