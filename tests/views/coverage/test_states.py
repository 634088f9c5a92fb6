"""The rule of states: from pieces of evidence written out in each test to one word."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.views.coverage.pieces import SORTS, Leaning, Piece, Sort, merged
from lif.views.coverage.states import State, one_sided, state_of

AS_AT = date(2025, 6, 30)
NEW, OLDER, OLD = date(2024, 6, 30), date(2024, 6, 29), date(2023, 6, 29)


def piece(sort: Sort, on: date = NEW, leaning: Leaning = "silent", record: str = "") -> Piece:
    return Piece(record or f"{sort}-{leaning}-{on}", "evidence", "A piece", sort, on, leaning=leaning)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], "not-shown"),
        ([piece("audit")], "shown"),
        ([piece("audit"), piece("voice")], "shown-well"),
        ([piece("audit"), piece("audit", leaning="for")], "shown"),
        ([piece("audit", OLDER), piece("voice", OLDER)], "shown"),
        ([piece("audit", OLDER), piece("voice", NEW)], "shown-well"),
        ([piece("audit", date(2023, 6, 30))], "shown"),
        ([piece("audit", OLD), piece("voice", OLD)], "old"),
        ([piece("audit", OLD, "against"), piece("voice", OLD, "for")], "old"),
        ([piece("audit", OLD), piece("voice")], "shown"),
        ([piece("audit", leaning="for"), piece("voice", leaning="against")], "contested"),
        ([piece("audit", leaning="mixed"), piece("voice", leaning="against")], "contested"),
        ([piece("audit", OLD, "for"), piece("voice", leaning="against")], "contradicted"),
        ([piece("audit", OLD, "against"), piece("voice", leaning="for")], "shown"),
        ([piece("audit", leaning="against")], "contradicted"),
        ([piece("audit", leaning="against"), piece("numbers")], "contradicted"),
        ([piece("audit", leaning="mixed"), piece("voice", leaning="mixed")], "shown"),
        ([piece("audit", leaning="mixed"), piece("voice"), piece("review")], "shown-well"),
    ],
)
def test_the_state_that_follows(pieces: list[Piece], expected: State) -> None:
    assert state_of(pieces, AS_AT) == expected


def test_two_years_before_a_29th_of_february_is_the_28th() -> None:
    assert state_of([piece("audit", date(2022, 2, 28))], date(2024, 2, 29)) == "shown"
    assert state_of([piece("audit", date(2022, 2, 27))], date(2024, 2, 29)) == "old"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], None),
        ([piece("numbers"), piece("numbers", OLDER)], "numbers"),
        ([piece("numbers"), piece("voice", OLD)], "numbers"),
        ([piece("numbers"), piece("voice")], None),
    ],
)
def test_one_sided_is_when_only_one_kind_still_speaks(pieces: list[Piece], expected: Sort | None) -> None:
    assert one_sided(pieces, AS_AT) == expected


def test_a_record_that_leans_both_ways_is_one_source_that_says_mixed_things() -> None:
    both = merged([piece("audit", OLDER, "for", "a"), piece("audit", NEW, "against", "a")])
    assert [(one.record, one.leaning, one.on) for one in both] == [("a", "mixed", NEW)]
    assert state_of(both, AS_AT) == "shown"


PIECES = st.lists(
    st.builds(
        piece,
        st.sampled_from(SORTS),
        st.dates(date(2021, 1, 1), AS_AT),
        st.sampled_from(["for", "against", "mixed", "silent"]),
        st.text("abcdef", min_size=4, max_size=4),
    ),
    max_size=8,
)
RANK: dict[State, int] = {
    "not-shown": 0,
    "old": 1,
    "contradicted": 2,
    "contested": 3,
    "shown": 4,
    "shown-well": 5,
}


@given(PIECES, st.data())
def test_taking_evidence_away_never_makes_a_state_better(pieces: list[Piece], data: st.DataObject) -> None:
    """All but what speaks against: without that a statement may well stand better."""
    kept = merged(pieces)
    removable = [one for one in kept if one.leaning != "against"]
    if not removable:
        return
    gone = data.draw(st.sampled_from(removable))
    left = [one for one in kept if one is not gone]
    assert RANK[state_of(left, AS_AT)] <= RANK[state_of(kept, AS_AT)]


@given(PIECES)
def test_what_speaks_against_never_makes_a_state_better(pieces: list[Piece]) -> None:
    kept = merged(pieces)
    without = [one for one in kept if one.leaning != "against"]
    if state_of(without, AS_AT) not in ("not-shown", "old"):
        assert RANK[state_of(kept, AS_AT)] <= RANK[state_of(without, AS_AT)]


@given(PIECES, st.dates(AS_AT, date(2029, 1, 1)))
def test_time_alone_never_makes_well_shown_of_less(pieces: list[Piece], later: date) -> None:
    if state_of(pieces, AS_AT) in ("not-shown", "old"):
        assert state_of(pieces, later) == state_of(pieces, AS_AT)


def test_what_makes_no_claim_is_looked_at_and_never_shown() -> None:
    """However much there is, and whichever way it speaks; what is old or not there is said as elsewhere."""
    fresh = [piece("audit", AS_AT, "for"), piece("voice", AS_AT, "for"), piece("review", AS_AT, "against")]
    assert state_of(fresh, AS_AT, claim=False) == "looked-at"
    assert state_of(fresh[:2], AS_AT, claim=True) == "shown-well"
    assert state_of([], AS_AT, claim=False) == "not-shown"
