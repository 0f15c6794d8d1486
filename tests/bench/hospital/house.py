"""The largest hospital as a clinic file: 120 halls, 1,000 rooms, 1,200 displays, 300 kiosks; smaller by a scale."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import product
from typing import Any

HALLS, ROOMS, DISPLAYS, KIOSKS, PHONES = 120, 1000, 1200, 300, 4000
DEPARTMENTS_PER_HALL = 2
ARRIVALS_PER_MINUTE, STAGES = 125.0, 4
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
SERVICE_MINUTES = ROOMS / (ARRIVALS_PER_MINUTE * STAGES)


@dataclass(frozen=True)
class House:
    """How much of the largest hospital there is: 1.0 is the whole."""

    scale: float = 1.0

    def _part(self, whole: int) -> int:
        return max(1, round(whole * self.scale))

    @property
    def halls(self) -> tuple[str, ...]:
        """The codes of the waiting halls."""
        return tuple(f"hall-{number}" for number in range(1, self._part(HALLS) + 1))

    @property
    def departments(self) -> dict[str, str]:
        """The hall of each department."""
        return {f"{hall}-d{one}": hall for hall in self.halls for one in range(DEPARTMENTS_PER_HALL)}

    @property
    def rooms(self) -> dict[str, str]:
        """The department of each room."""
        departments = list(self.departments)
        return {f"room-{n + 1}": departments[n % len(departments)] for n in range(self._part(ROOMS))}

    @property
    def displays(self) -> dict[str, str]:
        """The hall of each display."""
        return {f"display-{n + 1}": self.halls[n % len(self.halls)] for n in range(self._part(DISPLAYS))}

    @property
    def kiosks(self) -> dict[str, str]:
        """The hall of each kiosk."""
        return {f"kiosk-{n + 1}": self.halls[n % len(self.halls)] for n in range(self._part(KIOSKS))}

    @property
    def phones(self) -> int:
        """How many phones follow their ticket, which is how many people wait."""
        return self._part(PHONES)

    @property
    def arrivals_per_minute(self) -> float:
        """Patients who come to the kiosks in a minute of the peak."""
        return ARRIVALS_PER_MINUTE * self.scale

    def file(self, printers: dict[str, str]) -> str:
        """The clinic file. `printers` are the addresses of the kiosks' printers, by kiosk; others have none."""
        parts = [_table("clinic", name=_texts("大医院", "Large Hospital"), logo="大", desk=_texts("大厅", "Lobby"),
                        taking_numbers=[_always()])]  # fmt: skip
        parts += [_table("policy", kind="interleave"), _table("printing", ask_seconds=10)]
        parts += [
            _entry("hall", code=code, name=_texts(code, code), place=_texts("一楼", "Ground floor"), depth_m=8)
            for code in self.halls
        ]
        prefixes = ["".join(pair) for pair in product(LETTERS, LETTERS)]
        for (code, hall), prefix in zip(self.departments.items(), prefixes, strict=False):
            parts.append(_entry(
                "department", code=code, prefix=prefix, hall=hall, name=_texts(code, code), scope=_texts("内科", "Any"),
                place=_texts("一楼", "Ground floor"), way=_texts("直走", "Straight on"),
                service_minutes=SERVICE_MINUTES, hours=[_always()],
            ))  # fmt: skip
        for number, (code, department) in enumerate(self.rooms.items(), 1):
            doctor = str(10_000 + number)
            parts.append(_entry("room", code=code, department=department, label=str(number), direction="left",
                                way=_texts("左侧", "Left"), doctor=doctor))  # fmt: skip
            parts.append(_entry(
                "doctor", number=doctor, name="王建国", name_en="Wang Jianguo", sex="male", department=department,
                title=_texts("主任医师", "Chief physician"), specialities=_texts("内科", "Any"), sessions=[_always()],
            ))  # fmt: skip
        for code, hall in self.kiosks.items():
            printer = {"printer": f"printer-{code}"} if code in printers else {}
            parts.append(_entry("kiosk", code=code, name=_texts(code, code), place=_texts("大厅", "Lobby"), hall=hall,
                                **printer))  # fmt: skip
        for code, address in printers.items():
            parts.append(_entry("printer", code=f"printer-{code}", name=_texts(code, code), hall=self.kiosks[code],
                                kind="network", address=address, width_mm=80))  # fmt: skip
        parts += [
            _entry("display", code=code, name=_texts(code, code), place=_texts("大厅", "Lobby"), hall=hall)
            for code, hall in self.displays.items()
        ]
        return "\n".join(parts)


def _texts(chinese: str, english: str) -> dict[str, str]:
    return {"zh": chinese, "en": english}


def _always() -> dict[str, str]:
    return {"days": "daily", "from": "00:00", "to": "24:00"}


def _table(heading: str, /, **values: Any) -> str:
    return f"[{heading}]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())


def _entry(heading: str, /, **values: Any) -> str:
    return f"[{_table(heading, **values).replace(']', ']]', 1)}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
