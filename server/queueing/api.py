"""HTTP of the queue: calling into rooms, and the steps of a called patient."""

from __future__ import annotations

from typing import Literal

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import may, roles_that_may
from server.accounts.service import record_audit
from server.clinic.service import clinic_settings
from server.core.errors import FieldProblem, Forbidden, Invalid
from server.queueing import service
from server.queueing.documents import ticket_document
from server.web.context import database
from server.web.requests import actor, body, needs

blueprint = Blueprint("queueing", __name__)

CALLERS = (*roles_that_may("queue.work"), "doctor")


class Body(BaseModel):
    """A body whose fields are all named here."""

    model_config = ConfigDict(extra="forbid")


class CallNext(Body):
    """Whom to call: nobody named means whoever is next; a named ticket is a reorder, with a reason (R50)."""

    ticket: str | None = Field(default=None, max_length=36)
    reason: str = Field(default="", max_length=200)


class WithReason(Body):
    """A step whose reason is kept."""

    reason: str = Field(default="", max_length=200)


class NewPriority(Body):
    """The group of `rules.priority.GROUPS` whose papers were seen; null for none."""

    group: Literal["elder", "military", "fire_rescue"] | None


class OtherDoctor(Body):
    """The doctor's number, or null for any; why; and whether the doctor of before is not wanted."""

    doctor: str | None = Field(max_length=16)
    reason: str = Field(default="", max_length=200)
    refused: bool = False


class Arranged(Body):
    """What came of it; `doctor` with "other_doctor", null for any."""

    outcome: Literal["wait", "cover", "other_doctor", "rebook", "left", "booked", "not_wanted"]
    doctor: str | None = Field(default=None, max_length=16)


class NewRoomState(Body):
    """A room's new state, and a note for the door screen."""

    state: Literal["open", "paused", "closed"]
    note: dict[str, str] | None = None


class NewDoctor(Body):
    """Who sits in a room now; null for nobody."""

    number: str | None = Field(default=None, max_length=16)


@blueprint.post("/rooms/<code>/call-next")
@needs(*CALLERS)
def call_next(code: str) -> tuple[Response | str, int]:
    """Call the next, or a named one; 204 where nobody waits, 409 `patient_not_left` (R41)."""
    given = body(CallNext)
    with database().write(actor()) as work:
        undo = clinic_settings(work).undo_seconds
        if given.ticket is None:
            called = service.call_next(work, code, undo)
        else:
            if not may(work.actor.role, "queue.reorder"):
                raise Forbidden
            _require(given.reason)
            called = service.call_ticket(work, code, given.ticket, given.reason, undo)
            record_audit(work, "queue.reordered", f"ticket:{given.ticket}", room=code)
        if called is None:
            return "", 204
        answer = ticket_document(called.ticket, called.reason, called.call)
    return jsonify(ticket=answer, reason=answer["reason"]), 200


@blueprint.post("/tickets/<identifier>/recall")
@needs(*CALLERS)
def recall(identifier: str) -> Response:
    """Call once more."""
    with database().write(actor()) as work:
        called = service.recall(work, identifier)
        return jsonify(ticket_document(called.ticket, called.reason, called.call))


@blueprint.post("/tickets/<identifier>/<any(arrive, leave, finish, missed, undo):step>")
@needs(*CALLERS)
def take_step(identifier: str, step: str) -> Response:
    """In, out, seen, missed, or back by one."""
    with database().write(actor()) as work:
        undo = clinic_settings(work).undo_seconds
        undoable = {"arrive": service.arrive, "finish": service.finish, "missed": service.mark_missed}
        if step in undoable:
            ticket = undoable[step](work, identifier, undo)
        else:
            ticket = {"leave": service.leave, "undo": service.undo}[step](work, identifier)
        return jsonify(ticket_document(ticket))


@blueprint.post("/tickets/<identifier>/return")
@needs(*CALLERS)
def return_to_queue(identifier: str) -> Response:
    """Signed in again after a missed call, or back with results."""
    with database().write(actor()) as work:
        return jsonify(ticket_document(service.return_to_queue(work, identifier, clinic_settings(work).apology_after)))


@blueprint.post("/tickets/<identifier>/doctor")
@needs(*roles_that_may("queue.work"))
def change_doctor(identifier: str) -> Response:
    """To another doctor or to any; not wanting the doctor of before reaches the supervisor (R37, R39)."""
    given = body(OtherDoctor)
    _require(given.reason)
    with database().write(actor()) as work:
        ticket = service.change_doctor(work, identifier, given.doctor, given.reason, refused=given.refused)
        return jsonify(ticket_document(ticket))


@blueprint.post("/arrangements/<identifier>/resolve")
@needs(*roles_that_may("tasks.work"))
def arrange(identifier: str) -> Response:
    """What was arranged about a patient's doctor (R33, R36, R40)."""
    given = body(Arranged)
    with database().write(actor()) as work:
        done = service.arrange(work, identifier, given.outcome, given.doctor)
        return jsonify(id=done.id, ticket=done.ticket, state=done.state, outcome=done.outcome)


@blueprint.post("/tickets/<identifier>/priority")
@needs(*roles_that_may("queue.work"))
def set_priority(identifier: str) -> Response:
    """Papers of a group that goes ahead were seen; null takes it back (R29)."""
    given = body(NewPriority)
    with database().write(actor()) as work:
        return jsonify(ticket_document(service.set_priority(work, identifier, given.group)))


@blueprint.post("/tickets/<identifier>/cancel")
@needs(*roles_that_may("queue.work"))
def cancel(identifier: str) -> Response:
    """The place is given up, with a reason (R48)."""
    given = body(WithReason)
    _require(given.reason)
    with database().write(actor()) as work:
        return jsonify(ticket_document(service.cancel(work, identifier, given.reason)))


@blueprint.post("/rooms/<code>/state")
@needs(*roles_that_may("rooms.state"), "doctor")
def set_room_state(code: str) -> Response:
    """Open, pause or close a room (R46)."""
    given = body(NewRoomState)
    with database().write(actor()) as work:
        state = service.set_room_state(work, code, given.state, given.note)
        return jsonify(room=code, state=state.state, note=state.note)


@blueprint.post("/rooms/<code>/doctor")
@needs(*roles_that_may("rooms.assign"))
def seat_doctor(code: str) -> Response:
    """Say who sits in a room now (R33, R46)."""
    given = body(NewDoctor)
    with database().write(actor()) as work:
        state = service.seat_doctor(work, code, given.number)
        record_audit(work, "room.doctor", f"room:{code}", doctor=given.number)
        return jsonify(room=code, doctor=state.doctor)


def _require(reason: str) -> None:
    if not reason.strip():
        raise Invalid([FieldProblem("reason", "reason_required")])
