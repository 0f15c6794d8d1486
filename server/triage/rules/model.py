"""The shape of the triage knowledge once it is read: plain values that never change (R21, R25).

Weights are whole or half numbers from 0 to 10: how strongly a symptom points to a department. Ages are in years.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from server.triage.rules.lexicon import Lexicon

LANGUAGES = ("zh-CN", "en")
DURATIONS = ("today", "days", "week", "month")
VISIT_CLASSES = ("consultation", "check_up", "orthodontics")
SEXES = ("female", "male")
ADULT_FROM = 14.0
"""Children's medicine in China sees patients until their 14th birthday."""


@dataclass(frozen=True, slots=True)
class Names:
    """One name in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The name in `language`; Chinese for anything that does not start with "en"."""
        return self.en if language.startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Department:
    """A department as triage sees it.

    `family` groups departments between which a wrong first choice does little harm. `child_share` is the part (0..1)
    of its weight that moves to paediatrics for a child. `fallback` is tried in order where a clinic lacks it (R26).
    """

    code: str
    names: Names
    family: str
    child_share: float = 0.0
    sex: str | None = None
    adults_only: bool = False
    children_only: bool = False
    fallback: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the kiosk's body picture. `part` is what a bare "it hurts" means after this region was touched."""

    code: str
    names: Names
    view: str
    order: int
    part: str | None
    departments: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body as people name it; with a sensation it makes a symptom: knee + swelling."""

    code: str
    names: Names
    regions: tuple[str, ...]
    departments: Mapping[str, float]
    sensations: Mapping[str, str]
    """sensation code -> symptom code, where the file has a symptom of its own for the pair."""
    yields: bool = False
    """True for vague words (下面, down there) that only tell where when another part stands directly before."""


@dataclass(frozen=True, slots=True)
class Sensation:
    """How it feels: pain, itch, swelling. `alone` is the symptom it means when no part of the body is named."""

    code: str
    names: Names
    departments: Mapping[str, float]
    replaces: bool = False
    """True where the sensation decides alone (an itch is for the skin doctor wherever it itches)."""
    alone: str | None = None


@dataclass(frozen=True, slots=True)
class Symptom:
    """A complaint that the house knows. `common` is its place among its region's chips: 1 first, 0 not a chip."""

    code: str
    names: Names
    chips: Names
    regions: tuple[str, ...]
    common: int
    departments: Mapping[str, float]
    by_group: Mapping[str, Mapping[str, float]]
    """Other weights for "child", "female", "male" or "pregnant"."""
    sex: str | None = None
    age: tuple[float, float] | None = None
    red_flag: str | None = None
    visit_class: str | None = None
    person: bool = False
    """True where only a person can help: the guide is asked at once (R28)."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One way to raise a flag; everything that is set must hold."""

    every: tuple[tuple[str, ...], ...] = ()
    """Each entry is a choice of symptom codes of which one must be present."""
    cues: tuple[str, ...] = ()
    """Each must be said of one of the symptoms: sudden, severe, night ..."""
    age_below: float | None = None
    age_from: float | None = None
    sex: str | None = None
    pregnant: bool = False
    duration: tuple[str, ...] = ()
    urgency: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A written rule for danger (R22, R23). Urgency 1 or 2 never queues; 3 is a caution: queueing, but soon."""

    code: str
    names: Names
    words: Names
    """What staff should do, in one sentence."""
    urgency: int
    departments: Mapping[str, float]
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A word for a person which tells about the patient: 宝宝, my husband."""

    child: bool = False
    infant: bool = False
    elder: bool = False
    adult: bool = False
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The figures of the knowledge; see `thresholds` in words.toml."""

    evidence_half: float
    ask_below: float
    near: float
    past_weight: float
    region_weight: float
    fever: float
    high_fever: float
    pressure: float
    crisis_pressure: float


@dataclass(frozen=True, slots=True)
class Speciality:
    """What a doctor is known for: the `words` of it in a doctor's description, and the symptoms that it speaks of."""

    names: Names
    words: tuple[str, ...]
    symptoms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that triage knows, validated. Made once by `load_knowledge`; safe to share between threads."""

    departments: Mapping[str, Department]
    regions: Mapping[str, Region]
    parts: Mapping[str, Part]
    sensations: Mapping[str, Sensation]
    symptoms: Mapping[str, Symptom]
    flags: Mapping[str, Flag]
    persons: Mapping[str, Person]
    reasons: Mapping[str, Names]
    thresholds: Thresholds
    part_of: Mapping[str, str]
    """symptom code -> the body part that it speaks of, where a part's table names the symptom."""
    lexicon: Lexicon = field(repr=False)
    specialities: Mapping[str, Speciality] = field(default_factory=dict)
