"""A sentence as the voice reads it without mistakes: Chinese as pinyin with tones, English with its letters by name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from server.speech.rules.reading import CHINESE_DIGITS, is_chinese, spoken_text

#: Figures that are read one by one keep their own tones: yi1 in 一零一, whatever follows.
_FIGURES = dict(
    zip(CHINESE_DIGITS, ("ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"), strict=True)
)
_TOKEN = re.compile(rf"([{CHINESE_DIGITS}]{{2,}})|([A-Za-z]+)|([\u3400-\u9fff\u3007]+)|([^\s\w]+)")
#: A word in Latin letters up to this length is an abbreviation and spelt: CT, WC.
_SPELT = 3
#: A capital A within an English sentence is a letter; at its beginning it is the article.
_LETTER_A = re.compile(r"(?<=\w )A(?=[ ,.]|$)")
#: Signs that would be commands to the voice.
_COMMANDS = re.compile(r"[\[\]<>{}]")

#: Words of a hospital whose characters have a second reading.
_WORDS = {
    "大夫": [["dài"], ["fu"]], "清创": [["qīng"], ["chuāng"]], "种牙": [["zhòng"], ["yá"]],
    "采血": [["cǎi"], ["xuè"]], "便血": [["biàn"], ["xuè"]], "系好": [["jì"], ["hǎo"]],
}  # fmt: skip
#: Surnames whose usual reading is another one.
_SURNAMES = {
    "单": "shàn", "仇": "qiú", "曾": "zēng", "解": "xiè", "任": "rén", "区": "ōu", "查": "zhā", "盖": "gě",
    "华": "huà", "朴": "piáo", "覃": "qín", "缪": "miào", "乐": "yuè", "宁": "nìng", "翟": "zhái", "尹": "yǐn",
}  # fmt: skip
_TITLES = ("医生", "大夫", "医师", "主任", "护士", "护士长", "教授", "院长", "老师", "女士", "先生")

#: Syllables for which the voice has no spelling, as sounds: x, q and j before iong.
_IONG = re.compile(r"([xqj])iong([1-4])")
_SOUNDS = {"x": "S;", "q": "tS;h", "j": "tS;"}
_TONES = {"1": "55", "2": "35", "3": "214", "4": "51"}
#: Interjections without a vowel.
_VOICELESS = re.compile(r"(?:hm|hng|ng|m|n)([1-5])")


def spelt(text: str, language: str) -> str:
    """The line to hand to the voice of a language."""
    plain = _COMMANDS.sub(" ", text)
    return pinyin(plain) if is_chinese(language) else _LETTER_A.sub(_letter_name("A"), plain)


def pinyin(text: str) -> str:
    """请 A 零二三 号 becomes "qing3 eigh ling2 er4 san1 hao4"; signs of punctuation become short rests."""
    return " ".join(_words(text)).replace(" ,", ",").strip(" ,")


def _words(text: str) -> list[str]:
    words: list[str] = []
    for figures, latin, characters, mark in _TOKEN.findall(spoken_text(text, "zh-CN")):
        if figures:
            words += [_FIGURES[figure] for figure in figures]
        elif latin:
            words += _latin(latin)
        elif characters:
            words += _syllables(characters)
        elif mark:
            words.append(",")
    return words


def _syllables(characters: str) -> list[str]:
    pypinyin = _pypinyin()
    read = pypinyin.lazy_pinyin(
        characters, style=pypinyin.Style.TONE3, neutral_tone_with_five=True, tone_sandhi=True, errors="ignore"
    )
    return [as_voiced(syllable) for syllable in read]


def as_voiced(syllable: str) -> str:
    """A syllable as the voice takes it, such as "hao4", or as sounds where it has no spelling for it."""
    iong = _IONG.fullmatch(syllable)
    if iong:
        return f"[[{_SOUNDS[iong[1]]}j'ong{_TONES[iong[2]]}]]"
    return _VOICELESS.sub(r"en\1", syllable) if _VOICELESS.fullmatch(syllable) else syllable.replace("ê", "ei")


def _latin(word: str) -> list[str]:
    if len(word) <= _SPELT or word.isupper():
        return [_letter_name(letter) for letter in word.upper()]
    return [word.lower()]


def _letter_name(letter: str) -> str:
    """A letter as the voice reads it; a lone A would be the article."""
    return "eigh" if letter == "A" else letter


@cache
def _pypinyin() -> Any:
    """The library with our words. Loaded with the first sentence: it takes a moment and some memory."""
    import pypinyin  # noqa: PLC0415

    pypinyin.load_phrases_dict(_WORDS)
    surnames = {
        f"{surname}{title}": [[read], *([syllable] for syllable in pypinyin.lazy_pinyin(title, pypinyin.Style.TONE))]
        for surname, read in _SURNAMES.items()
        for title in _TITLES
    }
    pypinyin.load_phrases_dict(surnames)
    return pypinyin
