"""What scanning promises whatever is found: places, masks, no overlaps, one form of every figure."""

from __future__ import annotations

import pytest

from lif.privacy import PersonalData, fingerprint, mask, scan, unreadable


@pytest.mark.parametrize(
    "number",
    ["999 123 4004", "999-123-4004", "9991234004", "999\u00a0123\u202f4004", "９９９ １２３ ４００４"],
)
def test_a_number_is_found_however_it_is_written(number: str) -> None:
    text = f"NHS number {number} seen by GP"
    (hit,) = scan(text)
    assert hit.kind is PersonalData.NHS_NUMBER
    assert text[hit.start : hit.end] == number
    assert hit.masked == "NHS number 9*****"
    assert hit.fingerprint == fingerprint(PersonalData.NHS_NUMBER, "999 123 4004")


def test_a_hidden_character_hides_nothing_and_places_stay_right() -> None:
    text = "ﬁle: 999\u200b 123 40\u00ad04."
    (hit,) = scan(text)
    assert text[hit.start : hit.end] == "999\u200b 123 40\u00ad04"


def test_a_masked_text_no_longer_says_it() -> None:
    assert mask("The GP gave 999 123 4004.") == "The GP gave NHS number 9*****."


def test_a_long_encoded_run_is_named_as_unreadable() -> None:
    assert unreadable("notes: " + "QUJD" * 40) == ((7, 167),)
    assert unreadable("commit 0123456789abcdef0123456789abcdef01234567") == ()
