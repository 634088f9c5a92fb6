"""Every reading code: its explanation is whole, and an example gives its message at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lif.diagnostics import AnyCode, Diagnostic
from lif.source import READING, Document, Table, parse, read_table
from lif.source.tables import parse_table

TEXT: list[tuple[bytes, str]] = [
    (b"a: caf\xe9\n", "R201 1:7 byte 0xE9 is not UTF-8 text; it looks like Windows-1252"),
    (b"a: \x81\n", "R201 1:4 byte 0x81 is not UTF-8 text"),
    (
        b"a: caf\xc3",
        "R201 1:7 the file ends in the middle of a character (byte 0xC3); it may be half written",
    ),
    ("\ufeffa: b\n".encode("utf-16-be"), "R202 1:1 this file is UTF-16; records are UTF-8"),
    ("a: b\n".encode("utf-32-le"), "R202 1:1 this file is UTF-32 without a mark; records are UTF-8"),
    (b"PK\x03\x04\x14\0\6\0", "R203 1:1 this is a binary file (a Word, Excel or zip file), not text"),
    (bytes(range(1, 9)) * 9, "R203 1:1 this is a binary file, not text"),
    (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\n",
        "R204 1:1 this is a Git LFS pointer; the record itself has not been fetched",
    ),
    (b"\n<html lang=en>", "R205 1:1 this is a web page (HTML) under a record's name"),
    (b"a: b\0\n", "R206 1:5 U+0000 (null) stands in the text"),
    (b"# \x1b[2J\na: b\n", "R207 1:3 U+001B (escape) stands in the text and cannot be seen"),
    ("a: b\u0085c\n".encode(), "R207 1:5 U+0085 (next line) stands in the text and cannot be seen"),
    ("a: b\u2028c\n".encode(), "R207 1:5 U+2028 (line separator) stands in the text and cannot be seen"),
    (
        "a: \u2067b\n".encode(),
        "R208 1:4 U+2067 (right-to-left isolate) makes the text show in another order than it is read",
    ),
    ("a: b\u200bc\n".encode(), "R209 1:5 U+200B (zero width space) stands in the text and cannot be seen"),
    *(
        (
            f"a: b{filler}c\n".encode(),
            f"R209 1:5 U+{ord(filler):04X} ({name}) stands in the text and cannot be seen",
        )
        for filler, name in (
            ("\u115f", "hangul choseong filler"),
            ("\u1160", "hangul jungseong filler"),
            ("\u3164", "hangul filler"),
            ("\uffa0", "halfwidth hangul filler"),
        )
    ),
    ("a: b\u00adc\n".encode(), "R209 1:5 U+00AD (soft hyphen) stands in the text and cannot be seen"),
    (
        "a: \U000e0041\n".encode(),
        "R210 1:4 U+E0041 (tag latin capital letter a) begins text that cannot be seen",
    ),
    (
        "a:\n  -\u00a0b\n".encode(),
        "R211 2:4 U+00A0 (no-break space) stands after the dash, where a plain space is needed",
    ),
    (
        "a:\u202fb\n".encode(),
        "R211 1:3 U+202F (narrow no-break space) stands after the colon, where a plain space is needed",
    ),
    (b"a:\n\tb: c\n", "R212 2:1 this line begins with a tab; indentation is made with spaces"),
    (
        b"a: |\n  b\n  >>>>>>> theirs\n",
        "R213 3:3 a merge was not finished: git's conflict mark stands here",
    ),
    (b"||||||| base\n", "R213 1:1 a merge was not finished: git's conflict mark stands here"),
    (
        b"a: b\rc: d\n",
        "R214 1:5 U+000D (carriage return) stands here without a line feed, as in old Mac files",
    ),
    (
        b'a: "x \\u202E"\n',
        "R215 1:7 an escape in this quoted text stands for U+202E (right-to-left override), "
        "which may not be in a record",
    ),
    (
        b'a: "\\x0D"\n',
        "R215 1:5 an escape in this quoted text stands for U+000D (carriage return), "
        "which may not be in a record",
    ),
    (b"a: b\nc: " + b"d" * 20_001, "R216 2:1 this line is longer than 20,000 characters"),
    (
        "a: don\u00e2\u20ac\u2122t \u00c3\u00a9\n".encode(),
        "R251 1:7 'â€™' looks like a sign that was garbled when the file was saved (and in 1 more place)",
    ),
    (
        "a: lost \ufffd\n".encode(),
        "R251 1:9 '\ufffd' looks like a sign that was garbled when the file was saved",
    ),
    ("a: b\u200ec\n".encode(), "R252 1:5 U+200E (left-to-right mark) stands in the text and cannot be seen"),
    (
        "a: b\ufe00\ufe01\n".encode(),
        "R253 1:5 U+FE00 (variation selector-1) begins a row of characters that cannot be seen",
    ),
    (("a: Z" + "\u0300" * 4 + "\n").encode(), "R254 1:5 more than three accents stand on one letter"),
    (b"", "R301 1:1 this file is empty; a record was expected"),
    (b"# only\n", "R301 1:1 this file holds only comments; a record was expected"),
    (b"---\n", "R301 2:1 this file holds only '---'; a record was expected"),
    (b"[]\n", "R301 1:1 this file holds only empty brackets; a record was expected"),
    (b"just words\n", "R302 1:1 found text where a record was expected"),
    (b"- a: b\n- c\n", "R302 2:3 found a text, as an item of the file's list, where a record was expected"),
    (b"a: b\n---\nc: d\n", "R303 2:1 a second document starts here; a file holds one"),
    (b"%YAML 1.1\n---\na: b\n", "R304 1:1 a line that begins with '%' changes how YAML is read"),
    (b"%TAG ! x\n---\na: b\n", "R304 1:1 a line that begins with '%' changes how YAML is read"),
    (b"a: *important* b\n", "R305 1:4 'important' after * is read as a reference to another place"),
    (b"a: *Jane\n", "R305 1:4 the text after * is read as a reference to another place"),
    (b"a: &lead b\n", "R306 1:4 'lead' after & is read as a name for this value"),
    (b"a: !important\n", "R307 1:4 '!' at the start of a value is read as a type; records have none"),
    (b"a: !nope!x y\n", "R307 1:4 '!' at the start of a value is read as a type; records have none"),
    (b"<<: a\n", "R308 1:1 '<<' would copy keys from another place; records have no such copies"),
    (b"a: b\nc: {d: e, d: f}\n", "R309 2:11 'd' stands here a second time; the first is on line 2"),
    (b"a: b\nA: c\n", "R310 2:1 'A' and 'a' on line 1 differ only in capital letters"),
    (b"? {a: b}\n: c\n", "R311 1:3 a mapping stands where a key was expected"),
    (b": a\n", "R312 1:1 there is no key before this colon"),
    (b'a: b\n"": c\n', "R312 2:1 there is no key before this colon"),
    (b"yes: a\n", "R313 1:1 this key reads as true or false; a key is the name of a field"),
    (b"0x1F: a\n", "R313 1:1 this key reads as a number; a key is the name of a field"),
    (b"2025-01-05: a\n", "R313 1:1 this key reads as a date; a key is the name of a field"),
    (b"~: a\n", "R313 1:1 this key reads as nothing; a key is the name of a field"),
    (
        "tit\u04cfe: a\n".encode(),
        "R314 1:1 this key holds U+04CF (cyrillic small letter palochka); "
        "keys are made of letters a to z, digits, hyphens and underscores",
    ),
    (
        b"Jane Smith: a\n",
        "R314 1:1 this key holds a space; keys are made of letters a to z, digits, hyphens and underscores",
    ),
    (
        b"2nd: a\n",
        "R314 1:1 this key begins with a digit; "
        "keys are made of letters a to z, digits, hyphens and underscores",
    ),
    (b"a: " + b"[" * 17, "R315 1:19 lists and mappings stand more than 16 levels inside one another here"),
    (b"a:\n" + b"- b\n" * 20_000, "R316 19999:3 this file holds more than 20,000 keys and values"),
    (b"Title: a\n", "R317 1:1 'Title' has capital letters; keys are in small letters"),
    (b"a: b: c\n", "R321 1:5 a second colon on this line makes its text look like a key"),
    (b"a: [10:30]\n", "R321 1:7 a colon inside brackets makes this text look like a key"),
    (b"a: `b`\n", "R322 1:4 '`' cannot begin a text without quotes"),
    (b"a: ]\n", "R322 1:4 ']' cannot begin a text without quotes"),
    (b'a: b\nc: "d\n', 'R323 2:4 the quotation mark " opens a text here and nothing closes it'),
    (b"a: 'b\nc: 'd'\n", "R323 1:4 the quotation mark ' opens a text here and nothing closes it"),
    (
        b"a: 'it's'\n",
        "R324 1:8 words stand after a closing ' mark: an apostrophe inside single quotes ends the text",
    ),
    (b'a: "b" c\n', 'R324 1:7 words stand after a closing " mark'),
    (b'a: "C:\\data"\n', "R325 1:7 the backslash here begins a code that does not exist"),
    (b'a: "\\ud800"\n', "R325 1:5 the backslash here begins a code that does not exist"),
    (b"a: | b\n", "R326 1:4 after | or > the line must end, and the text starts on the next line"),
    (
        b"a:\n  b: c\n d: e\n",
        "R327 3:2 this line's indentation fits neither the lines above it nor what holds them",
    ),
    (
        b"a: b\n  c: d\n",
        "R327 2:3 this line's indentation fits neither the lines above it nor what holds them",
    ),
    (b"a: [b\nc: d\n", "R328 1:4 '[' opens here, and ']' or a comma is missing"),
    (b"a: {b: c\n", "R328 1:4 '{' opens here, and '}' or a comma is missing"),
    (b"a: b\nc d\ne: f\n", "R329 2:1 this line has no 'key: ' at its start"),
    (b"a b\nc: d\n", "R329 1:1 this line has no 'key: ' at its start"),
    ("a: b\nc\uff1ad\n".encode(), "R329 2:2 U+FF1A (fullwidth colon) stands where a plain colon is needed"),
    (b"a: - b\n", "R330 1:4 items of a list and keys are mixed here"),
    (b"a:\n  - b\n  c: d\n", "R330 3:3 items of a list and keys are mixed here"),
    (b"{a: b}\n{c: d}\n", "R331 2:1 this line cannot be read as part of a record"),
    (b"a: [b]]\n", "R332 1:7 ']' closes a list or mapping that was not opened"),
]

TABLES: list[tuple[bytes, str]] = [
    (b"\n", "R401 1:1 this table is empty; a header was expected on its first line"),
    (
        b"period;value\n",
        "R402 1:1 the first line should be 'period,value'; the columns here are separated by semicolons",
    ),
    (b"value,period\n", "R402 1:1 the first line should be 'period,value'"),
    (b"period,value\n2024,1,234\n", "R403 2:1 this row has 3 cells; the header has 2"),
    (b'period,value\n2024,"a\n2025,b\n', "R404 2:6 a quotation mark opens this cell and nothing closes it"),
    (b'period,value\n2024,"a"b\n', "R405 2:6 a quotation mark stands inside this cell"),
    (b'period,value\n2024,a "b" c\n', "R405 2:6 a quotation mark stands inside this cell"),
    (b"period,value\n\n2024,1\n", "R406 2:1 this line is empty; each line is a row"),
]

IN_OTHER_TESTS = {"R101", "R102", "R103", "R104", "R105", "R106", "R107", "R108"}
"""Codes of files: tests/source/test_files.py."""


def shown(told: Diagnostic) -> str:
    return f"{told.code} {told.location.line}:{told.location.column} {told.message}"


@pytest.mark.parametrize(("raw", "expected"), TEXT, ids=[expected[:4] for _, expected in TEXT])
def test_example_of_a_record(raw: bytes, expected: str) -> None:
    result = parse(raw, "x.yaml")
    told = result.warnings if isinstance(result, Document) else result
    assert shown(told[0]) == expected
    assert told[0].hint


@pytest.mark.parametrize(("raw", "expected"), TABLES, ids=[expected[:4] for _, expected in TABLES])
def test_example_of_a_table(raw: bytes, expected: str) -> None:
    result = parse_table(raw, "x.csv", ("period", "value"))
    assert isinstance(result, tuple)
    assert shown(result[0]) == expected


def test_every_code_has_an_example() -> None:
    examples = {expected[:4] for _, expected in TEXT + TABLES} | IN_OTHER_TESTS
    assert {code.number for code in READING} == examples
    assert len({code.name for code in READING}) == len(READING)


@pytest.mark.parametrize("code", READING, ids=[code.name for code in READING])
def test_every_code_explains_itself(code: AnyCode) -> None:
    explanation = code.explain()
    assert re.fullmatch(r"R[1-4][0-9]{2}", code.number)
    assert explanation.what.endswith(".")
    assert explanation.source.endswith(".")
    assert explanation.mend.strip()[0].isupper()


def test_all_wrong_keys_are_told_at_once() -> None:
    result = parse(b"id: a\nTitle: b\n1: c\nid: d\nx y: e\n", "x.yaml")
    assert isinstance(result, tuple)
    assert [told.code for told in result] == ["R317", "R313", "R309", "R314"]


def test_one_mistake_gives_one_message() -> None:
    for raw in (b"a: *b* c\n", b"a: !x [b\n", b"a b\nc: d\n"):
        result = parse(raw, "x.yaml")
        assert isinstance(result, tuple)
        assert len(result) == 1


def test_no_value_is_ever_repeated() -> None:
    secret = "Zebedee"
    slips = (
        *("# Smith: a", "a: '#'s b'", "a: *#", "a: &# b", "a: !# b", "a: #: b", "a: @#", "a: |#", 'a: "\\#"'),
        *("#", "a: b\n#", "a: [#", "a: '#", "%#", "? [#]\n: a", "#.#: a"),
    )
    for raw in (slip.replace("#", secret) for slip in slips):
        result = parse(raw.encode(), "x.yaml")
        assert isinstance(result, tuple)
        assert all(secret not in told.message + told.hint for told in result)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  one\n  =======\n  two\n",  # a heading, not a conflict
        "a: x <<<<<<< y\n",
        "a: |\n  - b\tc\n  \tindented by a tab inside a block\n",
        "a: |\n  note:\u00a0b\n  \u00a0\u00a0c\n",  # no-break spaces inside a block are text
        "a: b\u00a0c\n",
        "a: \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\n",  # the flag of England
        "a: \U0001f468\u200d\U0001f467\n",  # a family: two signs joined
        "a: \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",  # Persian needs the joiner
        "a: \u2764\ufe0f\n",
        "a: Strau\u00df \u00c5ngstr\u00f6m \u00c2ge\n",
        "a: b & c * d ! e % f @ g\n",
        'a: "b\\tc\\nd"\n',
        "a: # no value\n",
        "---\na: b\n...\n",
        "- a: b\n- a: c\n",
        '{"a": "b"}\n',
    ],
)
def test_what_is_no_mistake(text: str) -> None:
    result = parse(text.encode(), "x.yaml")
    assert isinstance(result, Document), result
    assert result.warnings == ()


def test_a_table_gives_rows_of_text_with_places(tmp_path: Path) -> None:
    raw = b'\xef\xbb\xbfperiod,value\r\n2024,=1+1\r\n"a, ""b""\r\nc",\r\n2025,\xc2\xa35\r\n'
    (tmp_path / "x.csv").write_bytes(raw)
    table = read_table(tmp_path, "x.csv", ("period", "value"))
    assert isinstance(table, Table)
    assert table.rows == [("2024", "=1+1"), ('a, "b"\nc', ""), ("2025", "£5")]
    assert [str(place) for place in table.places] == ["x.csv:2:1", "x.csv:3:1", "x.csv:5:1"]
    assert str(table.locate(0, "value")) == "x.csv:2:6"
    assert str(table.locate(1, "value")) == "x.csv:4:4"
    assert str(table.locate(2, "value")) == "x.csv:5:6"


def test_a_table_goes_through_the_doors(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"period,value\n2024,\xff\n")
    (tmp_path / "y.txt").write_bytes(b"")
    with (tmp_path / "z.csv").open("wb") as file:
        file.truncate(20_000_001)
    told = [read_table(tmp_path, name, ("period", "value")) for name in ("x.csv", "y.txt", "z.csv")]
    assert [result[0].code for result in told if isinstance(result, tuple)] == ["R201", "R107", "R106"]


def test_a_long_table_is_read_in_seconds() -> None:
    raw = b"period,value\n" + b"2024-25-Q1,12345.6\n" * 200_000
    table = parse_table(raw, "x.csv", ("period", "value"))
    assert isinstance(table, Table)
    assert len(table.rows) == 200_000


def test_faults_of_a_table_are_told_up_to_a_number() -> None:
    told = parse_table(b"period,value\n" + b"1\n" * 1000, "x.csv", ("period", "value"))
    assert isinstance(told, tuple)
    assert len(told) == 20
