"""Texts beside hidden figures: whatever could tell a number is found, and plain words are let through."""

from __future__ import annotations

import pytest

from lif.publishing.numbers_told import counted_in, told_in

TELLING = [
    ("three children were seen", "three"),
    ("two of the four cases", "two"),
    ("a single case", "single"),
    ("the third visit was late", "third"),
    ("Half of them waited", "Half"),
    ("it doubled", "doubled"),
    ("the lowest since the form began", "lowest"),
    ("7 cases", "7"),
    ("no child waited", "no child"),
    ("a couple of families", "couple"),
    ("in full-width \N{FULLWIDTH DIGIT SEVEN}", "7"),
    ("with a soft hyphen: thr\N{SOFT HYPHEN}ee", "three"),
    ("a fraction \N{VULGAR FRACTION ONE HALF}", "1"),
    ("arabic \N{ARABIC-INDIC DIGIT THREE} here", "0"),
    ("In 2024, 3 waited", "3"),
    ("it fell", "fell"),
    ("6%", "6%"),
    ("one\nof them", "one"),
    ("3 March had", "3"),
]
PLAIN = [
    "We changed how visits are planned, and teams now book them together.",
    "Since 2019 the form has been another.",
    "School years such as 2020/21 were unlike others.",
    "From 14 March 2025 a new team answers the telephone.",
    "Someone is always there to answer.",
]


@pytest.mark.parametrize(("text", "said"), TELLING)
def test_what_tells_a_number_is_found(text: str, said: str) -> None:
    found = told_in(text)
    assert found.startswith(said[0]) and found, found
    assert said in found or found in said


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_and_dates_pass(text: str) -> None:
    assert told_in(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Only one child is on such a plan.",
        "A single case was late.",
        "Both children live together.",
        "These are two families.",
        "There were 3 of them.",
        "Seven of them waited.",
        "One large family is meant here.",
    ],
)
def test_what_counts_somebody_is_found_in_a_text_that_stands_all_year(text: str) -> None:
    assert counted_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A large family moves the percentage, so ask before judging a single late one.",
        "It rises when more plans start, and also when most plans last longer.",
        "Few children are counted, and all of them once.",
    ],
)
def test_how_figures_are_to_be_read_may_be_said_all_year(text: str) -> None:
    assert counted_in(text) == ""
