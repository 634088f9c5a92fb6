"""What `source` hands over as text and the schema has to refuse: each file, its place and words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.records.cases import Case, Measured, Titled
from tests.source.cases import BADINPUT, SCHEMA_CASES, VERDICTS

from lif.diagnostics import line
from lif.records import problems
from lif.records.reading import read_record
from lif.records.record import Record
from lif.source import Document, read
from lif.workspace.places import worded

IN_ITS_FILE = "id-mismatch-with-filename.yaml"
"""The only one that a record alone cannot show: tests/workspace holds it as I101."""

AS: dict[str, type[Case]] = {
    "type-decimal-bomb.yaml": Measured,
    "type-float-overflow.yaml": Measured,
    "type-nan.yaml": Measured,
    "type-null-forms.yaml": Titled,
}

EXPECTED = Path(__file__).with_name("badinput-expected.txt")
"""The first thing said of each file: line, column, code, words and what to do."""


def told(name: str) -> list[str]:
    """What is said of a file, read as a record."""
    document = read(BADINPUT, name)
    assert isinstance(document, Document), name
    found = read_record(AS.get(name, Case), document.data)
    if isinstance(found, Record):
        return []
    return [
        line(worded(p.code, document.locate(p.path, key=p.at_key), p.wording, "", p.path)).partition(":")[2]
        for p in found
    ]


REFUSED = sorted(set(SCHEMA_CASES) - {IN_ITS_FILE})


@pytest.mark.parametrize("name", REFUSED)
def test_the_schema_refuses_it(name: str) -> None:
    assert VERDICTS[name] == "reject"
    assert told(name)


def test_what_is_said_of_each(update_golden: bool) -> None:
    made = "".join(f"{name}:{told(name)[0]}\n" for name in REFUSED)
    if update_golden:
        EXPECTED.write_text(made, encoding="utf-8")
    assert made == EXPECTED.read_text(encoding="utf-8")


def test_every_null_and_every_empty_member_is_told() -> None:
    assert [each.partition(" error ")[0] for each in told("type-null-forms.yaml")] == [
        "2:7:",
        "3:8:",
        "4:1:",
        "5:1:",
    ]


def test_many_slips_are_cut_short_and_quickly() -> None:
    begun = time.perf_counter()
    found = told("size-many-errors.yaml")
    assert time.perf_counter() - begun < 2
    assert len(found) == 101
    assert "and 1900 more problems in this file" in found[-1]


def test_an_id_of_other_letters_shows_the_code_point() -> None:
    assert "U+0435" in told("uni-cyrillic-id.yaml")[0]


@pytest.mark.parametrize(
    ("name", "field", "text"),
    [("type-version.yaml", "version", "1.10"), ("size-many-comments.yaml", "id", "rec-001")],
)
def test_what_is_accepted_keeps_its_text(name: str, field: str, text: str) -> None:
    document = read(BADINPUT, name)
    assert isinstance(document, Document)
    found = read_record(Case, document.data)
    assert isinstance(found, Case)
    assert getattr(found, field) == text


def test_a_number_of_many_decimals_is_refused_where_a_quantity_is_wanted_and_never_changed() -> None:
    document = read(BADINPUT, "type-float-precision.yaml")
    assert isinstance(document, Document)
    assert isinstance(document.data, dict)
    assert document.data["value"] == "0.12345678901234567890123"
    found = read_record(Measured, document.data)
    assert isinstance(found, list)
    assert [each.code for each in found] == [problems.not_a_quantity]
