"""No message about a field repeats what may be personal, whatever the field, the kind, or the mistake."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.cases import Case, Titled

from lif.records import problems
from lif.records.kinds import KINDS
from lif.records.problems import shown
from lif.records.reading import read_record, swallowed
from lif.records.record import Record

PERSONAL = [
    "Jane Smith",
    "Zoë O’Neill-Jones",
    "J. Smith",
    "SMITH, Jane",
    "jane.smith@example.org",
    "943 476 5919",
    "9434765919",
    "943-476-5919",
    "9,434,765,919",
    "943.476.5919",
    "９４３４７６５９１９",
    "DN31 1HU",
    "dn311hu",
    "QQ 12 34 56 C",
    "X (14)",
    "aged 13",
    "mother of two",
    "01472 555 123",
    "see Jane Smith, born 3 May 2012",
]
"""Invented: names, numbers with the form of an NHS, insurance or telephone number, postcodes, ages."""
PLAIN = ["higher", "05/01/2026", "5,000", "1e400", "2025-Q2", "in-progress", "Neglect", "yes", "act-2024"]


def pieces(value: str) -> list[str]:
    """The parts of a value that would give it away: its words of three letters and runs of three digits."""
    return [piece for piece in re.findall(r"[^\W_]+", value.lower()) if len(piece) > 2]


def words(found: object) -> str:
    """Everything that is said: message and hint."""
    assert isinstance(found, list)
    return " ".join(f"{problem.wording.message} {problem.wording.hint}" for problem in found).lower()


@pytest.mark.parametrize("value", PERSONAL)
def test_what_may_be_personal_is_not_shown(value: str) -> None:
    assert shown(value) == "(not shown)"


@pytest.mark.parametrize("value", PLAIN)
def test_what_is_plain_is_shown(value: str) -> None:
    assert shown(value) == value


@given(st.text())
def test_what_is_shown_is_short_and_prints(value: str) -> None:
    text = shown(value)
    assert len(text) <= 41 * 8
    assert text.isprintable()


@pytest.mark.parametrize("value", PERSONAL)
def test_no_field_of_the_case_repeats_it(value: str) -> None:
    fields: dict[str, Any] = dict.fromkeys(Case.model_fields, value)
    found = read_record(
        Case, {**fields, "tags": [value], "values": [{"quarter": value, "x": value}], value: value}
    )
    said = words(found)
    own = "dates are written year-month-day write digits only lower-case words and single hyphens"
    assert [piece for piece in pieces(value) if piece in said and piece not in own] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
@pytest.mark.parametrize("value", ["Jane Smith", "943 476 5919", "jane.smith@example.org"])
def test_no_kind_repeats_it(kind: type[Record], value: str) -> None:
    fields: dict[str, Any] = dict.fromkeys(kind.model_fields, value)
    listed: dict[str, Any] = {name: [value] for name in fields}
    for data in (fields, {**fields, value: value}, listed, {"id": {value: value}}):
        said = words(read_record(kind, data))
        assert not [piece for piece in ("jane", "smith", "943", "5919") if piece in said]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_is_read_without_a_crash_whatever_it_is_given(kind: type[Record]) -> None:
    shapes: tuple[Any, ...] = (
        None,
        "text",
        [],
        [{}],
        {},
        {"id": None},
        {"id": "a", "x": [None]},
        {"id": ["a"]},
    )
    for data in shapes:
        found = read_record(kind, data)
        assert isinstance(found, list)
        assert all(each.wording.message for each in found)


ANY = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["2025-01-05", "2024-25-Q1", "12", "true", "a-b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(KINDS), st.data())
def test_any_shape_in_any_field_is_worded(kind: type[Record], data: st.DataObject) -> None:
    given_fields = {
        name: data.draw(ANY, name) for name in data.draw(st.lists(st.sampled_from(sorted(kind.model_fields))))
    }
    found = read_record(kind, given_fields)
    if isinstance(found, list):
        for each in found:
            assert each.wording.message.isprintable()
            assert not re.search(r"pydantic|validat|input|NoneType|valid ", each.wording.message)


def test_each_code_stands_once() -> None:
    numbers = [code.number for code in (*problems.SCHEMA, *problems.IDENTITY)]
    assert len(numbers) == len(set(numbers))
    assert all(code.explain() for code in (*problems.SCHEMA, *problems.IDENTITY))


@pytest.mark.parametrize(
    ("data", "path", "at_key"),
    [
        ({"id": "a", "due": "soon"}, ("due",), False),
        ({"id": "a", "tags": ["b", None]}, ("tags", 1), False),
        (
            {"id": "a", "values": [{"quarter": "2025-01-05", "value": "1"}, {"value": "1"}]},
            ("values", 1),
            True,
        ),
        ({"id": "a", "values": [{"quarter": "x", "value": "1"}]}, ("values", 0, "quarter"), False),
        ({"id": "a", "odd": "b"}, ("odd",), True),
        ({}, (), True),
    ],
)
def test_the_path_leads_to_the_slip(data: dict[str, Any], path: tuple[object, ...], at_key: bool) -> None:
    found = read_record(Case, data)
    assert isinstance(found, list)
    assert [(each.path, each.at_key) for each in found] == [(path, at_key)]


def test_a_single_slip_more_than_the_most_is_told_in_the_singular() -> None:
    found = read_record(Case, {"id": "a", "tags": [None] * 101})
    assert isinstance(found, list)
    assert found[-1].wording.message == "and 1 more problem in this file"


def test_half_a_character_is_refused_in_words() -> None:
    found = read_record(Case, {"id": "a", "title": "x\ud800"})
    assert isinstance(found, list)
    assert found[0].wording.message == "'title' must be text, and holds a broken character"


def test_a_hundred_slips_are_all_told() -> None:
    found = read_record(Case, {"id": "a", "tags": [None] * 100})
    assert isinstance(found, list)
    assert len(found) == 100
    assert found[-1].code is problems.no_value


@pytest.mark.parametrize(
    ("data", "code", "message", "hint"),
    [
        (
            {"id": "a", "title": "one\ntwo"},
            problems.not_one_line,
            "'title' must be one line",
            "bring it to one line; was the next line indented by mistake?",
        ),
        (
            {"id": "a", "cites": [{"document": "No Id", "paragraph": "1"}]},
            problems.not_an_id,
            "'(not shown)' cannot be a link: links are an id, or record-id/item-id",
            "name nobody: write the id of a role, a group or another record, as in head-of-early-help",
        ),
        (
            {"id": "a", "values": [{"value": "1"}]},
            problems.missing_field,
            "the field 'quarter' is missing",
            "add 'quarter:' (the day)",
        ),
        (
            {"id": "a", "values": [{"quarter": "2025-01-05", "valeu": "1"}]},
            problems.unknown_field,
            "there is no field 'valeu' here",
            "did you mean 'value'?",
        ),
        ({"id": "a", "tags": [[]]}, problems.text_expected, "'tags' must be text, and holds a list", None),
        (
            {"id": "a", "due": {"a": "b"}},
            problems.text_expected,
            "'due' must be text, and holds named fields",
            None,
        ),
        (
            {"id": "a", "values": ["x"]},
            problems.fields_expected,
            "'values' must hold named fields, and holds text",
            None,
        ),
    ],
)
def test_the_words_of_a_slip(data: dict[str, Any], code: object, message: str, hint: str | None) -> None:
    found = read_record(Case, data)
    assert isinstance(found, list)
    assert [each.code for each in found] == [code]
    assert found[0].wording.message == message
    assert hint is None or found[0].wording.hint == hint


def test_a_misspelt_field_that_must_be_there_is_one_slip() -> None:
    found = read_record(Titled, {"id": "a", "titel": "T"})
    assert isinstance(found, list)
    assert [each.wording.message for each in found] == [
        "the field 'owner' is missing",
        "there is no field 'titel' here",
    ]


def test_only_what_is_to_stand_on_one_line_is_told_when_it_does_not() -> None:
    folded: list[tuple[str | int, ...]] = [
        ("title",),
        ("note",),
        ("values", 1, "value"),
        ("tags", 0),
        ("odd", "value"),
        (0,),
    ]
    assert [each.path for each in swallowed(Case, folded)] == [("title",), ("values", 1, "value")]
