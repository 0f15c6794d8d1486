"""One function a use case; each is one transaction over several areas."""

from server.reception.service.again import held_tickets, print_held
from server.reception.service.another_time import another_time, plan_after
from server.reception.service.arrival import TicketOrder, take_ticket
from server.reception.service.directory import clinic_document, open_now
from server.reception.service.doctors import doctors_for
from server.reception.service.moving import move_patient
from server.reception.service.second_step import second_step
from server.reception.service.seen import public_ticket, staff_ticket
from server.reception.service.urgent import alarm_from_kiosk, confirm_department, feel_worse, settle_alarm

__all__ = [
    "TicketOrder", "alarm_from_kiosk", "another_time", "clinic_document", "confirm_department", "doctors_for",
    "feel_worse", "held_tickets", "move_patient", "open_now", "plan_after", "print_held", "public_ticket",
    "second_step", "settle_alarm", "staff_ticket", "take_ticket",
]  # fmt: skip
