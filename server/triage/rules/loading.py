"""Reading the knowledge folder: TOML files that a head nurse can edit; a slip is named by file and key (R25)."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from server.triage.rules.lexicon import Lexicon, Meaning
from server.triage.rules.model import (
    DURATIONS,
    SEXES,
    VISIT_CLASSES,
    Condition,
    Department,
    Flag,
    Knowledge,
    Names,
    Part,
    Person,
    Region,
    Sensation,
    Speciality,
    Symptom,
    Thresholds,
)
from server.triage.rules.table import KnowledgeError, Table
from server.triage.rules.tokens import Spelling

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VIEWS = ("front", "back", "both", "none")
GROUPS = ("child", "female", "male", "pregnant")
MARKER_KINDS = {
    "negators": "negator",
    "times": "time",
    "cues": "cue",
    "joiners": "joiner",
}


def load_knowledge(path: Path) -> Knowledge:
    """Read and check a knowledge folder. Raises KnowledgeError, which names the file and the key at fault."""
    if not path.is_dir():
        raise KnowledgeError(str(path), "", "is not a folder")
    files = {file.name: _read(file) for file in sorted(path.glob("*.toml"))}
    for needed in ("departments.toml", "regions.toml", "parts.toml", "words.toml", "red_flags.toml", "reasons.toml"):
        if needed not in files:
            raise KnowledgeError(needed, "", "is missing")
    words = files["words.toml"]
    spelling = Spelling.build(words.table("characters").strings(), words.table("slips").strings())
    return _Loader(files, Lexicon(spelling)).load()


def _read(file: Path) -> Table:
    try:
        return Table(file.name, "", tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise KnowledgeError(file.name, "", f"cannot be read: {problem}") from problem


def _single_parts(parts: Mapping[str, Part]) -> dict[str, str]:
    """symptom -> body part, for symptoms that only one part names."""
    found: dict[str, set[str]] = {}
    for part in parts.values():
        for symptom in part.sensations.values():
            found.setdefault(symptom, set()).add(part.code)
    return {symptom: codes.pop() for symptom, codes in found.items() if len(codes) == 1}


class _Loader:
    """Holds what has been read so far, because later files refer to earlier ones."""

    def __init__(self, files: Mapping[str, Table], lexicon: Lexicon) -> None:
        self.files = files
        self.lexicon = lexicon
        self.departments: dict[str, Department] = {}
        self.sensations: dict[str, Sensation] = {}
        self.regions: dict[str, Region] = {}
        self.symptoms: dict[str, Symptom] = {}

    def load(self) -> Knowledge:
        self.departments = {t.code: self._department(t) for t in self.files["departments.toml"].tables("department")}
        self._check_fallbacks()
        parts_file = self.files["parts.toml"]
        self.sensations = {t.code: self._sensation(t) for t in parts_file.tables("sensation")}
        part_codes = {t.code for t in parts_file.tables("part")}
        regions_file = self.files["regions.toml"]
        tables = regions_file.tables("region")
        self.regions = {t.code: self._region(t, order, part_codes) for order, t in enumerate(tables)}
        flag_file = self.files["red_flags.toml"]
        flag_codes = {t.code for t in flag_file.tables("flag")}
        self._read_symptoms(flag_codes)
        parts = {t.code: self._part(t) for t in parts_file.tables("part")}
        self._check_alone(parts_file)
        flags = {t.code: self._flag(t) for t in flag_file.tables("flag")}
        return Knowledge(
            departments=self.departments,
            regions=self.regions,
            parts=parts,
            sensations=self.sensations,
            symptoms=self.symptoms,
            flags=flags,
            persons=self._words(),
            reasons={t.code: t.names("zh", "en") for t in self.files["reasons.toml"].tables("reason")},
            thresholds=self._thresholds(),
            part_of=_single_parts(parts),
            lexicon=self.lexicon,
            specialities=self._specialities(),
        )

    # --- helpers ---

    def _learn(self, table: Table, kind: str, keys: tuple[str, ...]) -> None:
        for key in keys:
            for term in table.texts(key):
                self._add(table, key, term, Meaning(kind, table.code))

    def _add(self, table: Table, key: str, term: str, meaning: Meaning) -> None:
        try:
            self.lexicon.add(term, meaning)
        except ValueError as problem:
            raise table.error(key, str(problem)) from problem

    def _weights(self, table: Table, key: str) -> dict[str, float]:
        return table.table(key).weights(self.departments)

    # --- one thing each ---

    def _department(self, table: Table) -> Department:
        return Department(
            code=table.code,
            names=table.names("zh", "en"),
            family=table.text("family"),
            child_share=table.number("child_share", 0.0, 0.0, 1.0),
            sex=table.choice("sex", SEXES),
            adults_only=table.flag("adults_only"),
            children_only=table.flag("children_only"),
            fallback=table.texts("fallback"),
        )

    def _check_fallbacks(self) -> None:
        for table in self.files["departments.toml"].tables("department"):
            table.known("fallback", table.texts("fallback"), self.departments)

    def _sensation(self, table: Table) -> Sensation:
        self._learn(table, "sensation", ("say_zh", "say_en"))
        return Sensation(
            code=table.code,
            names=table.names("zh", "en"),
            departments=self._weights(table, "departments"),
            replaces=table.flag("replaces"),
            alone=table.optional("alone"),
        )

    def _check_alone(self, parts_file: Table) -> None:
        for table in parts_file.tables("sensation"):
            if alone := table.optional("alone"):
                table.known("alone", (alone,), self.symptoms)

    def _region(self, table: Table, order: int, parts: set[str]) -> Region:
        part = table.optional("part")
        if part is not None:
            table.known("part", (part,), parts)
        return Region(
            code=table.code,
            names=table.names("zh", "en"),
            view=table.choice("view", VIEWS) or "none",
            order=order,
            part=part,
            departments=self._weights(table, "departments"),
        )

    def _part(self, table: Table) -> Part:
        self._learn(table, "part", ("say_zh", "say_en"))
        sensations = table.table("symptoms").strings()
        table.known("symptoms", tuple(sensations), self.sensations)
        table.known("symptoms", tuple(sensations.values()), self.symptoms)
        return Part(
            code=table.code,
            names=table.names("zh", "en"),
            regions=table.known("regions", table.texts("regions"), self.regions),
            departments=self._weights(table, "departments"),
            sensations=sensations,
            yields=table.flag("yields"),
        )

    def _read_symptoms(self, flag_codes: set[str]) -> None:
        for name, file in self.files.items():
            if not name.startswith("symptoms_"):
                continue
            for table in file.tables("symptom"):
                if table.code in self.symptoms:
                    raise table.error("", "stands in two files")
                self.symptoms[table.code] = self._symptom(table, flag_codes)

    def _symptom(self, table: Table, flag_codes: set[str]) -> Symptom:
        names = table.names("zh", "en")
        self._learn(table, "symptom", ("say_zh", "say_en"))
        for name in (names.zh, names.en):
            self._add(table, "zh", name, Meaning("symptom", table.code))
        flag = table.optional("red_flag")
        if flag is not None:
            table.known("red_flag", (flag,), flag_codes)
        return Symptom(
            code=table.code,
            names=names,
            chips=Names(table.optional("chip_zh") or names.zh, table.optional("chip_en") or names.en),
            regions=table.known("regions", table.texts("regions"), self.regions),
            common=int(table.number("common", 0, 0, 99)),
            departments=self._weights(table, "departments"),
            by_group={group: self._weights(table, group) for group in GROUPS if group in table.values},
            sex=table.choice("sex", SEXES),
            age=table.span("age"),
            red_flag=flag,
            visit_class=table.choice("visit_class", VISIT_CLASSES),
            person=table.flag("person"),
        )

    def _flag(self, table: Table) -> Flag:
        urgency = int(table.number("urgency", None, 1, 3))
        return Flag(
            code=table.code,
            names=table.names("zh", "en"),
            words=table.names("words_zh", "words_en"),
            urgency=urgency,
            departments=self._weights(table, "departments"),
            conditions=tuple(self._condition(when) for when in table.array("when")),
        )

    def _condition(self, table: Table) -> Condition:
        every = tuple(self._choice_of(table, code) for code in table.texts("all"))
        if not every:
            raise table.error("all", "names no symptom")
        below, start = table.optional_number("age_below"), table.optional_number("age_from")
        cues = table.known("cues", table.texts("cues"), self.files["words.toml"].table("cues").values)
        urgency = table.optional_number("urgency")
        return Condition(
            every=every,
            cues=cues,
            age_below=below,
            age_from=start,
            sex=table.choice("sex", SEXES),
            pregnant=table.flag("pregnant"),
            duration=table.known("duration", table.texts("duration"), DURATIONS),
            urgency=None if urgency is None else int(urgency),
        )

    def _specialities(self) -> dict[str, Speciality]:
        """None where the folder says nothing of them."""
        file = self.files.get("specialities.toml")
        return {} if file is None else {table.code: self._speciality(table) for table in file.tables("speciality")}

    def _speciality(self, table: Table) -> Speciality:
        symptoms = table.known("symptoms", table.texts("symptoms"), self.symptoms)
        return Speciality(table.names("zh", "en"), table.texts("words"), frozenset(symptoms))

    def _choice_of(self, table: Table, code: str) -> tuple[str, ...]:
        """"@pains" stands for any symptom of that group."""
        if not code.startswith("@"):
            return table.known("all", (code,), self.symptoms)
        groups = self.files["red_flags.toml"].table("groups")
        table.known("all", (code[1:],), groups.values)
        return groups.known(code[1:], groups.texts(code[1:]), self.symptoms)

    def _words(self) -> dict[str, Person]:
        words = self.files["words.toml"]
        for filler in words.texts("fillers"):
            self.lexicon.add_filler(filler)
        for key, kind in MARKER_KINDS.items():
            table = words.table(key)
            for code in table.values:
                for term in table.texts(code):
                    self._add(table, code, term, Meaning(kind, code))
        for key, kind in (("bridges", "bridge"), ("contrasts", "contrast"), ("neutral", "neutral")):
            for term in words.texts(key):
                self._add(words, key, term, Meaning(kind, kind))
        persons: dict[str, Person] = {}
        for table in words.tables("person"):
            self._learn(table, "person", ("say",))
            persons[table.code] = Person(
                child=table.flag("child"),
                infant=table.flag("infant"),
                elder=table.flag("elder"),
                adult=table.flag("adult"),
                sex=table.choice("sex", SEXES),
            )
        return persons

    def _thresholds(self) -> Thresholds:
        table = self.files["words.toml"].table("thresholds")
        return Thresholds(**{name: table.number(name, None, 0.0, 400.0) for name in Thresholds.__slots__})


__all__ = ["KnowledgeError", "load_knowledge"]
