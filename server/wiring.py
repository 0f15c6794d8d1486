"""How areas take part in each other's transactions: the one place where that is said."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from server.appointments.service import conflicts, signing_in
from server.core.database import Database, Work
from server.printing.service import follow_clinic, follow_fault
from server.printing.service import follow_ticket as follow_slip
from server.queueing.service.arrange import follow_patient, follow_room
from server.queueing.service.rooms import install_rooms
from server.realtime.projection import Projection
from server.realtime.service import refuse_calls_in_emergency
from server.reception.service.second_step import follow_first_step
from server.waiting.service import follow_prediction, follow_ticket


def wire(database: Database, timezone: ZoneInfo) -> Projection:
    """Let rooms, appointments and printers follow the clinic's file, apologies, doctors, appointments and slips follow
    tickets, calls stop for an evacuation, and every announced change reach its hall's documents."""

    def find_conflicts(work: Work, **_facts: Any) -> None:
        conflicts.follow_clinic(work, timezone)

    projection = Projection(timezone)
    database.subscribe("clinic.applied", install_rooms)
    database.subscribe("clinic.applied", find_conflicts)
    database.subscribe("clinic.applied", follow_clinic)
    database.subscribe("fault.settled", follow_fault)
    database.subscribe("ticket.moved", follow_slip)
    database.subscribe("ticket.moved", follow_ticket)
    database.subscribe("ticket.moved", follow_prediction)
    database.subscribe("ticket.moved", follow_patient)
    database.subscribe("ticket.moved", signing_in.follow_ticket)
    database.subscribe("ticket.moved", follow_first_step)
    database.subscribe("room.changed", follow_room)
    database.subscribe("room.calling", refuse_calls_in_emergency)
    database.before_commit(projection)
    return projection
