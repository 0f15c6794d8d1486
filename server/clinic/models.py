"""The clinic's own tables, filled from `clinic.toml` and never edited elsewhere (R25, R46)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Json

#: A text in every language of the clinic: `{"zh-CN": …, "en": …}`.
Texts = dict[str, str]


class Clinic(Base):
    """The clinic itself, one row: its names, and its thresholds and texts as `settings`."""

    __tablename__ = "clinic"

    id: Mapped[int] = mapped_column(primary_key=True)
    names: Mapped[Texts] = mapped_column(Json)
    logo: Mapped[str] = mapped_column(String(4))
    settings: Mapped[dict[str, Any]] = mapped_column(Json)
    file_hash: Mapped[str] = mapped_column(String(64))


class Hall(Base):
    """A waiting hall with its screens and its guides."""

    __tablename__ = "hall"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    names: Mapped[Texts] = mapped_column(Json)
    place: Mapped[Texts] = mapped_column(Json)
    depth_m: Mapped[int]
    languages: Mapped[list[str]] = mapped_column(Json)
    #: From so many waiting people on the hall is too full (R47); None where nobody is told.
    crowded_from: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True)


class Department(Base):
    """A department: its letter, its hall, what it treats, when it is open.

    `hours` is a list of `{"days": [0..6, Monday first], "from": "08:00", "to": "12:00"}` in clinic time.
    """

    __tablename__ = "department"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    hall: Mapped[str] = mapped_column(String(32), index=True)
    prefix: Mapped[str] = mapped_column(String(2))
    names: Mapped[Texts] = mapped_column(Json)
    short: Mapped[Texts] = mapped_column(Json)
    scope: Mapped[Texts] = mapped_column(Json)
    place: Mapped[Texts] = mapped_column(Json)
    way: Mapped[Texts] = mapped_column(Json)
    sensitive: Mapped[bool]
    service_minutes: Mapped[float]
    hours: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    policy: Mapped[dict[str, Any]] = mapped_column(Json)
    active: Mapped[bool] = mapped_column(default=True)


class Room(Base):
    """A consulting room; `label` is the short figure on the door ("3"), `doctor` who usually sits there."""

    __tablename__ = "room"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    department: Mapped[str] = mapped_column(String(32), index=True)
    hall: Mapped[str] = mapped_column(String(32), index=True)
    label: Mapped[str] = mapped_column(String(8))
    names: Mapped[Texts] = mapped_column(Json)
    direction: Mapped[str] = mapped_column(String(8))
    way: Mapped[Texts] = mapped_column(Json)
    doctor: Mapped[str | None] = mapped_column(String(16))
    active: Mapped[bool] = mapped_column(default=True)


class Doctor(Base):
    """A doctor: staff number, sex, title, what they are known for, and their weekly sessions."""

    __tablename__ = "doctor"

    number: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    name_en: Mapped[str] = mapped_column(String(64))
    sex: Mapped[str] = mapped_column(String(8))
    title: Mapped[Texts] = mapped_column(Json)
    department: Mapped[str] = mapped_column(String(32), index=True)
    specialities: Mapped[Texts] = mapped_column(Json)
    sessions: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    active: Mapped[bool] = mapped_column(default=True)


class Printer(Base):
    """A ticket printer, see `printers.config`. `attached_to` is the kiosk whose own computer drives it, `spare` the
    printer that takes its jobs when it is in trouble."""

    __tablename__ = "printer"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    names: Mapped[Texts] = mapped_column(Json)
    hall: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(200))
    width: Mapped[int]
    cut: Mapped[bool]
    dpi: Mapped[int] = mapped_column(default=203)
    language: Mapped[str] = mapped_column(String(16), default="raster")
    baud: Mapped[int] = mapped_column(default=9600)
    attached_to: Mapped[str | None] = mapped_column(String(32))
    spare: Mapped[str | None] = mapped_column(String(32))
    active: Mapped[bool] = mapped_column(default=True)


class Screen(Base):
    """A kiosk or a display as installed: where it stands, which hall it serves, which printer it feeds."""

    __tablename__ = "screen"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    names: Mapped[Texts] = mapped_column(Json)
    place: Mapped[Texts] = mapped_column(Json)
    hall: Mapped[str] = mapped_column(String(32))
    room: Mapped[str | None] = mapped_column(String(32))
    printer: Mapped[str | None] = mapped_column(String(32))
    active: Mapped[bool] = mapped_column(default=True)
