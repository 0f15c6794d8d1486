"""Names and phones as a screen may show them: enough to recognise oneself only (R5)."""

from __future__ import annotations

import unicodedata

#: The compound surnames in use; the first two characters of such a name stay together.
# fmt: off
COMPOUND_SURNAMES = frozenset([
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "轩辕", "令狐", "钟离", "宇文",
    "长孙", "慕容", "司徒", "司空", "夏侯", "南宫", "西门", "独孤", "端木", "百里", "呼延", "东郭",
    "闻人", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙", "鲜于", "闾丘",
    "司寇", "赫连", "公羊", "万俟", "拓跋",
])
# fmt: on


def mask_name(name: str) -> str:
    """周梦溪 as 周*溪, 张伟 as 张*, 欧阳清 as 欧阳*, John Smith as J*** S****."""
    if "·" in name:
        return "·".join(_first_letter(part) for part in name.split("·"))
    if " " in name or not all(_is_han(sign) for sign in name):
        return " ".join(_first_letter(word) for word in name.split(" "))
    surname = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1
    given = len(name) - surname
    if given <= 1:
        return name[:surname] + "*" * given if len(name) > 1 else "*"
    return name[:surname] + "*" * (given - 1) + name[-1]


def mask_phone(phone: str) -> str:
    """138****5678 for a Chinese mobile, ****5678 for any other."""
    mobile = phone.removeprefix("+86")
    if mobile != phone and len(mobile) == 11 and mobile.startswith("1"):
        return f"{mobile[:3]}****{mobile[-4:]}"
    return f"****{phone[-4:]}"


def _first_letter(word: str) -> str:
    letters = [sign for sign in word if not unicodedata.category(sign).startswith("M")]
    return letters[0] + "*" * (len(letters) - 1) if len(letters) > 1 else "*"


def _is_han(sign: str) -> bool:
    return sign == "〇" or "CJK" in unicodedata.name(sign, "")
