"""From the text of a scenario file to its checked shape, or every trouble by line and key."""

from __future__ import annotations

from collections.abc import Iterator

from server.clinic.file import read_checked
from server.clinic.file.lines import Path
from server.simulation.scenario.shape import Scenario, Span

Finding = tuple[Path, str]


def read_scenario(text: str, file_name: str) -> Scenario:
    """The scenario of a file. Raises ClinicFileError naming every trouble, by line."""
    return read_checked(text, file_name, Scenario, findings)


def findings(scenario: Scenario) -> list[Finding]:
    """What does not agree between the sections; empty where the file is sound."""
    return [*_classes(scenario), *_names(scenario), *_spans(scenario), *_nobody(scenario)]


def _classes(scenario: Scenario) -> Iterator[Finding]:
    known = {one.code for one in scenario.classes}
    listed = ", ".join(sorted(known))
    for position, arrivals in enumerate(scenario.arrivals):
        for code in arrivals.shares:
            if code not in known:
                yield ("arrivals", position, "shares", code), f"a class that is there ({listed})"
        weights = arrivals.shares or {one.code: one.share for one in scenario.classes}
        if arrivals.per_hour and not sum(weights.values()):
            yield ("arrivals", position), "a share above 0 for at least one class"
    for position, booked in enumerate(scenario.appointments):
        if booked.patient_class not in known:
            yield ("appointments", position, "class"), f"a class that is there ({listed})"


def _names(scenario: Scenario) -> Iterator[Finding]:
    for section, names in (
        ("class", [one.code for one in scenario.classes]),
        ("doctor", [one.name for one in scenario.doctors]),
        ("policy", [one.name for one in scenario.policies]),
    ):
        for position, name in enumerate(names):
            if name in names[:position]:
                yield (section, position), f'a name that no other {section} has; "{name}" stands twice'


def _spans(scenario: Scenario) -> Iterator[Finding]:
    for position, arrivals in enumerate(scenario.arrivals):
        yield from _backwards(("arrivals", position), arrivals)
    for position, booked in enumerate(scenario.appointments):
        yield from _backwards(("appointments", position), booked)
    for position, doctor in enumerate(scenario.doctors):
        last = 0.0
        for number, shift in enumerate(doctor.shifts):
            path: Path = ("doctor", position, "shifts", number)
            yield from _backwards(path, shift)
            if shift.minutes[0] < last:
                yield (*path, "from"), "a shift that begins after the one before has ended"
            last = shift.minutes[1]


def _backwards(path: Path, span: Span) -> Iterator[Finding]:
    if span.minutes[1] <= span.minutes[0]:
        yield (*path, "to"), f"a time after {span.start}"


def _nobody(scenario: Scenario) -> Iterator[Finding]:
    if not scenario.arrivals and not scenario.appointments:
        yield ("name",), "[[arrivals]] or [[appointments]]: nobody comes"

