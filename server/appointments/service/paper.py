"""The paper slip of an appointment that was booked at a desk or kiosk (R65)."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from printers.appointment_slip import AppointmentSlip
from printers.slip import Both
from server.accounts.service import record_audit
from server.appointments.documents import link_fields, place_fields
from server.appointments.models import Appointment
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import Refusal
from server.core.language import text
from server.printing.places import printer_for
from server.printing.service import job_document, queue_slip
from server.queueing.service.queue import policy_of

#: The languages that paper always carries.
LANGUAGES = ("zh-CN", "en")
#: What the slip asks people to do; each stands in the catalogues.
BRING = ("appointment-slip-bring", "appointment-slip-early", "appointment-slip-change")


def queue_appointment(work: Work, row: Appointment, timezone: ZoneInfo, base_url: str) -> dict[str, Any] | None:
    """Store the print job in this same transaction; None where the house has no printer.

    Raises Refusal `appointment_over` where nobody will come for it any more.
    """
    if row.state not in ("booked", "checked_in"):
        raise Refusal("appointment_over")
    department = work.session.get_one(Department, row.department)
    hall = work.actor.halls[0] if work.actor.halls else department.hall
    printer = printer_for(work, hall)
    if printer is None:
        return None
    device = work.actor.code if work.actor.kind == "kiosk" else None
    slip = appointment_slip(work, row, timezone, base_url)
    job = queue_slip(work, printer, slip.to_json(), ticket=None, device=device)
    record_audit(work, "appointment.printed", f"appointment:{row.id}")
    return {"job": job.id} | job_document(job)


def appointment_slip(work: Work, row: Appointment, timezone: ZoneInfo, base_url: str) -> AppointmentSlip:
    """What stands on the slip of an appointment, in both languages."""
    settings, where = clinic_settings(work), place_fields(work, row)
    local = row.starts_at.astimezone(timezone)
    early = policy_of(work, row.department).early_minutes
    doctor = {name: _doctor(name, where["doctor_names"][name], where["title"].get(name, "")) for name in LANGUAGES}
    return AppointmentSlip(
        clinic=_both(settings.names), title=_say("appointment-slip-title"),
        day=Both(*(_day(language, local.date()) for language in LANGUAGES)), time=f"{local:%H:%M}",
        doctor=_both(doctor), department=_both(where["department_names"]), place=_both(where["place"]),
        code_title=_say("appointment-slip-code"), code=f"{row.code[:4]} {row.code[4:]}",
        url=link_fields(row, base_url)["url"], scan=_say("appointment-slip-scan"), copy_mark=_say("slip-copy"),
        bring=tuple(_say(name, minutes=early) for name in BRING), language=row.language,
    )  # fmt: skip


def _doctor(language: str, name: str, title: str) -> str:
    return text(language, "appointment-slip-doctor", name=name, title=title)


def _day(language: str, day: date) -> str:
    return text(
        language, "appointment-slip-day", day=day.day, month=text(language, f"month-{day.month}"),
        weekday=text(language, f"weekday-{day.isoweekday()}"),
    )  # fmt: skip


def _say(name: str, **arguments: str | int) -> Both:
    return Both(text("zh-CN", name, **arguments), text("en", name, **arguments))


def _both(texts: dict[str, str]) -> Both:
    return Both(texts.get("zh-CN", ""), texts.get("en", ""))
