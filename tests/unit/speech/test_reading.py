"""How numbers, rooms and sentences are read aloud (R60, R61)."""

from __future__ import annotations

import pytest

from server.speech.rules.reading import chinese_numeral, spoken_number, spoken_room, spoken_text
from server.speech.service import call_sentence, plain_sentence
from server.speech.service.spelling import pinyin, spelt


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        ("A023", "A 零二三", "A zero two three"),
        ("K100", "K 一零零", "K one zero zero"),
        ("A1023", "A 一零二三", "A one zero two three"),
        ("AB7", "A B 七", "A B seven"),
    ],
)
def test_a_number_is_read_digit_by_digit(number: str, chinese: str, english: str) -> None:
    assert [spoken_number(number, "zh-CN"), spoken_number(number, "en")] == [chinese, english]


@pytest.mark.parametrize(
    ("names", "spoken"),
    [
        (("3号诊室", "Room 3"), ["三 号诊室", "Room three"]),
        (("12号诊室", "Room 12"), ["十二 号诊室", "Room twelve"]),
        (("25号诊室", "Room 25"), ["二十五 号诊室", "Room twenty five"]),
        (("301诊室", "Room 301"), ["三百零一 诊室", "Room three zero one"]),
        (("抽血 3 号窗口", "Window 3"), ["抽血 三 号窗口", "Window three"]),
        (("清创室", "Dressings"), ["清创室", "Dressings"]),
    ],
)
def test_a_room_is_read_as_its_sign(names: tuple[str, str], spoken: list[str]) -> None:
    assert [spoken_room(names[0], "zh-CN"), spoken_room(names[1], "en")] == spoken


@pytest.mark.parametrize(
    ("value", "word"), [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (110, "一百一十"), (1005, "一千零五")]
)
def test_chinese_numerals(value: int, word: str) -> None:
    assert chinese_numeral(value) == word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("下午 2:30 停诊", "下午 二点三十分 停诊"),
        ("14:05 开诊，共 20 个号", "十四点零五分 开诊，共二十个号"),
        ("请打 62345678", "请打六二三四五六七八"),
    ],
)
def test_times_amounts_and_telephones_in_a_notice_are_read_as_people_read_them_r61(written: str, read: str) -> None:
    assert spoken_text(written, "zh-CN") == read


def test_a_call_has_one_wording_for_each_language() -> None:
    names = {"zh-CN": "3号诊室", "en": "Room 3"}
    assert call_sentence("zh-CN", "A023", "east-3", names).text == "请 A 零二三 号，到 三 号诊室 就诊"
    assert call_sentence("en", "A023", "east-3", names).text == "Number A zero two three, please go to Room three"


def test_the_pieces_of_a_call_are_its_words_in_their_order() -> None:
    sentence = call_sentence("zh-CN", "A023", "east-3", {"zh-CN": "3号诊室"})
    assert [piece.name for piece in sentence.pieces] == [
        "call-1", "letter-A", "digit-0", "digit-2", "digit-3", "call-2", "room-east-3", "call-3",
    ]  # fmt: skip
    said = "".join(piece.text for piece in sentence.pieces)
    assert "".join(sign for sign in said if sign.isalnum()) == "".join(
        sign for sign in sentence.text if sign.isalnum()
    )


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("请 A 零二三 号，到 三 号诊室 就诊", "qing3 eigh ling2 er4 san1 hao4, dao4 san1 hao4 zhen3 shi4 jiu4 zhen3"),
        ("零一一", "ling2 yi1 yi1"),
        ("曾医生、单主任", "zeng1 yi1 sheng1, shan4 zhu3 ren4"),
        ("查看医生", "cha2 kan4 yi1 sheng1"),
        ("清创室", "qing1 chuang1 shi4"),
        ("CT室", "C T shi4"),
    ],
)
def test_chinese_is_spelt_with_the_right_readings(written: str, spelling: str) -> None:
    assert pinyin(written) == spelling


def test_what_staff_write_gives_the_voice_no_commands_r61() -> None:
    assert "[" not in spelt("[[h@'loU]] <break/>{x}", "en")
    assert "[" not in spelt("请[[a]]看", "zh-CN")


def test_chinese_that_stands_in_for_english_is_read_as_chinese_r61() -> None:
    assert plain_sentence("en", "停诊").language == "zh-CN"
    assert plain_sentence("en", "Closed").language == "en"


def test_the_letter_a_within_an_english_call_is_no_article() -> None:
    assert spelt("Number A zero", "en") == "Number eigh zero"
    assert spelt("A doctor is late", "en") == "A doctor is late"
