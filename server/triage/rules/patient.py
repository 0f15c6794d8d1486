"""Who the patient is and what was measured, as far as the sentence tells: age, sex, temperature, blood pressure.

What was registered goes before what the sentence says; for danger both are looked at, because a parent may have
registered with their own card (R22).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.triage.rules.clauses import split_clauses
from server.triage.rules.model import ADULT_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.triage.rules.clauses import Reading
    from server.triage.rules.model import Knowledge, Person

OLDEST = 130.0
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_YEARS = re.compile(_NUMBER + r"\s*(?:周?岁|(?:years?|yrs?)[\s-]*old|y/?o\b|-?year-?old)")
_ENGLISH_AGE = re.compile(
    r"\b(?:is|am|i'm|aged?|who's|he's|she's)\s+(\d{1,3})\b(?!\s*(?:days?|weeks?|months?|hours?|kg|°|degrees?|[%./]))"
)
_HALF_YEAR = re.compile(r"(?<!\d)(?<![一二两三四五六七八九十])半岁")
_DURATIONS = (
    ("month", re.compile(r"月|年|常年|\bmonths?\b|\byears?\b")),
    ("week", re.compile(r"星期|礼拜|[一二两三]周|十[一-九几多]*天|\bweeks?\b")),
    ("days", re.compile(r"[两三四五六七八九几\d]天|昨天|昨晚|前天|\bdays\b|yesterday|last night")),
    ("today", re.compile(r"今天|今早|刚才|一天|today|this morning|just now")),
)
_MONTHS = re.compile(
    r"(?:(?P<word>宝宝|宝贝|孩子|小孩|娃儿?|儿子|女儿|闺女|孙子|孙女|婴儿|baby|son|daughter|infant|newborn)"
    r"[才刚都快满已经是有了家我的, ，isonlyabut']{0,10}|)"
    + _NUMBER
    + r"\s*(?P<unit>个?多?月|天|周|[\s-]*months?|[\s-]*weeks?|[\s-]*days?)(?P<old>大|[\s-]*old)?"
)
_PER_YEAR = (("月", 12.0), ("month", 12.0), ("周", 52.0), ("week", 52.0), ("天", 365.0), ("day", 365.0))
_CELSIUS = re.compile(r"(?<![\d.])(3[5-9]|4[0-2])(?:\s*(?:度|℃|°c?|c\b)\s*半?(\d)?|[.点](\d))")
_CELSIUS_WORDS = re.compile(r"(三十[五六七八九]|四十[一二]?)度半?([一二三四五六七八九])?")
_FAHRENHEIT = re.compile(r"(?<![\d.])(9[5-9]|10[0-8])(?:\.\d)?\s*(?:°?f\b|degrees?|fever|temp)")
_FEVER_OF = re.compile(r"(?:fever|temp(?:erature)?)\s+(?:of|is|was|at)\s+(9[5-9]|10[0-8])(?:\.\d)?")
_PRESSURE = re.compile(r"(?:血压|高压|收缩压|\bbp|blood pressure)[^\d。;]{0,8}(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Patient:
    """What is known. `ages` are all that danger rules should look at; `age` is the one for choosing a department."""

    age: float | None
    ages: tuple[float, ...]
    sex: str | None
    pregnant: bool = False

    @property
    def child(self) -> bool:
        """Under 14, as registered or as told."""
        return self.age is not None and self.age < ADULT_FROM


def chinese_number(text: str) -> int:
    """十二 -> 12, 一百零二 -> 102, 38 -> 38; up to three places, which covers ages and temperatures."""
    if text.isdigit():
        return int(text)
    total, last = 0, 0
    for character in text:
        if character == "百":
            total, last = total + (last or 1) * 100, 0
        elif character == "十":
            total, last = total + (last or 1) * 10, 0
        else:
            last = _DIGITS.get(character, 0)
    return total + last


def age_in_text(plain: str) -> float | None:
    """An age in years that the sentence states, not a length of illness: "孩子3个月" but not "咳嗽3个月"."""
    if found := _YEARS.search(plain) or _ENGLISH_AGE.search(plain):
        years = float(chinese_number(found.group(1)))
        return years if years <= OLDEST else None
    if _HALF_YEAR.search(plain):
        return 0.5
    for found in _MONTHS.finditer(plain):
        if found["word"] or found["old"]:
            per_year = next(figure for unit, figure in _PER_YEAR if unit in found["unit"])
            return chinese_number(found.group(2)) / per_year
    return None


def duration_in_text(plain: str) -> str | None:
    """How long it has lasted as the sentence tells: today, days, week, month; an age or a pregnancy is left out."""
    rest = _MONTHS.sub(lambda found: "" if found["word"] or found["old"] else found.group(), _YEARS.sub("", plain))
    rest = re.sub(r"[怀孕]了?\s*" + _NUMBER + r"个?多?[月周天]|weeks pregnant|去年|前年|月经", "", rest)
    return next((code for code, pattern in _DURATIONS if pattern.search(rest)), None)


def temperature(plain: str) -> float | None:
    """The highest body temperature that is stated, in degrees Celsius."""
    readings = [int(f[1]) + int(f[2] or f[3] or 0) / 10 for f in _CELSIUS.finditer(plain)]
    readings += [
        chinese_number(f[1]) + (chinese_number(f[2]) / 10 if f[2] else 0) for f in _CELSIUS_WORDS.finditer(plain)
    ]
    fahrenheit = [*_FAHRENHEIT.finditer(plain), *_FEVER_OF.finditer(plain)]
    readings += [round((int(f[1]) - 32) / 1.8, 1) for f in fahrenheit]
    return max(readings, default=None)


def systolic_pressure(plain: str) -> int | None:
    """The upper blood pressure that is stated, in mmHg."""
    return max((int(found[1]) for found in _PRESSURE.finditer(plain)), default=None)


def measured_symptoms(knowledge: Knowledge, plain: str) -> list[str]:
    """Symptom codes that follow from figures: 39度5 is a high fever, 血压190 a very high pressure."""
    limits = knowledge.thresholds
    codes: list[str] = []
    degrees = temperature(plain)
    if degrees is not None and degrees >= limits.fever:
        codes.append("high-fever" if degrees >= limits.high_fever else "fever")
    pressure = systolic_pressure(plain)
    if pressure is not None and pressure >= limits.pressure:
        codes.append("very-high-blood-pressure" if pressure >= limits.crisis_pressure else "high-blood-pressure")
    return [code for code in codes if code in knowledge.symptoms]


def know_patient(
    knowledge: Knowledge, reading: Reading, *, age_years: float | None, sex: str | None, pregnant: bool
) -> Patient:
    """Join what was registered with what the sentence tells."""
    today = (clause for clause in split_clauses(reading) if not clause.past)
    units = (unit for clause in today for unit in clause.units)
    persons = [knowledge.persons[code] for unit in units if (code := unit.code("person"))]
    told = age_in_text(reading.plain)
    if told is None:
        told = _age_of_words(persons)
    told_sex = next((person.sex for person in persons if person.sex), None)
    age = age_years if age_years is not None else told
    ages = tuple(years for years in (age_years, told) if years is not None)
    return Patient(age=age, ages=ages, sex=sex or told_sex or ("female" if pregnant else None), pregnant=pregnant)


def _age_of_words(persons: Sequence[Person]) -> float | None:
    for name, years in (("infant", 0.1), ("child", 6.0), ("elder", 72.0), ("adult", 35.0)):
        if any(getattr(person, name) for person in persons):
            return years
    return None
