"""A new record's file: read back as it was meant, whole, and never in the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.source import Document, parse
from lif.source.new_records import Choice, Field, put_new, record_text
from lif.source.writing import CannotWrite

LINES = st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), min_size=1).filter(
    str.strip
)


def test_an_answer_of_yes_or_no_stands_as_people_write_it(tmp_path: Path) -> None:
    fields: dict[str, Field] = {"id": "a", "public": Choice("true"), "title": "true"}
    put_new(tmp_path, "a.yaml", fields)
    assert (tmp_path / "a.yaml").read_text("utf-8") == 'id: a\npublic: true\ntitle: "true"\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Quarterly scorecard", "Quarterly scorecard"),
        ("issued-2025-scorecard", "issued-2025-scorecard"),
        ("2024-25-Q4", "2024-25-Q4"),
        ("2025-05-20", "2025-05-20"),
        ("Scorecard: Quarter 4", '"Scorecard: Quarter 4"'),
        ("12345", "12345"),
        ("5.3", "5.3"),
        ("007", '"007"'),
        ("12,5", '"12,5"'),
        ("1e5", '"1e5"'),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('say "so"', '"say \\"so\\""'),
        ("Café", '"Café"'),
    ],
)
def test_text_is_plain_where_nobody_can_misread_it(text: str, written: str) -> None:
    assert record_text({"title": text}) == f"title: {written}\n"


@given(LINES, st.lists(LINES, max_size=3), LINES)
def test_whatever_stands_in_it_is_read_back(title: str, about: list[str], file: str) -> None:
    fields: dict[str, Field] = {"title": title, "about": about, "files": [{"file": file, "sha256": title}]}
    document = parse(record_text(fields).encode(), "a.yaml")
    assert isinstance(document, Document)
    assert document.data == {name: value for name, value in fields.items() if value}


def test_a_record_is_written_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    put_new(tmp_path, "data/issued-papers/a.yaml", {"id": "a", "note": ""})
    assert (tmp_path / "data/issued-papers/a.yaml").read_bytes() == b"id: a\n"
    assert [path.name for path in (tmp_path / "data/issued-papers").iterdir()] == ["a.yaml"]


def test_it_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    put_new(tmp_path, "data/a.yaml", {"id": "a"})
    with pytest.raises(CannotWrite, match=r"stands already at data/a\.yaml"):
        put_new(tmp_path, "data/a.yaml", {"id": "b"})
    assert (tmp_path / "data/a.yaml").read_bytes() == b"id: a\n"
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["a.yaml"]


def test_nor_on_a_disk_that_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr("os.link", none)
    put_new(tmp_path, "data/a.yaml", {"id": "a"})
    with pytest.raises(CannotWrite, match=r"stands already at data/a\.yaml"):
        put_new(tmp_path, "data/a.yaml", {"id": "b"})
    assert (tmp_path / "data/a.yaml").read_bytes() == b"id: a\n"


def test_it_does_not_follow_a_folder_out_of_the_workspace(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    board = tmp_path / "board"
    board.mkdir()
    (board / "data").symlink_to(outside)
    with pytest.raises(CannotWrite, match="leads out"):
        put_new(board, "data/a.yaml", {"id": "a"})
    assert list(outside.iterdir()) == []
