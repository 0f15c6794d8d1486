"""Use cases of registration: check, register, find and confirm patients, record visits, read for staff."""

from server.registration.service.checking import Normalised, check_fields, check_patient
from server.registration.service.finding import (
    Candidate,
    Found,
    describe_candidate,
    find_patients,
    read_ref,
    ref_for,
)
from server.registration.service.patients import confirm_patient, note_special, register_patient
from server.registration.service.staff import Person, find_visits, person_of_ticket
from server.registration.service.visits import change_visit_class, last_visit, record_visit, set_no_fee

__all__ = [
    "Candidate", "Found", "Normalised", "Person", "change_visit_class", "check_fields", "check_patient",
    "confirm_patient", "describe_candidate", "find_patients", "find_visits", "last_visit", "note_special",
    "person_of_ticket", "read_ref", "record_visit", "ref_for", "register_patient", "set_no_fee",
]  # fmt: skip
