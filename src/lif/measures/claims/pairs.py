"""`12 of 40`: the numerator with its denominator, those that are left over, or a part of what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lif.measures.claims.facts import Facts, Point, all_points, stem
from lif.measures.claims.known_numbers import every_count, pairs_of
from lif.measures.claims.numerals import Numeral
from lif.measures.claims.reading import Reading, counts_noun, noun_after
from lif.measures.claims.subjects import denies, is_about
from lif.measures.claims.verdicts import Verdict

_SAMPLE = re.compile(
    r"\b(?:audit\w*|sampled?|dip|files?|survey\w*|questionnaire|asked|replied|answered|trained|interviewed)\b"
)
_EARLIER = re.compile(r"\b(?:ago|previous|previously|last|before|earlier|then|compared|from|against|than)\b")
_YEARLY = re.compile(
    r"\b(?:years?|twelve months|12 months|annual(?:ly)?|to date|four quarters|in total|altogether)\b"
)


def judge_pair(reading: Reading, number: Numeral, facts: Sequence[Facts]) -> Iterator[Verdict]:
    """A pair that is more than the whole, or that has the indicator's noun and none of its figures."""
    assert number.whole is not None
    said = reading.sentence.text[number.start : number.end]
    if number.number > number.whole:
        yield Verdict("parts", number.start, number.end, said, "the part is more than the whole")
        return
    if any(_known(reading, number, each) for each in facts):
        return
    own = facts[0]
    if _claims(reading, number, own):
        stale = [p for p in all_points(own.tracks) if (number.number, number.whole) in pairs_of([p])]
        was = f"; it was so in {stale[-1].period.short}" if stale else ""
        yield Verdict(
            "number",
            number.start,
            number.end,
            said,
            f"the figure is {own.told(_meant(reading, number, own))}{was}",
        )


def _meant(reading: Reading, number: Numeral, facts: Facts) -> Point:
    named = reading.period_of(number.start, number.end)
    return next((p for track in facts.tracks for p in (named.points(track) if named else ())), facts.latest)


def _known(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether it is the pair of the period that is named or of the latest, of several periods, or a part."""
    pair = (number.number, number.whole)
    named = reading.period_of(number.start, number.end)
    ends = facts.latest.period.end
    points = [p for track in facts.tracks for p in (named.points(track) if named else ())]
    points = points or [t.latest for t in facts.tracks if t.latest.period.end == ends]
    clause = reading.clause_text(number.start)
    rest = denies(clause, facts) or not {stem(word) for word in re.findall(r"[a-z]+", clause)} & facts.above
    if pair in pairs_of(points, rest):
        return True
    first, last = reading.segment(number.start, number.end)
    before = named is None and _EARLIER.search(reading.low, first, last)
    if before and pair in pairs_of(list(all_points(facts.tracks))):
        return True
    if _YEARLY.search(reading.low) and _adds_up(number, facts):
        return True
    whole = number.whole
    if whole is None or whole in {point.denominator for point in points}:
        return False
    return whole in _parts(points) and number.number < whole


def _adds_up(number: Numeral, facts: Facts) -> bool:
    """Whether it is the sum of neighbouring periods."""
    for track in facts.tracks:
        for size in range(2, len(track.points) + 1):
            for start in range(len(track.points) - size + 1):
                stretch = track.points[start : start + size]
                bottom = sum(p.denominator or 0 for p in stretch)
                top = sum(p.numerator or 0 for p in stretch)
                if bottom == number.whole and number.number in (top, bottom - top):
                    return True
    return False


def _parts(points: list[Point]) -> set[object]:
    """Numbers that a text may tell more of: those who were seen, and those who were not."""
    return {n for p in points for q in ("numerator", "rest") if (n := p.of(q)) is not None}


def _claims(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether a pair that is none of the figures is said of what the indicator counts."""
    if facts.unit == "count" or (_SAMPLE.search(reading.low) and number.whole not in every_count(facts)):
        return False
    nouns = noun_after(reading.low[number.end :])
    latest = facts.latest
    if (number.number, number.whole) in pairs_of(list(all_points(facts.tracks))) and number.number > 3:
        return True
    if number.whole != latest.denominator:
        lead = reading.low[: number.start].strip(" .,;:")
        return counts_noun(nouns, facts) if nouns else not lead or is_about(lead, facts, empty=False)
    rest = reading.low[number.end : reading.clause(number.start).end]
    near = latest.numerator is not None and 5 * number.number >= 3 * latest.numerator
    spare = latest.of("rest")
    late = (
        spare is not None
        and 5 * number.number >= 3 * spare
        and bool(re.search(r"\b(?:not|late|lacked|without|missed)\b", rest))
    )
    return near or late or is_about(rest, facts, beyond=facts.counted)
