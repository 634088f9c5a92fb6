"""What is done in a quick way gives what the slow and plain way gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lif.privacy.found import small, spots
from lif.privacy.handles import _token_at_the_end

PLAINLY = re.compile(r"[A-Za-z][A-Za-z0-9_.]{0,29}$")
LETTERS = st.text(st.sampled_from("abXY09_.- \n#éß'/"), max_size=30)


@given(LETTERS, st.sampled_from("aX0_."))
def test_the_beginning_of_a_name_is_that_which_a_pattern_finds(text: str, last: str) -> None:
    beside = f"{text}{last}"[-30:]
    found = PLAINLY.search(beside)
    assert _token_at_the_end(beside) == (found[0] if found else "")


@given(st.text(st.sampled_from("mumMUnaİ -'é1"), max_size=40), st.integers(0, 10))
def test_spots_are_found_wherever_they_are(text: str, start: int) -> None:
    words = ("mum", "nan", "a'm")
    lowered = small(text)
    wanted = [
        place + len(word)
        for word in words
        for place in range(start, len(lowered))
        if lowered.startswith(word, place)
        and not (place and lowered[place - 1].isalnum())
        and not any(
            lowered.startswith(word, place - back) for back in range(1, len(word)) if place - back >= start
        )
    ]
    assert sorted(spots(text, words, start, len(text))) == sorted(wanted)
