"""Files that are not what they should be: each is refused with its place, in plain words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.exchange.conftest import put

from lif.exchange.national.tables import CannotRead, Table, cell_column, ordinary


def rows(path: Path) -> list[tuple[int, list[str]]]:
    return list(Table(path).rows())


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "\ufefftime_period,x\r\n2025,1\r\n")
    assert Table(path).columns == ["time_period", "x"]
    assert rows(path) == [(2, ["2025", "1"])]


def test_a_name_with_a_comma_stands_in_quotes(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", 'la_name,x\n"Kingston upon Hull, City of",1\n')
    assert rows(path) == [(2, ["Kingston upon Hull, City of", "1"])]
    assert cell_column(path, 2, 1) == 31


def test_a_cell_over_two_lines_and_blank_lines_at_the_end(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", 'a,b\n"one\ntwo",2\n\n,\n')
    assert rows(path) == [(3, ["one\ntwo", "2"]), (5, ["", ""])]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "there is no header"),
        (b"\n1,2\n", "there is no header"),
        (b"a,b\n1,2\n1\n", r"a\.csv:3: this row has 1 cells and the header has 2"),
        (b"a,b\n1,2,3\n", r"a\.csv:2: this row has 3 cells"),
        (b"a,a\n1,2\n", "two columns are named 'a'"),
        (b"a;b\n1;2\n", "not parted by commas"),
        (b"a\tb\n1\t2\n", "not parted by commas"),
        (b'a,b\n1,"2\n', "never closed"),
        (b'a,b\n1,"2"3\n', "quotation mark stands where"),
        (b"a,b\n1,caf\xe9\n", r"a\.csv:2:6: the byte 0xe9 is not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), "in UTF-16"),
        (b"a,b\n1," + b"9" * 140_000 + b"\n", "more than 131,072 characters"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, raw: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        rows(put(tmp_path, "a.csv", raw))


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="there is no such file"):
        ordinary(tmp_path / "nothing.csv")
    with pytest.raises(CannotRead, match="not an ordinary file"):
        ordinary(tmp_path)


def test_a_device_is_not_waited_for() -> None:
    with pytest.raises(CannotRead, match="not an ordinary file"):
        Table(Path(os.devnull))
