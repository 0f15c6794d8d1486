"""The gate that every text of a slip passes, and the charsets behind it: no byte of a text can be a command."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printers.decoder import Decoder, Setting, TextBytes
from printers.native.charset import MISSING, Charset, carried, cells, encode
from printers.plain import LONGEST_ADDRESS, MOST_PEOPLE, plain, plain_address, plain_slip
from printers.slip import LONGEST_TEXT, MOST_NOTES, Both, Slip

CHARSETS: tuple[Charset, ...] = ("gb18030", "gbk", "utf8")
SWITCH = {"gb18030": b"\x1c&", "gbk": b"\x1c&", "utf8": b"\x1c(C\x02\x00\x30\x02"}
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_a_plain_text_has_only_characters_that_print_and_stays_what_it_is(text: str) -> None:
    clean = plain(text)
    assert len(clean) <= LONGEST_TEXT
    assert plain(clean) == clean
    assert not {unicodedata.category(one) for one in clean} & {"Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"}
    assert not [one for one in clean if one.isspace() and one != " "]


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [("a\u202eb\u2066c\u200d", "abc"), ("一\n二\t三\u2028四", "一 二 三 四"), ("\x1b@\x1dV\x00", "@V"),
     ("张\u3164三\u115f", "张三"), ("\x10\x04\x01", ""), ("\ud83d王", "王"), ("\u1100\u0301\u1161", "가")],
)  # fmt: skip
def test_what_turns_hides_or_commands_is_dropped(dirty: str, shown: str) -> None:
    assert plain(dirty) == shown


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, st.sampled_from(CHARSETS))
def test_no_byte_of_a_text_can_be_a_command_and_the_printer_reads_back_what_was_meant(
    text: str, charset: Charset
) -> None:
    """The printer in pair mode takes the byte after a lead byte blindly: it must find its own pairs, all of them."""
    shown = carried(plain(text), charset)
    data = encode(shown, charset)
    assert "?" not in shown or "?" in unicodedata.normalize("NFKD", text)
    assert not [byte for byte in data if byte < 0x20 or byte == 0x7F]
    decoder = Decoder()
    switch, *events = decoder.feed(SWITCH[charset] + data + b"\x1b@")
    assert isinstance(switch, Setting)
    texts = [event.text for event in events[:-1] if isinstance(event, TextBytes)]
    assert ("".join(texts), len(texts)) == (shown, len(events) - 1)
    assert decoder.held == 0


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.sampled_from(CHARSETS))
def test_the_same_bytes_are_harmless_on_a_printer_that_was_not_switched_over(text: str, charset: Charset) -> None:
    events = Decoder().feed(encode(carried(plain(text), charset), charset))
    assert {type(event) for event in events} <= {TextBytes}


@pytest.mark.parametrize(
    ("text", "gb18030", "gbk", "utf8"),
    [
        ("龚䶮", "龚䶮", "龚(yan)", "龚䶮"),
        ("𠮷野家", f"{MISSING}野家", f"{MISSING}野家", f"{MISSING}野家"),
        ("é ñ ﬁ", "é n fi", "é n fi", "é ñ fi"),
        ("ok 🙂", f"ok {MISSING}", f"ok {MISSING}", f"ok {MISSING}"),
        ("عرب", MISSING * 3, MISSING * 3, MISSING * 3),
        ("about 25–40", "about 25-40", "about 25-40", "about 25-40"),
        ("“A”…", '"A"...', '"A"...', '"A"...'),
        ("说“好”——走", "说“好”——走", "说“好”——走", "说“好”——走"),
        ("\ue000", MISSING, MISSING, MISSING),
    ],
)
def test_what_a_charset_lacks_is_replaced_and_never_a_question_mark(
    text: str, gb18030: str, gbk: str, utf8: str
) -> None:
    assert [carried(text, charset) for charset in CHARSETS] == [gb18030, gbk, utf8]


@pytest.mark.parametrize("charset", CHARSETS)
def test_bytes_are_made_only_of_what_the_charset_has(charset: Charset) -> None:
    for bad in ("\x1b", "\n", "\x7f", "🙂", "\ud800"):
        with pytest.raises(ValueError, match="charset"):
            encode(bad, charset)


def test_columns_are_half_widths() -> None:
    assert [cells("A029 内科", charset) for charset in CHARSETS] == [9, 9, 9]
    assert cells("é", "gb18030") == 2


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_an_address_is_printable_ascii_or_nothing(text: str) -> None:
    safe = plain_address("https://clinic/" + text)
    assert safe.isascii()
    assert safe.isprintable()
    assert len(safe) <= LONGEST_ADDRESS
    assert plain_address(safe) == safe


def test_an_ordinary_address_stays_as_it_is() -> None:
    address = "https://renhe.example:8443/t/8Kq2mVtY4nXc7RbL1wZsHd?a=1&b=%20#x"
    assert plain_address(address) == address


def test_every_text_of_a_slip_passes(make_slip: Callable[..., Slip]) -> None:
    bad = Both("\x1b@坏\u202e", "\x1dV\x00bad")
    texts = {field.name: bad for field in fields(Slip) if field.type == "Both"}
    names = {field.name: "\x10\x04x" for field in fields(Slip) if field.type == "str" and field.name != "language"}
    slip = replace(make_slip(), **texts, **names, notes=(bad,) * 20, ahead=10**30, wait_low=-5)
    clean = plain_slip(slip)
    for field in fields(Slip):
        value = getattr(clean, field.name)
        if isinstance(value, Both):
            assert value == Both("@坏", "Vbad")
        elif field.name in names and field.name != "url":
            assert value == "x"
    assert clean.notes == (Both("@坏", "Vbad"),) * MOST_NOTES
    assert clean.url == "%10%04x"
    assert (clean.ahead, clean.wait_low) == (MOST_PEOPLE, 0)
    assert plain_slip(clean) == clean
