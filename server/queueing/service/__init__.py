"""What can be done with a ticket: one function a use case."""

from server.queueing.service.arrange import arrange, change_doctor, open_arrangement, open_arrangements
from server.queueing.service.assign import assign, doctor_by_wish, on_duty
from server.queueing.service.call import call_next, call_ticket, recall
from server.queueing.service.issue import NewTicket, issue_ticket, ticket_token
from server.queueing.service.move import (
    arrive,
    cancel,
    finish,
    hand_over,
    leave,
    lower_urgency,
    mark_missed,
    raise_urgency,
    return_to_queue,
)
from server.queueing.service.priority import set_priority
from server.queueing.service.queue import (
    candidates,
    find_ticket,
    find_ticket_by_token,
    find_tickets_by_number,
    ticket_history,
    waiting_tickets,
)
from server.queueing.service.rooms import room_state, rooms_now, rooms_on_duty, seat_doctor, set_room_state
from server.queueing.service.transfer import transfer
from server.queueing.service.undo import undo

__all__ = [
    "NewTicket", "arrange", "arrive", "assign", "call_next", "call_ticket", "cancel", "candidates",
    "change_doctor", "doctor_by_wish", "find_ticket", "find_ticket_by_token", "find_tickets_by_number",
    "finish", "hand_over", "issue_ticket", "leave", "lower_urgency", "mark_missed", "on_duty",
    "open_arrangement", "open_arrangements", "raise_urgency", "recall", "return_to_queue",
    "room_state", "rooms_now", "rooms_on_duty", "seat_doctor", "set_priority", "set_room_state",
    "ticket_history", "ticket_token", "transfer", "undo", "waiting_tickets",
]  # fmt: skip
