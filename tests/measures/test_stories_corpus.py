"""Sentences about made-up series: what is a lie is found, and what is true is left alone."""

from __future__ import annotations

import pytest
from tests.measures.corpus import Line, lines, series, verdicts

KNOWN = series()
BUILDING = lines("building.tsv")
BLIND = (*lines("blind.tsv"), *lines("blind-2.tsv"))
PASSED = {
    "Timeliness has returned to the level of a year ago.",
    "There were 52 referrals and 48 visits in time.",
}
"""Lies that are known to pass."""


def _id(line: Line) -> str:
    return f"{line.series}: {line.sentence[:60]}"


@pytest.mark.parametrize("line", [each for each in (*BUILDING, *BLIND) if not each.lie], ids=_id)
def test_what_is_true_is_left_alone(line: Line) -> None:
    assert not [found.message for found in verdicts(line.sentence, KNOWN[line.series])]


@pytest.mark.parametrize("line", [each for each in (*BUILDING, *BLIND) if each.lie], ids=_id)
def test_a_lie_is_found(line: Line) -> None:
    assert bool(verdicts(line.sentence, KNOWN[line.series])) == (line.sentence not in PASSED)


def test_the_corpus_is_large_enough() -> None:
    every = (*BUILDING, *BLIND)
    assert len({each.sentence for each in every if each.lie}) >= 150
    assert len({each.sentence for each in every if not each.lie}) >= 150


def test_a_number_that_is_changed_by_a_little_is_found() -> None:
    """Every exact percentage in a true sentence about the latest figure, made one point more."""
    visits = KNOWN["visits"]
    assert not verdicts("73.1% of children were visited in time.", visits)
    for tenth in range(1, 1000):
        said = f"{tenth / 10:.1f}% of children were visited in time."
        assert bool(verdicts(said, visits)) == (tenth != 731), said


@pytest.mark.parametrize("number", range(60))
def test_every_other_count_of_the_same_whole_is_found(number: int) -> None:
    said = f"{number} of 52 children were visited in time."
    assert bool(verdicts(said, KNOWN["visits"])) == (number != 38)


@pytest.mark.parametrize("part", ["rose from 3 to 5 and ", "1 ", "not all children were more fewer than "])
def test_a_sentence_without_end_is_left_unread(part: str) -> None:
    assert not verdicts(part * 2000, KNOWN["visits"])
    verdicts((part * 600)[:599], KNOWN["visits"])
