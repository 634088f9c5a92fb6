"""Numbers of one sentence that do not fit each other, whatever the data say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lif.measures.claims.numerals import Numeral
from lif.measures.claims.reading import Reading
from lif.measures.claims.verdicts import Verdict
from lif.measures.rounding import rounded

_BESIDE = re.compile(r"\s*(?:[(,:;=]|or|that is|\w+(?:\s\w+){0,2}\s?\(|\w+,\s?(?:or\s)?)?\s*")
_UP = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas\w+|grew|grown|climbed|(?:went|gone|go|goes|going) up|"
    r"up)\b[^.;]{0,40}?\bfrom\s(?:\w+\s){0,2}$"
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|falling|drop(?:ped|s)?|declin\w+|decreas\w+|reduc\w+|(?:went|gone|go|"
    r"goes|going) down|down)\b"
    r"[^.;]{0,40}?\bfrom\s(?:\w+\s){0,2}$"
)
_TO = re.compile(r"[^.;]{0,60}?\bto\s(?:\w+\s){0,2}$")
_LIST = re.compile(r"\s?(?:[a-z' -]{0,40})(?:,|,? and)\s(?:[a-z' -]{0,24}\s)?$")
_TWICE = re.compile(
    r"\b(?:overlap\w*|twice|both|more than one|also|some of whom|of whom|including|includes?)\b"
)


def judge_parts(reading: Reading) -> Iterator[Verdict]:
    """Counts with another percentage than their own, parts over their total, `rose from` more to less."""
    found = reading.numerals
    for first, second in pairwise(found):
        yield from _share(reading, first, second)
        yield from _ends(reading, first, second)
    yield from _total(reading, found)


def _share(reading: Reading, first: Numeral, second: Numeral) -> Iterator[Verdict]:
    """`12 of 40 (35%)` and `35% (12 of 40)`."""
    pair, percent = (first, second) if first.sort == "pair" else (second, first)
    if pair.sort != "pair" or percent.sort != "percent" or not pair.whole or pair.number > pair.whole:
        return
    if not _BESIDE.fullmatch(reading.low[first.end : second.start]):
        return
    share = 100 * pair.number / pair.whole
    if not percent.fits(share) and not percent.fits(100 - share):
        said = reading.sentence.text[first.start : second.end]
        counts = reading.sentence.text[pair.start : pair.end]
        yield Verdict("parts", first.start, second.end, said, f"{counts} is {rounded(share, 1)}%")


def _ends(reading: Reading, first: Numeral, second: Numeral) -> Iterator[Verdict]:
    """`Rose from 18% to 15%`."""
    if first.sort != second.sort or not _TO.fullmatch(reading.low[first.end : second.start]):
        return
    before = reading.low[: first.start]
    pair = first.sort == "pair" and first.whole and second.whole
    low = first.number / first.whole if pair else first.number  # type: ignore[operator]
    high = second.number / second.whole if pair else second.number  # type: ignore[operator]
    if (_UP.search(before) and high <= low) or (_DOWN.search(before) and high >= low):
        said = reading.sentence.text[first.start : second.end]
        less = "less" if high < low else "more" if high > low else "the same"
        yield Verdict("parts", first.start, second.end, said, f"the second number is {less}")


def _total(reading: Reading, found: tuple[Numeral, ...]) -> Iterator[Verdict]:
    """`3,045, 346 and 356 of 3,711`: parts in one list that come to more than what they are parts of."""
    for at, last in enumerate(found):
        if last.sort != "pair" or last.whole is None or _TWICE.search(reading.low):
            continue
        parts = [last]
        for one in reversed(found[:at]):
            if one.sort != "count" or not _LIST.fullmatch(reading.low[one.end : parts[0].start]):
                break
            parts.insert(0, one)
        total = sum(one.number for one in parts)
        if len(parts) > 1 and total > last.whole:
            said = reading.sentence.text[parts[0].start : last.end]
            yield Verdict("parts", parts[0].start, last.end, said, f"the parts come to {float(total):,g}")
