"""Use cases of triage: suggest, log, alarm."""

from server.triage.service.alarms import (
    claim_alarm,
    end_alarm,
    end_alarms_of,
    find_alarm,
    has_open_alarm,
    open_alarm_of,
    raise_alarm,
)
from server.triage.service.assess import (
    LAST_ALARM_LEVEL,
    Assessment,
    assess,
    danger_chips,
    fitting_speciality,
    flag_document,
    knowledge,
    suggestion_document,
    symptoms_document,
)
from server.triage.service.log import confirm_triage, last_triage, record_triage

__all__ = [
    "LAST_ALARM_LEVEL", "Assessment", "assess", "claim_alarm", "confirm_triage", "danger_chips", "end_alarm",
    "end_alarms_of", "find_alarm", "fitting_speciality", "flag_document", "has_open_alarm", "knowledge", "last_triage",
    "open_alarm_of",
    "raise_alarm", "record_triage", "suggestion_document", "symptoms_document",
]  # fmt: skip
