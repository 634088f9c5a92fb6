"""A board's own words: what lif.yaml may give, and how a text is told in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.diagnostics import SEAL, unsealed
from lif.records.governance import Group
from lif.records.reading import read_part, read_record
from lif.records.sealing import with_prose
from lif.records.settings import Settings
from lif.records.vocabulary import TERMS, Vocabulary, every_form, plural_of
from lif.records.words import PLAIN, Words, sealed
from lif.source import Document, parse

ROOT = Path(__file__).resolve().parents[2]

WORDS = Words.of(
    Vocabulary(
        subgroup="executive group",
        agency="partner",
        priority=("key area", "key areas"),
        action="step",
        review="enquiry",
        audit="unit check",
        scorecard="LSCP profile",
    )
)


def said(vocabulary: Any) -> list[tuple[str, str]]:
    """What is said of a vocabulary in lif.yaml: the code and the place of each problem."""
    found = read_part(Settings, {"vocabulary": vocabulary})
    assert isinstance(found, list)
    return [(problem.code.number, "/".join(map(str, problem.path))) for problem in found]


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("key area", "key areas"),
        ("agency", "agencies"),
        ("day", "days"),
        ("branch", "branches"),
        ("process", "processes"),
        ("dish", "dishes"),
    ],
)
def test_a_plural_that_is_left_out_is_made_by_the_rule(word: str, plural: str) -> None:
    assert plural_of(word) == plural
    assert Vocabulary(partner=word).called()["partner"] == (word, plural)


@pytest.mark.parametrize(
    ("vocabulary", "code", "place"),
    [
        ({"prioritty": "key area"}, "S101", "vocabulary/prioritty"),
        ({"priority": "key area (2025)"}, "S130", "vocabulary/priority"),
        ({"priority": "key\narea"}, "S130", "vocabulary/priority"),
        ({"priority": "<b>"}, "S130", "vocabulary/priority"),
        ({"priority": "a" * 61}, "S130", "vocabulary/priority"),
        ({"priority": {"one": "key area"}}, "S130", "vocabulary/priority"),
        ({"priority": ["key area", {"many": "x"}]}, "S130", "vocabulary/priority"),
        ({"agency": ["partner", "partners", "members"]}, "S131", "vocabulary/agency"),
        ({"agency": []}, "S131", "vocabulary/agency"),
        ({"finding": "recommendation"}, "S132", "vocabulary/finding"),
        ({"finding": "point", "recommendation": "Point"}, "S132", "vocabulary/recommendation"),
    ],
)
def test_what_cannot_be_a_word_is_told_with_its_place(vocabulary: Any, code: str, place: str) -> None:
    assert said(vocabulary) == [(code, place)]


def test_the_guide_names_every_term_and_what_it_shows_is_accepted() -> None:
    guide = (ROOT / "docs" / "guides" / "vocabulary.md").read_text(encoding="utf-8")
    named = {
        term
        for row in re.findall(r"^\| (`.*?) \|", guide, re.MULTILINE)
        for term in re.findall("`(.*?)`", row)
    }
    assert named == set(TERMS)
    shown = re.search(r"```text\n(.*?)```", guide, re.DOTALL)
    assert shown
    document = parse(shown[1].encode(), "lif.yaml")
    assert isinstance(document, Document)
    assert isinstance(read_part(Settings, document.data), Settings)


def test_an_unknown_term_names_the_nearest() -> None:
    found = read_part(Settings, {"vocabulary": {"sub_group": "group"}})
    assert isinstance(found, list)
    assert "subgroup" in found[0].wording.hint


def test_words_may_be_given_round_about_and_shared_where_nobody_reads_two_things() -> None:
    swapped = Vocabulary(finding="recommendation", recommendation="finding")
    assert Words.of(swapped).spoken("a finding, a recommendation") == "a recommendation, a finding"
    assert Vocabulary(agency="partner", partner="partner").called()["agency"] == ("partner", "partners")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A subgroup has an action.", "An executive group has a step."),
        ("Subgroups; SUBGROUPS; a sub-group", "Executive groups; EXECUTIVE GROUPS; an executive group"),
        ("An agency's priorities", "A partner's key areas"),
        ("an audit of a scorecard", "a unit check of an LSCP profile"),
        ("multi-agency, actions-2025, lif actions, data/actions/a.yaml, #action", None),
        ("the rapid review, safeguarding partners, a relevant agency", None),
        (
            "to review it; Review what is late; audit and review the plan",
            "to review it; Review what is late; ",
        ),
        ("the review the board held", "the enquiry the board held"),
        ("Documents past their review", None),
        ("dashboard, statements, reviewed, interaction", None),
    ],
)
def test_a_text_is_told_in_the_words(text: str, told: str | None) -> None:
    assert WORDS.spoken(text).startswith(told or text)


def test_without_words_nothing_is_told_otherwise() -> None:
    assert not PLAIN
    assert PLAIN.spoken("an agency") == "an agency"


def test_papers_of_a_partnership_say_so_and_earlier_ones_do_not() -> None:
    vocabulary = Vocabulary(partnership="alliance")
    assert (
        Words.of(vocabulary, partnership=True)
        .spoken("Tell the board; the boards.")
        .startswith("Tell the alliance; the boards.")
    )
    assert Words.of(vocabulary, partnership=False).spoken("Tell the board.") == "Tell the board."


def test_a_board_keeps_its_word_for_groups_of_the_first_tiers() -> None:
    words = Words.of(Vocabulary(board="partnership", operational_board="executive group"))
    assert words.spoken("the board, the leadership board, the operational board") == (
        "the partnership, the leadership board, the executive group"
    )


@given(
    st.text(alphabet="abc .,-/@:’ĀZ", max_size=20), st.sampled_from([words for words, _, _ in every_form()])
)
def test_no_word_of_a_record_is_told_otherwise(around: str, term: str) -> None:
    everything = Words.of(Vocabulary(**{name: f"z{number}q" for number, name in enumerate(TERMS, 10)}))
    text = f"Says {around} {term.capitalize()} {around}{term}"
    assert unsealed(everything.spoken(f"x {sealed(text)} y")) == f"x {text} y"


def test_records_are_sealed_in_their_prose_and_nowhere_else() -> None:
    group = read_record(
        Group,
        {"id": "neglect-subgroup", "name": "Neglect subgroup", "tier": "subgroup", "chair": "chair-audit"},
    )
    assert isinstance(group, Group)
    found = with_prose(group, sealed)
    assert found.name == f"Neglect subgroup{SEAL}"
    assert (found.id, found.tier, found.chair) == ("neglect-subgroup", "subgroup", "chair-audit")
    assert with_prose(found, unsealed) == group


def test_choices_and_addresses_have_no_seal() -> None:
    for text in ("review", "multi-agency", "See https://example.org/a/review/ now", "board@example.org"):
        assert sealed(text) == text


def test_no_record_can_hold_a_seal() -> None:
    assert not isinstance(parse(f"name: Neglect{SEAL} group\n".encode(), "a.yaml"), Document)
