"""Which doctor: who of those on duty is known for the complaint, and how long each takes (R25, R37)."""

from __future__ import annotations

from typing import Any

from server.triage.service import Assessment, fitting_speciality

#: Behind every range: nobody can say how long it takes.
_NOBODY_CAN_SAY = 10_000


def doctors_for(doctors: list[dict[str, Any]], department: str, assessment: Assessment) -> list[dict[str, Any]]:
    """The doctors on duty in a department, as the house's directory has them, each with what of their speciality speaks
    of the complaint (`fits`, by language, or None); those first, then the shorter wait. Nobody with a red flag is
    offered a choice (R22)."""
    if assessment.is_alarm:
        return []
    here = [
        doctor | {"fits": fitting_speciality(doctor["specialities"], assessment)}
        for doctor in doctors
        if doctor["on_duty"] and doctor["department"] == department
    ]
    return sorted(here, key=lambda doctor: (doctor["fits"] is None, _likely(doctor), doctor["number"]))


def _likely(doctor: dict[str, Any]) -> int:
    return int(doctor["estimate"]["likely"]) if doctor["estimate"] else _NOBODY_CAN_SAY
