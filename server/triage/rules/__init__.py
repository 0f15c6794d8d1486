"""The pure rules of triage: values in, values out; nothing here knows a database, a network or a clock (R21-R28)."""

from server.triage.rules.flags import RaisedFlag
from server.triage.rules.loading import load_knowledge
from server.triage.rules.model import (
    Condition,
    Department,
    Flag,
    Knowledge,
    Names,
    Part,
    Region,
    Sensation,
    Symptom,
)
from server.triage.rules.scoring import Reason
from server.triage.rules.specialities import fitting
from server.triage.rules.suggestion import DepartmentChoice, Suggestion, suggest
from server.triage.rules.table import KnowledgeError
from server.triage.rules.wording import general_text, reason_text, symptom_name, symptom_names

__all__ = [
    "Condition",
    "Department",
    "DepartmentChoice",
    "Flag",
    "Knowledge",
    "KnowledgeError",
    "Names",
    "Part",
    "RaisedFlag",
    "Reason",
    "Region",
    "Sensation",
    "Suggestion",
    "Symptom",
    "fitting",
    "general_text",
    "load_knowledge",
    "reason_text",
    "suggest",
    "symptom_name",
    "symptom_names",
]
