"""How numbers and rooms are read aloud. A ticket's number is read figure by figure, so that A023 and A123 cannot be
taken for each other; a room is read as the sign on its door is read."""

from __future__ import annotations

import re

CHINESE_DIGITS = "零一二三四五六七八九"
ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ENGLISH_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])\s*[:：]\s*([0-5]\d)(?!\d)")
_FIGURES = re.compile(r"\s*([0-9]+)\s*")


def is_chinese(language: str) -> bool:
    """Whether a language is read with Chinese numerals."""
    return language.startswith("zh")


def spoken_number(number: str, language: str) -> str:
    """A023 becomes "A 零二三" or "A zero two three"."""
    signs = re.match(r"(\D*)(.*)", number, re.DOTALL)
    letters, figures = signs.groups() if signs else ("", number)
    words = [_digit(sign, language) for sign in figures]
    read = ("" if is_chinese(language) else " ").join(words)
    return " ".join(part for part in (*letters.strip(), read) if part.strip())


def spoken_room(name: str, language: str) -> str:
    """抽血3号窗口 becomes "抽血 三 号窗口", Room 12 becomes "Room twelve"."""
    numeral = chinese_numeral if is_chinese(language) else english_numeral
    return _FIGURES.sub(lambda found: f" {numeral(int(found[1]))} ", name).strip()


def spoken_text(text: str, language: str) -> str:
    """Any sentence with its figures as words: times of day, then whole numbers. English is left as it stands, since
    its voice reads figures itself."""
    if not is_chinese(language):
        return text
    timed = _CLOCK.sub(lambda found: _chinese_time(int(found[1]), int(found[2])), text)
    return _FIGURES.sub(lambda found: _chinese_figures(found[1]), timed)


def chinese_numeral(value: int) -> str:
    """12 is 十二, 301 is 三百零一; above 9999 figure by figure."""
    if value > 9999:
        return "".join(CHINESE_DIGITS[int(digit)] for digit in str(value))
    if value < 10:
        return CHINESE_DIGITS[value]
    text, gap = "", False
    for size, name in _PLACES:
        digit = value // size % 10
        if digit == 0:
            gap = text != ""
            continue
        bare_ten = size == 10 and digit == 1 and not text
        text += ("零" if gap else "") + ("" if bare_ten else CHINESE_DIGITS[digit]) + name
        gap = False
    return text


def english_numeral(value: int) -> str:
    """12 is twelve; from 100 on figure by figure, as rooms are called."""
    if value < 10:
        return ENGLISH_DIGITS[value]
    if value < 20:
        return ENGLISH_TEENS[value - 10]
    if value < 100:
        unit = value % 10
        return ENGLISH_TENS[value // 10] + (f" {ENGLISH_DIGITS[unit]}" if unit else "")
    return " ".join(ENGLISH_DIGITS[int(digit)] for digit in str(value))


def _digit(sign: str, language: str) -> str:
    if not (sign.isascii() and sign.isdigit()):
        return sign
    return CHINESE_DIGITS[int(sign)] if is_chinese(language) else ENGLISH_DIGITS[int(sign)]


def _chinese_time(hour: int, minute: int) -> str:
    if minute == 0:
        return f"{chinese_numeral(hour)}点"
    zero = "零" if minute < 10 else ""
    return f"{chinese_numeral(hour)}点{zero}{chinese_numeral(minute)}分"


def _chinese_figures(figures: str) -> str:
    """A telephone's figures, and those that begin with nought, one by one."""
    if len(figures) > 4 or (len(figures) > 1 and figures.startswith("0")):
        return "".join(CHINESE_DIGITS[int(digit)] for digit in figures)
    return chinese_numeral(int(figures))
