"""The pack as it comes out of the printer: read back from the pages, not from the code that drew them (R105)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from server.commands.downtime import danger_signs
from server.core.language import text
from server.downtime.pack import draw_pack
from server.downtime.pack.breaking import broken
from server.downtime.pack.content import Pack, Tickets, pack_from
from server.downtime.rules.codes import code_of, read_paper
from server.triage.service import LAST_ALARM_LEVEL, knowledge
from server.web.static_files import fonts_folder

PLACE = {"zh-CN": "二楼·内科候诊区", "en": "Second floor, internal medicine area"}
SHORT = {"zh-CN": "内科", "en": "Internal Medicine"}
LONG = {"zh-CN": "一座名字特别特别长的科室，还要再长一点才行", "en": "A department with a name that would not fit " * 2}
STORED = {
    "pack": "7K3M9QX2", "made_at": "2026-11-23T00:30:00.000Z", "timezone": "Asia/Shanghai", "day": None,
    "clinic": {"zh-CN": "仁和医院", "en": "Renhe Hospital"}, "logo": "仁", "apology_minutes": 25, "escalate_minutes": 4,
    "departments": [
        {"prefix": "A", "first": 9021, "last": 9032, "names": SHORT, "place": PLACE},
        {"prefix": "AB", "first": 9001, "last": 9002, "names": LONG, "place": PLACE},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> Pack:
    """Two departments, fourteen tickets."""
    return pack_from(STORED, danger_signs())


@pytest.fixture(scope="module")
def content(pack: Pack) -> bytes:
    """The file."""
    return draw_pack(pack, fonts_folder())


@pytest.fixture(scope="module")
def pages(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Its pages."""
    document = pypdfium2.PdfDocument(content)
    yield document
    document.close()


def _words(page: pypdfium2.PdfPage) -> str:
    """A page's text in one line."""
    return " ".join(page.get_textpage().get_text_range().split())


def _codes(page: pypdfium2.PdfPage) -> list[str]:
    """The codes that a scanner reads off a page."""
    return [found.text for found in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]


def test_each_ticket_stands_once_with_its_number_and_a_code_that_says_the_same_r105(
    pages: pypdfium2.PdfDocument, pack: Pack
) -> None:
    scanned = [code for page in pages for code in _codes(page)]
    wanted = [code_of(pack.code, one.prefix, sequence) for one in pack.departments for sequence in one.sequences]
    assert sorted(scanned) == sorted(wanted)
    for page in pages:
        words = _words(page)
        for code in _codes(page):
            assert str(read_paper(code)) in words


def test_a_tickets_page_names_department_and_place_in_both_languages_r105(pages: pypdfium2.PdfDocument) -> None:
    tickets = next(_words(page) for page in pages if _codes(page))
    for told in ("内科", "Internal Medicine", "二楼·内科候诊区", "Second floor, internal medicine area"):
        assert tickets.count(told) >= 10


def test_the_form_has_a_line_for_each_ticket_and_every_danger_sign_of_the_rules_r22_r105(
    pages: pypdfium2.PdfDocument, pack: Pack
) -> None:
    forms = [_words(page) for page in pages if page.get_width() > page.get_height()]
    assert len(forms) == 3
    assert all(str(number) in " ".join(forms) for one in pack.departments for number in map(one.number, one.sequences))
    signs = [flag for flag in knowledge().flags.values() if flag.urgency <= LAST_ALARM_LEVEL]
    assert len(signs) > 20
    for form in forms:
        for flag in signs:
            assert flag.names.zh in form
            assert flag.names.en in form


def test_the_guide_says_the_clinics_own_figures_in_both_languages_r51_r105(pages: pypdfium2.PdfDocument) -> None:
    everything = " ".join(_words(page) for page in pages)
    assert "等了 25 分钟" in everything
    assert "4. Waiting for 25 minutes" in everything
    assert text("zh-CN", "pack-guide-wait-2", minutes=4) in everything
    assert "{" not in everything
    for sign in danger_signs():
        assert sign.words["en"][:30] in everything


def test_pages_are_a4_and_say_how_many_they_are(pages: pypdfium2.PdfDocument) -> None:
    assert all({round(page.get_width()), round(page.get_height())} == {595, 842} for page in pages)
    assert text("zh-CN", "pack-page", page=1, pages=len(pages)) in _words(pages[0])


def test_fonts_are_embedded_as_far_as_they_are_used_and_the_file_stays_small(content: bytes) -> None:
    """The whole Chinese font has ten megabytes."""
    assert len(content) < 300_000
    assert content.count(b"/FontFile2") >= 2


def test_nothing_is_drawn_beyond_the_edge_of_the_paper_however_long_a_name_is(pages: pypdfium2.PdfDocument) -> None:
    for page in pages:
        width, height = page.get_size()
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert left >= -1
            assert right <= width + 1
            assert bottom >= -1
            assert top <= height + 1


def test_a_pack_for_one_day_says_so_on_every_ticket_r105(pack: Pack) -> None:
    stored = STORED | {"day": "2026-12-05", "departments": STORED["departments"][:1]}
    document = pypdfium2.PdfDocument(draw_pack(pack_from(stored, danger_signs()), fonts_folder()))
    tickets = next(_words(page) for page in document if _codes(page))
    assert tickets.count("2026-12-05") == 10
    document.close()


def test_a_pack_is_told_by_the_clinics_own_clock(pack: Pack) -> None:
    assert pack.made == "2026-11-23 08:30"
    assert isinstance(pack.departments[0], Tickets)


def test_without_its_fonts_nothing_is_drawn(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        draw_pack(pack, tmp_path)


def test_lines_are_broken_where_a_reader_expects_it() -> None:
    lines = broken("马上送抢救区，10 分钟内做心电图，通知（急诊）医生。", 8, len)
    assert "".join(lines).replace(" ", "") == "马上送抢救区，10分钟内做心电图，通知（急诊）医生。"
    assert all(len(line) <= 8 for line in lines)
    assert not any(line[0] in "，。）" or line[-1] == "（" for line in lines)
    assert broken("", 8, len) == []
