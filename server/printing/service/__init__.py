"""Use cases of printing: slips from queue to paper, printers as they stand, what staff and administrators do."""

from server.printing.rules import LEASE
from server.printing.service.care import drop_slips, move_slips, print_test, put_back, take_out_of_use
from server.printing.service.documents import (
    job_document,
    printers_document,
    slips_of,
    told_kiosk,
    what_follows,
)
from server.printing.service.moving import all_printers, find_printer
from server.printing.service.settings import (
    back_to_file,
    choose_settings,
    config_of,
    follow_clinic,
    settings_of,
)
from server.printing.service.spool import (
    Lease,
    anything_due,
    anything_late,
    end_job,
    fail_job,
    find_job,
    follow_ticket,
    forget_ended_jobs,
    give_up_late,
    last_job,
    lease_job,
    lose_job,
    queue_slip,
    release_unheard,
    take_back_after_start,
)
from server.printing.service.standing import find_silent_agents, follow_fault, note_seen, record_looks

__all__ = [
    "LEASE",
    "Lease",
    "all_printers",
    "anything_due",
    "anything_late",
    "back_to_file",
    "choose_settings",
    "config_of",
    "drop_slips",
    "end_job",
    "fail_job",
    "find_job",
    "find_printer",
    "find_silent_agents",
    "follow_clinic",
    "follow_fault",
    "follow_ticket",
    "forget_ended_jobs",
    "give_up_late",
    "job_document",
    "last_job",
    "lease_job",
    "lose_job",
    "move_slips",
    "note_seen",
    "print_test",
    "printers_document",
    "put_back",
    "queue_slip",
    "record_looks",
    "release_unheard",
    "settings_of",
    "slips_of",
    "take_back_after_start",
    "take_out_of_use",
    "told_kiosk",
    "what_follows",
]
