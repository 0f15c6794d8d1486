"""What must agree between the sections of `clinic.toml`. Each finding: a path and a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from server.clinic.file.lines import Path
from server.clinic.file.shape import ClinicFile, Span
from server.clinic.printers import impossible
from server.clinic.rules import overlapping

Finding = tuple[Path, str]


def findings(file: ClinicFile) -> list[Finding]:
    """Everything that does not agree, in the order of the checks; empty where the file is sound."""
    return [
        *_twice(file), *_unknown(file), *_same_prefix(file), *_same_label(file), *_same_chair(file),
        *_roomless(file), *_overlaps(file), *_spare_loops(file), *_printers(file), *_displays(file),
        *_thresholds(file), *_quiet_halls(file),
    ]  # fmt: skip


def _repeats(values: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    seen: dict[str, int] = {}
    for position, value in enumerate(values):
        if value in seen:
            yield position, seen[value], value
        else:
            seen[value] = position


def _twice(file: ClinicFile) -> Iterator[Finding]:
    keyed = {
        ("hall", "code"): [entry.code for entry in file.halls],
        ("department", "code"): [entry.code for entry in file.departments],
        ("room", "code"): [entry.code for entry in file.rooms],
        ("doctor", "number"): [entry.number for entry in file.doctors],
        ("printer", "code"): [entry.code for entry in file.printers],
        ("kiosk", "code"): [entry.code for entry in file.kiosks],
        ("display", "code"): [entry.code for entry in file.displays],
        ("notice", "code"): [entry.code for entry in file.notices],
    }
    for (section, key), values in keyed.items():
        for position, _, value in _repeats(values):
            yield (section, position, key), f'a {key} that no other {section} has; "{value}" stands twice'
    kiosks = {entry.code for entry in file.kiosks}
    for position, entry in enumerate(file.displays):
        if entry.code in kiosks:
            yield ("display", position, "code"), f'a code that no kiosk has; "{entry.code}" is a kiosk'


def _unknown(file: ClinicFile) -> Iterator[Finding]:
    halls = {entry.code for entry in file.halls}
    departments = {entry.code for entry in file.departments}
    rooms = {entry.code for entry in file.rooms}
    doctors = {entry.number for entry in file.doctors}
    printers = {entry.code for entry in file.printers}
    kiosks = {entry.code for entry in file.kiosks}
    for section, key, known, values in (
        ("department", "hall", halls, [entry.hall for entry in file.departments]),
        ("printer", "hall", halls, [entry.hall for entry in file.printers]),
        ("kiosk", "hall", halls, [entry.hall for entry in file.kiosks]),
        ("display", "hall", halls, [entry.hall for entry in file.displays]),
        ("room", "department", departments, [entry.department for entry in file.rooms]),
        ("doctor", "department", departments, [entry.department for entry in file.doctors]),
        ("room", "doctor", doctors, [entry.doctor for entry in file.rooms]),
        ("printer", "attached_to", kiosks, [entry.attached_to for entry in file.printers]),
        ("printer", "spare", printers, [entry.spare for entry in file.printers]),
        ("kiosk", "printer", printers, [entry.printer for entry in file.kiosks]),
        ("display", "room", rooms, [entry.room for entry in file.displays]),
    ):
        for position, value in enumerate(values):
            if value is not None and value not in known:
                yield (section, position, key), f'{_choice(key, known)}; "{value}" is not in this file'
    for position, code in enumerate(file.appointments.walk_in_only):
        if code not in departments:
            path = ("appointments", "walk_in_only", position)
            yield path, f'{_choice("department", departments)}; "{code}" is not in this file'
    for code in file.education:
        if code not in departments:
            yield ("education", code), f'{_choice("department", departments)}; "{code}" is not in this file'


def _choice(key: str, known: set[str]) -> str:
    if not known:
        return f"a {key} of this file, which has none"
    return f"one of {', '.join(sorted(known))}" if len(known) <= 24 else f"the code of a {key} of this file"


def _quiet_halls(file: ClinicFile) -> Iterator[Finding]:
    halls = {entry.code for entry in file.halls}
    for position, span in enumerate(file.voice.hours):
        for code in sorted(set(span.halls) - halls):
            yield ("voice", "hours", position, "halls"), f'{_choice("hall", halls)}; "{code}" is not in this file'


def _same_prefix(file: ClinicFile) -> Iterator[Finding]:
    for position, first, prefix in _repeats(entry.prefix for entry in file.departments):
        other = file.departments[first].code
        yield ("department", position, "prefix"), f'a prefix of its own; "{prefix}" is that of {other}'


def _same_label(file: ClinicFile) -> Iterator[Finding]:
    halls = {entry.code: entry.hall for entry in file.departments}
    labels = [f"{halls.get(entry.department, '')}\n{entry.label}" for entry in file.rooms]
    for position, first, _ in _repeats(labels):
        entry, other = file.rooms[position], file.rooms[first]
        yield (
            ("room", position, "label"),
            f'a label that no other room of its hall has; "{entry.label}" is that of {other.code}',
        )


def _same_chair(file: ClinicFile) -> Iterator[Finding]:
    seated = [(position, entry.doctor) for position, entry in enumerate(file.rooms) if entry.doctor]
    for place, first, doctor in _repeats(number for _, number in seated):
        other = file.rooms[seated[first][0]].code
        yield ("room", seated[place][0], "doctor"), f"a doctor of its own; {doctor} already sits in {other}"


def _roomless(file: ClinicFile) -> Iterator[Finding]:
    roomed = {entry.department for entry in file.rooms}
    for position, entry in enumerate(file.departments):
        if entry.code not in roomed:
            yield ("department", position), "at least one room: without one nobody could be called"


def _overlaps(file: ClinicFile) -> Iterator[Finding]:
    weeks: list[tuple[Path, list[Span]]] = [(("clinic", "taking_numbers"), file.clinic.taking_numbers)]
    weeks += [(("department", n, "hours"), entry.hours) for n, entry in enumerate(file.departments)]
    weeks += [(("doctor", n, "sessions"), entry.sessions) for n, entry in enumerate(file.doctors)]
    for path, spans in weeks:
        pair = overlapping([span.stored() for span in spans])
        if pair is not None:
            yield (*path, pair[1]), f"times that do not overlap; this overlaps entry {pair[0] + 1}"


def _spare_loops(file: ClinicFile) -> Iterator[Finding]:
    spare = {entry.code: entry.spare for entry in file.printers}
    for position, entry in enumerate(file.printers):
        seen = [entry.code]
        following = entry.spare
        while following is not None and following not in seen:
            seen.append(following)
            following = spare.get(following)
        if following == entry.code:
            way = " → ".join([*seen, entry.code])
            yield ("printer", position, "spare"), f"a spare that does not lead back to itself: {way}"


_PRINTER = {
    "printer_address_network": "the printer's place on the network, such as \"10.0.3.21\" or \"printer-east-1:9100\"",
    "printer_address_path": 'the path of a device or file on this machine, such as "/dev/usb/lp0"',
    "printer_address_serial": 'the path of the serial line, such as "/dev/ttyUSB0"',
    "printer_address_usb": 'vendor and product as `lsusb` shows them, such as "04b8:0202", or nothing',
    "printer_address_queue": "the name of a print queue of this machine",
    "printer_address_none": "no address: a virtual printer is part of the server",
    "printer_baud": 'no such key: only a printer of kind "serial" has a line speed',
    "printer_attached": "no such key: a virtual printer is part of the server and has no computer of its own",
}


def _printers(file: ClinicFile) -> Iterator[Finding]:
    for position, entry in enumerate(file.printers):
        speed = entry.baud if "baud" in entry.model_fields_set else None
        for key, code in impossible(entry.kind, entry.address, baud=speed, attached=entry.attached_to is not None):
            yield ("printer", position, key), _PRINTER[code]


def _displays(file: ClinicFile) -> Iterator[Finding]:
    halls = {entry.code: entry.hall for entry in file.departments}
    rooms = {entry.code: halls.get(entry.department) for entry in file.rooms}
    for position, entry in enumerate(file.displays):
        hall = rooms.get(entry.room) if entry.room else None
        if hall is not None and hall != entry.hall:
            yield ("display", position, "room"), f"a room of hall {entry.hall}; {entry.room} is in {hall}"


def _thresholds(file: ClinicFile) -> Iterator[Finding]:
    if file.thresholds.idle_wipe_seconds <= file.thresholds.idle_warn_seconds:
        yield ("thresholds", "idle_wipe_seconds"), "more than idle_warn_seconds"
