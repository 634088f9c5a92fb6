"""Texts made to keep a pattern busy: a megabyte of each is read in about the time that any other takes."""

from __future__ import annotations

import time

import pytest

from lif.privacy import scan, unreadable

MEGABYTE = 1_000_000
UNITS = [
    *("a", "9", " ", "\n", "@", "(", "-", "é", "\u200b", "９", "A (1", "A ", "a.", "1 ", "AA1 ", "1-"),
    *("%20", "<!--", "999 ", "Amy, 1", "0 1", "x@a.", "A's ", "Mr ", "aged ", "born ", "dob 1 "),
    *("mother of ", "great-", "Flat 1 A", "1 A St ", "AB12 ", "snapchat ", "QUJD", "\\x41", "///a"),
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_it(unit: str) -> None:
    """Ten microseconds a character would be ten seconds; a pattern that goes back and back takes for ever."""
    text = unit * (MEGABYTE // len(unit))
    began = time.process_time()
    scan(text)
    unreadable(text)
    assert time.process_time() - began < 5  # a second on a quiet machine; CI is not quiet


def test_time_grows_with_length_alone() -> None:
    def seconds(size: int) -> float:
        text = ("A (1 born Mr 9 @x.y 01632 Flat 1 " * (size // 33 + 1))[:size]
        began = time.process_time()
        scan(text)
        return time.process_time() - began

    seconds(1000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.02)
