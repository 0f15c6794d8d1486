"""From a ticket to an appointment: at the desk, in the room, and by the ticket's own page (R48, R69)."""

from __future__ import annotations

from flask import Response, jsonify
from pydantic import Field

from server.accounts.rules import roles_that_may
from server.appointments.api.parts import Day, DoctorNumber, OwnWish, RequestId, Start, Words, limit_address
from server.appointments.service.times import TimeWish, offer_times
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import FieldProblem, Forbidden, Invalid, WrongState
from server.queueing.models import Ticket
from server.queueing.rules.states import after
from server.queueing.service import find_ticket_by_token
from server.reception import service
from server.reception.api.parts import Body, base_url, blueprint, timezone
from server.reception.api.public import PATIENT
from server.reception.service.another_time import OtherTime
from server.web.context import database
from server.web.requests import actor, body, needs


class NextVisit(Body):
    """What the doctor says about the next visit (R69)."""

    units: int
    item: Words | None = None
    earliest: Day | None = None
    doctor: DoctorNumber | None = None


class AnotherTime(Body):
    """The time that was chosen instead of waiting, and why."""

    request_id: RequestId
    doctor: DoctorNumber
    starts_at: Start
    units: int | None = None
    reason: str = Field(default="", max_length=200)


class OwnTime(Body):
    """The time that a patient chose instead of waiting."""

    request_id: RequestId
    doctor: DoctorNumber
    starts_at: Start


@blueprint.post("/tickets/<identifier>/next-visit")
@needs(*roles_that_may("appointments.plan"))
def plan_next_visit(identifier: str) -> Response:
    """How many units the next visit needs; the next booking of this patient takes it up (R69)."""
    given = body(NextVisit)
    with database().write(actor()) as work:
        plan = service.plan_after(
            work, identifier, given.units, item=given.item, earliest=given.earliest, doctor=given.doctor
        )
        return jsonify(
            id=plan.id, ticket=plan.ticket, department=plan.department, doctor=plan.doctor, units=plan.units,
            earliest=plan.earliest.isoformat() if plan.earliest else None,
        )  # fmt: skip


@blueprint.get("/tickets/<identifier>/second-step")
@needs(*roles_that_may("appointments.book"))
def see_second_step(identifier: str) -> Response:
    """For whom and with whom the second step of orthodontics is booked (R20)."""
    with database().read(actor()) as work:
        answer = jsonify(service.second_step(work, identifier))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.post("/tickets/<identifier>/rebook")
@needs(*roles_that_may("queue.work"))
def rebook(identifier: str) -> Response:
    """Leave the queue with an appointment: both in one step, or neither (R48). 409 `slot_taken`."""
    given = body(AnotherTime)
    if not given.reason.strip():
        raise Invalid([FieldProblem("reason", "reason_required")])
    to = OtherTime(given.doctor, given.starts_at, given.reason, "desk", given.units)
    with database().write(actor()) as work:
        return jsonify(service.another_time(work, identifier, given.request_id, to, timezone(), base_url()))


@blueprint.post("/public/tickets/<token>/offers")
def offer_other_times(token: str) -> Response:
    """Times at which the holder of a ticket could come instead of waiting (R48). 403 `booking_closed`."""
    given = body(OwnWish)
    limit_address("own-reading", burst=120, seconds_each=1)
    with database().read(PATIENT) as work:
        ticket = _own_ticket(work, token)
        if after(ticket.state, "cancel") is None:
            raise WrongState(ticket.state, "cancel")
        wish = TimeWish(ticket.department, given.doctor, 1, given.earliest, given.part)
        return jsonify(offers=offer_times(work, wish, timezone()))


@blueprint.post("/public/tickets/<token>/rebook")
def rebook_own(token: str) -> Response:
    """I come at another time: the place is given up and the time is mine, or neither (R48). 409 `slot_taken`."""
    given = body(OwnTime)
    limit_address("own-booking", burst=20, seconds_each=60)
    to = OtherTime(given.doctor, given.starts_at, "left_by_phone", "web")
    with database().write(PATIENT) as work:
        ticket = _own_ticket(work, token)
        answer = service.another_time(work, ticket.id, given.request_id, to, timezone(), base_url())
    told = ("code", "token", "url", "calendar_url", "starts_at")
    return jsonify({name: answer["appointment"][name] for name in told})


def _own_ticket(work: Work, token: str) -> Ticket:
    if not clinic_settings(work).appointments.book_online:
        raise Forbidden("booking_closed")
    return find_ticket_by_token(work, token[:64])
