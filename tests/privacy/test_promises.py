"""What holds of every text: places, masks, one form, no number is found or missed by its range alone."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.privacy.corpus import lines

from lif.privacy import PersonalData, mask, normalise, scan

PERSONAL = [text for name in ("personal", "personal-blind", "by-hand-personal") for _, text in lines(name)]
ODD = st.sampled_from(
    ["\u200b", "\u00ad", "\u00a0", "\u2060", "é", "ﬁ", "½", "İ", "\n", " ", "９", "—", "😀"]
)
SPACES = ["", " ", "-", ".", "\u00a0", "\u202f", "\u2011"]


def around() -> st.SearchStrategy[str]:
    return st.lists(ODD, max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PERSONAL), around(), around())
def test_hits_are_in_order_apart_and_inside(text: str, before: str, after: str) -> None:
    whole = f"{before} {text} {after}"
    end = 0
    for hit in scan(whole):
        assert end <= hit.start < hit.end <= len(whole)
        end = hit.end


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PERSONAL), around())
def test_places_move_with_the_text(text: str, before: str) -> None:
    """What stands before a text on lines of its own changes no place but by its length."""
    ahead = "".join(c for c in before if c not in "９½") + "\n\nMinutes of the board.\n\n"
    moved = [(h.kind, h.start - len(ahead), h.end - len(ahead)) for h in scan(ahead + text)]
    assert moved == [(h.kind, h.start, h.end) for h in scan(text)]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PERSONAL))
def test_no_mask_gives_the_value_away(text: str) -> None:
    for hit in scan(text):
        value = text[hit.start : hit.end]
        told = hit.masked.removeprefix(hit.kind.words)
        assert told.endswith("*****")
        assert len(told) <= len(" 9*****")
        assert value.strip() not in hit.masked
    assert all(text[h.start : h.end] not in mask(text) for h in scan(text) if h.end - h.start > 6)


def test_masks_are_of_one_width() -> None:
    widths = {kind: {len(h.masked) for _, text in lines("personal") for h in scan(text) if h.kind == kind}
              for kind in (PersonalData.EMAIL, PersonalData.PHONE, PersonalData.NAME)}  # fmt: skip
    assert all(len(found) == 1 for found in widths.values()), widths


@given(st.text(max_size=60))
def test_normalised_text_has_its_places(text: str) -> None:
    normal = normalise(text)
    places = [normal.original(place, place + 1) for place in range(len(normal.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    again = normalise(normal.text)
    assert unicodedata.is_normalized("NFKC", again.text) or normalise(again.text).text == again.text


@settings(deadline=None)
@given(st.integers(100_000_000, 999_999_999), st.sampled_from(SPACES))
def test_an_nhs_number_is_found_in_every_range_that_is_issued(nine: int, space: str) -> None:
    digits = str(nine)
    check = -sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
    if check == 10 or len(set(digits)) == 1:
        return
    digits += str(check)
    text = f"seen by the GP, {digits[:3]}{space}{digits[3:6]}{space}{digits[6:]}, on Monday"
    assert [hit.kind for hit in scan(text)] == [PersonalData.NHS_NUMBER]
    wrong = digits[:9] + str((check + 3) % 10)
    assert PersonalData.NHS_NUMBER not in [hit.kind for hit in scan(f"reference {wrong} of the order")]


@settings(deadline=None)
@given(st.integers(1_000_000_000, 9_999_999_999))
def test_a_plain_reference_is_seldom_taken_for_anything(number: int) -> None:
    assert scan(f"purchase order {number} was approved") == ()
