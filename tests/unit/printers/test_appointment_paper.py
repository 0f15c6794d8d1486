"""The paper slip of an appointment (R65, R63)."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, get_args

import pytest

from printers.appointment_slip import AppointmentSlip, lay_out_appointment, read_slip
from printers.config import PaperWidth, PrinterConfig
from printers.marks import Code, Text
from printers.raster import paint
from printers.slip import Both, Slip
from printers.worker import prepare

URL = "https://renhe.example/a/abcdefghijklmnopqrstuvwx"


def slip(**changes: Any) -> AppointmentSlip:
    """A whole slip, with any part of it changed."""
    facts: dict[str, Any] = {
        "clinic": Both("仁和医院", "Renhe Hospital"), "title": Both("预约单", "Appointment"),
        "day": Both("11月24日 星期二", "Tuesday 24 November"), "time": "09:30",
        "doctor": Both("唐慧医生 主任医师", "Tang Hui Chief physician"), "department": Both("口腔科", "Dental Clinic"),
        "place": Both("一楼，进大门右转", "Ground floor, right from the main entrance"),
        "code_title": Both("预约码", "Booking code"), "code": "K7M2 QX4P", "url": URL,
        "scan": Both("扫一扫，可以看、改或取消预约", "Scan to see, change or cancel it"),
        "copy_mark": Both("副本", "COPY"),
        "bring": (Both("请带身份证或医保卡。", "Please bring your ID or insurance card."),),
    }  # fmt: skip
    return AppointmentSlip(**facts | changes)


def words(page: Any) -> str:
    return " ".join(mark.text for mark in page.marks if isinstance(mark, Text))


@pytest.mark.parametrize("width", get_args(PaperWidth))
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_time_doctor_place_code_and_what_to_bring_stand_on_it_in_both_languages_r65(
    width: PaperWidth, language: str, fonts: Path
) -> None:
    page = lay_out_appointment(slip(language=language), width, fonts)
    said = words(page)
    for text in ("09:30", "K7M2 QX4P", "11月24日", "Tuesday", "唐慧", "Tang Hui", "口腔科", "Dental", "身份证", "ID"):
        assert text in said
    [code] = [mark for mark in page.marks if isinstance(mark, Code)]
    assert code.x >= 0
    assert code.x + len(code.rows) * code.module <= page.width
    assert paint(page, fonts).size == (page.width, page.height)


def test_the_patients_language_is_the_larger_one(fonts: Path) -> None:
    page = lay_out_appointment(slip(language="en"), 80, fonts)
    size = {mark.text: mark.style.size for mark in page.marks if isinstance(mark, Text)}
    assert size["Tuesday 24 November"] > size["11月24日 星期二"]


def test_nothing_runs_off_the_paper_however_long_it_is(fonts: Path) -> None:
    long = Both("很长的名字" * 20, "a very long name " * 20)
    page = lay_out_appointment(slip(doctor=long, department=long, place=long, bring=(long,) * 9), 58, fonts)
    assert all(mark.x >= 0 for mark in page.marks if isinstance(mark, Text))


def test_a_stored_slip_is_read_again_as_what_it_was(fonts: Path, make_slip: Any) -> None:
    stored = slip().to_json()
    assert read_slip(stored) == slip()
    assert isinstance(read_slip(make_slip().to_json()), Slip)
    assert read_slip(stored | {"is_copy": True}).is_copy
    assert prepare(read_slip(stored), PrinterConfig("p", "virtual", "x"), fonts)


@pytest.mark.parametrize("broken", [{"time": 9}, {"doctor": "唐慧"}, {"bring": "card"}, {"is_copy": "no"}])
def test_what_was_stored_by_another_version_is_refused_by_its_field(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(broken))):
        read_slip(slip().to_json() | broken)
    with pytest.raises(ValueError, match="missing"):
        read_slip({"kind": "appointment"})


def test_a_slip_has_no_place_for_a_person_r63() -> None:
    names = {field.name for field in dataclasses.fields(AppointmentSlip)}
    assert not names & {"name", "patient", "phone", "item", "complaint"}
