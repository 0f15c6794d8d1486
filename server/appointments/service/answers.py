"""Bookings and changes of time as they are asked for from outside: once for a request, with the answer kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from server.appointments.documents import appointment_document, booked_document, public_document
from server.appointments.service.booking import Booking, book
from server.appointments.service.changing import NewTime, reschedule
from server.appointments.service.keeping import appointment_token, find_by_token
from server.appointments.service.paper import queue_appointment
from server.appointments.service.persons import named_person, person_for
from server.core.answers import keep_answer, kept_answer
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.registration import hashes
from server.registration.fields import PatientFields


@dataclass(frozen=True)
class BookingOrder:
    """What a kiosk or desk asks for: `ref` is who was found, `patient` who is new or has given name and phone."""

    request_id: str
    booking: Booking
    consent: bool
    base_url: str
    ref: str | None = None
    patient: PatientFields | None = None


def take_booking(work: Work, order: BookingOrder, timezone: ZoneInfo) -> tuple[dict[str, Any], bool]:
    """The answer to a booking, and whether it is new (False: the same request was answered before).

    Raises as `book`, Invalid `consent_required` (R106), Refusal `patient_ref_expired`.
    """
    kept = kept_answer(work, "appointment", order.request_id)
    if kept is not None:
        return kept, False
    _require_consent(order.consent)
    person = person_for(work, order.ref, order.patient, work.now.astimezone(timezone).date())
    row = book(work, person, order.booking, timezone)
    answer = booked_document(work, row, timezone, order.base_url)
    if work.actor.kind == "kiosk":
        answer["print"] = queue_appointment(work, row, timezone, order.base_url)
    keep_answer(work, "appointment", order.request_id, answer)
    return answer, True


def take_own_booking(
    work: Work, request_id: str, name: str, phone: str, booking: Booking, timezone: ZoneInfo, base_url: str,
    *, consent: bool,
) -> tuple[dict[str, Any], bool]:  # fmt: skip
    """A booking online, by name and phone. The answer is kept for this phone: whoever repeats somebody else's request
    without it gets nothing of theirs. Raises as `book`, Invalid (`name`, `phone`, `consent`)."""
    person = named_person(name, phone, work.now.astimezone(timezone).date())
    request = f"{hashes.phone_hash(person.phone or '')}\0{hashes.name_hash(person.name or '')}\0{request_id}"
    kept = kept_answer(work, "own_appointment", request)
    if kept is not None:
        return kept, False
    _require_consent(consent)
    row = book(work, person, replace(booking, channel="web"), timezone)
    answer = public_document(work, row, timezone, base_url) | {"token": appointment_token(row.id)}
    keep_answer(work, "own_appointment", request, answer)
    return answer, True


def change_time(
    work: Work, request_id: str, identifier: str, to: NewTime, timezone: ZoneInfo, base_url: str
) -> dict[str, Any]:
    """A new time by staff: the appointment as it is now and as it was; once for a request. Raises as `reschedule`."""
    kept = kept_answer(work, "reschedule", f"{identifier}\0{request_id}")
    if kept is not None:
        return kept
    old, new = reschedule(work, identifier, to, timezone)
    answer = {
        "appointment": booked_document(work, new, timezone, base_url),
        "before": appointment_document(work, old, timezone),
    }
    keep_answer(work, "reschedule", f"{identifier}\0{request_id}", answer)
    return answer


def change_own_time(
    work: Work, request_id: str, token: str, to: NewTime, timezone: ZoneInfo, base_url: str
) -> dict[str, Any]:
    """A new time by the patient, through the appointment's link; once for a request. Raises as `reschedule`."""
    kept = kept_answer(work, "own_reschedule", f"{token}\0{request_id}")
    if kept is not None:
        return kept
    _, new = reschedule(work, find_by_token(work, token).id, to, timezone)
    answer = public_document(work, new, timezone, base_url) | {"token": appointment_token(new.id)}
    keep_answer(work, "own_reschedule", f"{token}\0{request_id}", answer)
    return answer


def _require_consent(consent: bool) -> None:
    if not consent:
        raise Invalid([FieldProblem("consent", "consent_required")])
