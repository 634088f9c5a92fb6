"""Texts beside hidden figures: whatever could tell a number is found, and plain words are let through."""

from __future__ import annotations

import pytest

from lif.publishing.numbers_told import told_in

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
