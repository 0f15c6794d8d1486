"""How areas take part in each other's transactions: the one place where that is said."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from server.core.database import Database
from server.queueing.service.arrange import follow_doctor, follow_room
from server.queueing.service.rooms import install_rooms
from server.realtime.projection import Projection
from server.realtime.service import refuse_calls_in_emergency
from server.waiting.service import follow_prediction, follow_ticket


def wire(database: Database, timezone: ZoneInfo) -> Projection:
    """Let rooms follow the clinic's file, apologies and doctors follow tickets, calls stop for an evacuation, and every
    announced change reach its hall's documents."""
    projection = Projection(timezone)
    database.subscribe("clinic.applied", install_rooms)
    database.subscribe("ticket.moved", follow_ticket)
    database.subscribe("ticket.moved", follow_prediction)
    database.subscribe("ticket.moved", follow_doctor)
    database.subscribe("room.changed", follow_room)
    database.subscribe("room.calling", refuse_calls_in_emergency)
    database.before_commit(projection)
    return projection
