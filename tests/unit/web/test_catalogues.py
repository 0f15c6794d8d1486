"""The catalogues: complete in both languages, free of the words that R109 bans, and enough for every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).resolve().parents[3]
LOCALES = ROOT / "locales"
LANGUAGES = ("zh-CN", "en")
BANNED = ("不知道", "自己找", "错误", "非法", "失败请重试", "病人", "欢迎光临")
FACES = ("server/web", "kiosk", "display", "staff")
ASKED = re.compile(r"\b(?:t|tIn|t_in|both)\(\s*(?:[\w.]+,\s*)?[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)+)[\"']")


class _Shown(Visitor):
    """The variables that a sentence shows. What only chooses a plural form may differ between languages."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        for variant in node.variants:
            self.visit(variant)


def _resource(file: Path) -> ast.Resource:
    return FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))


def _messages(language: str) -> dict[str, tuple[str, ast.Message]]:
    found: dict[str, tuple[str, ast.Message]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in _resource(file).body:
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = (file.stem, entry)
    return found


def _shown(message: ast.Message) -> set[str]:
    visitor = _Shown()
    visitor.visit(message)
    return visitor.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_catalogue_is_understood(language: str) -> None:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        junk = [entry.content for entry in _resource(file).body if isinstance(entry, ast.Junk)]
        assert not junk, f"{language}/{file.name}: {junk}"


def test_both_languages_have_the_same_files_and_sentences() -> None:
    chinese, english = _messages("zh-CN"), _messages("en")
    assert chinese.keys() - english.keys() == set()
    assert english.keys() - chinese.keys() == set()
    assert [key for key, (file, _) in chinese.items() if english[key][0] != file] == []


def test_both_languages_show_the_same_placeholders() -> None:
    chinese, english = _messages("zh-CN"), _messages("en")
    differing = {
        key: (_shown(chinese[key][1]), _shown(english[key][1]))
        for key in chinese.keys() & english.keys()
        if _shown(chinese[key][1]) != _shown(english[key][1])
    }
    assert differing == {}


def test_no_chinese_sentence_holds_a_banned_word_r109() -> None:
    for file in sorted((LOCALES / "zh-CN").glob("*.ftl")):
        words = file.read_text(encoding="utf-8")
        assert [word for word in BANNED if word in words] == [], file.name


def test_every_sentence_that_a_page_asks_for_by_name_is_written() -> None:
    known = _messages("zh-CN").keys()
    missing = {
        f"{file.relative_to(ROOT)}: {asked}"
        for face in FACES
        for folder in ("static", "templates")
        for file in sorted((ROOT / face / folder).rglob("*"))
        if file.suffix in (".js", ".html")
        for asked in ASKED.findall(file.read_text(encoding="utf-8"))
        if asked not in known
    }
    assert missing == set()
