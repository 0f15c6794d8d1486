"""Where a value stands in a TOML text."""

from __future__ import annotations

from server.clinic.file.lines import KeyLines

TEXT = '''\
# [not.a.table]
top = 1
[table]
key = "a # b = c [d"   # comment = 1
many = [
  { a = 1 },           # first
  { a = 2 }, { a = 3 },

  { a = 4,
    b = 5 },
]
long = """
[inside]
key = 2
"""
after = [1, 2]
[table.sub]
"quoted" = 1
[[list]]
key = 1
[[list]]
key = 2
'''


def test_keys_tables_and_elements_are_found_where_they_stand() -> None:
    lines = KeyLines(TEXT)
    expected = {
        ("top",): 2, ("table",): 3, ("table", "key"): 4, ("table", "many"): 5, ("table", "many", 0): 6,
        ("table", "many", 1): 7, ("table", "many", 2): 7, ("table", "many", 3): 9, ("table", "long"): 12,
        ("table", "after"): 16, ("table", "sub", "quoted"): 18, ("list", 0, "key"): 20, ("list", 1): 21,
        ("list", 1, "key"): 22,
    }  # fmt: skip
    assert {path: lines.line(path) for path in expected} == expected


def test_what_has_no_line_of_its_own_gets_that_of_what_holds_it() -> None:
    lines = KeyLines(TEXT)
    assert lines.line(("list", 1, "missing")) == 21
    assert lines.line(("table", "after", 1)) == 16
    assert lines.line(("nowhere", "at all")) == 1
    assert lines.line(()) == 1
