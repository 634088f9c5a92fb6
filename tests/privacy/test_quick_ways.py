"""What is done in a quick way gives what the slow and plain way gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lif.measures.claims.sentences import Sentence
from lif.privacy import unreadable
from lif.privacy.contacts import _SPELT, _is_spelt_out
from lif.privacy.found import small, spots
from lif.privacy.handles import _beside_platforms, _coined, _token_at_the_end
from lif.workspace.seen import _may_be_encoded

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


NAMED = st.sampled_from(
    ["Snapchat: ", " on Instagram ", "tik tok is ", "user name = ", "IG ", "big", "fb: ", "sc ", "goes by "]
)
COINED = st.sampled_from(["kid_99", "a.b.c", "x1", "zed.99x", "_q9_", "no", "9.9", "jay#12", "\n", " " * 70])
FILLING = st.text(st.sampled_from("abc 9._\n"), max_size=40)


@given(st.lists(st.one_of(NAMED, COINED, FILLING, st.just("word " * 60)), max_size=14))
def test_names_are_found_around_platforms_as_in_the_whole_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    stretches = list(_beside_platforms(text, 0, len(text)))
    around = [found for start, end in stretches for found in _coined(text, start, end)]
    assert around == list(_coined(text, 0, len(text)))


@given(st.text(st.sampled_from("aA1+/_ \n-"), max_size=50), st.integers(100, 260), st.integers(0, 130))
def test_no_run_of_encoded_text_is_passed_over(other: str, size: int, place: int) -> None:
    text = f"{'word ' * (place // 5)}{other} {'Ab1/' * (size // 4)} {other}"
    if unreadable(text):
        assert _may_be_encoded(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "amy",
                "JO.b",
                " at ",
                "(at)",
                "[ AT ]",
                " dot ",
                "[dot]",
                "(Dot )",
                "home",
                ".org",
                "uk",
                " ",
                "\n",
            ]
        ),
        max_size=9,
    )
)
def test_no_spelt_address_is_passed_over(pieces: list[str]) -> None:
    text = "".join(pieces)
    if _SPELT.search(text):
        assert _is_spelt_out(small(text), 0, len(text))


@given(st.text(max_size=40))
def test_a_sentence_in_small_letters_keeps_every_place(text: str) -> None:
    low = Sentence(text, 0).low
    assert low == "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
