"""The numbers of a sentence held against the figures: each must be one of them, or be of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lif.measures.claims.facts import QUANTITIES, Facts, Point, stem
from lif.measures.claims.known_numbers import changes, earlier, now, totals
from lif.measures.claims.numerals import Numeral
from lif.measures.claims.pairs import judge_pair
from lif.measures.claims.reading import Reading, counts_noun, noun_after
from lif.measures.claims.subjects import denies, is_about
from lif.measures.claims.verdicts import Verdict

_NEAR = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|some|circa|close to|near|almost|nearly|just "
    r"under|just over|over|"
    r"more than|under|less than|fewer than|at least|above|below|only|just|still|a|the|its|their|an "
    r"average of|"
    r"exactly)\s)+$"
)
_TARGET_BEFORE = re.compile(
    r"\btargets?\b(?!\s(?:at|with))(?:\s(?:of|is|was|being|set|figure|remains|at\sleast|for\s\w+))*[\s(:,]*$"
)
_TARGET_AFTER = re.compile(r"\s?(?:per cent)?\s?\(?(?:\w+\s)?target\b")
_OTHERS = (
    r"(?:england|national(?:ly)?|neighbours?|neighbouring|regional(?:ly)?|(?:the\s)?region|comparators?|"
    r"similar (?:areas|authorities|councils)|statistical)"
)
_OTHERS_BEFORE = re.compile(rf"\b{_OTHERS}\b[^,;:.]{{0,34}}$")
_OTHERS_JUST = re.compile(rf"\b{_OTHERS}(?:'s?)?,? (?:at|with|has|had|have|is|was|which is|of) $")
_OTHERS_AFTER = re.compile(
    rf"\s?(?:is\s|was\s)?(?:for|in|across|of|among|at)?\s?(?:the\s|our\s|all\s)?(?:statistical\s)?{_OTHERS}\b"
)
_CHANGED = (
    r"(?:increases?|rise|rises|fall|falls|drop|drops|reduction|decrease|growth|improvement|decline|change|difference|gap|"
    r"gain|deterioration|swing|shortfall|jump|dip)"
)
_CHANGE_BEFORE = re.compile(
    rf"(?:\b(?:{_CHANGED}|rose|risen|rising|fell|fallen|falling|increased|decreased|reduced|improved|"
    rf"dropped|declined|moved|changed|grown|up|down|grew)\b[^,;:]{{0,24}}\bby|\b{_CHANGED}\sof|\b(?:up|down|rose|fell|grew|dropped|gained|lost))\s$"
)
_CHANGE_AFTER = re.compile(
    rf"\s?(?:percentage\s)?(?:more|fewer|less|higher|lower|better|worse|above|below|up|down|short|{_CHANGED})\b(?!\sof\b)"
)
_FROM_BEFORE = re.compile(
    r"\b(?:from|up on|down on|compared (?:with|to)|against|than|rather than|versus|vs|was previously|"
    r"had been|instead of|"
    r"previously|before that|better than|worse than)\s$"
)
_EARLIER = re.compile(
    r"\b(?:ago|previous|previously|last|before|earlier|then|compared|from|up on|down on|than|"
    r"against|used to|"
    r"baseline|summer|spring|autumn|winter|once|initially|originally|at first|started)\b"
)
_LINK = re.compile(
    r"\b(?:to|at|is|was|were|are|reached|totalled|numbered|totalling|of|total|from|there were|there "
    r"was|there are|"
    r"up from|down from|stood at|now|recorded|had|figure|by|than|been|dropped|fell|rose|exceeded|past)\s$"
)
_YEARLY = re.compile(
    r"\b(?:years?|twelve months|12 months|annual(?:ly)?|cumulative|to date|four quarters|in total|"
    r"altogether)\b"
)
_DENIED = re.compile(r"(?:\b(?:no longer|not|never|nowhere)\b|n't)(?:\s[a-z]+){0,3}\s$")
_MARKS = re.compile(rf"\b(?:targets?|expected|expectation|standard|required|threshold|{_OTHERS})\b")
_SAMPLE = re.compile(
    r"\b(?:audit\w*|sampled?|dip|survey\w*|questionnaire|asked|replied|answered|trained|interviewed|of "
    r"whom)\b"
)


def judge_numbers(reading: Reading, facts: Sequence[Facts]) -> Iterator[Verdict]:
    """The numbers that are none of the figures of the indicators a sentence is about."""
    for number in reading.numerals:
        if reading.plans(number.start):
            continue
        if number.sort == "pair":
            yield from judge_pair(reading, number, facts)
        elif not any(_known(reading, number, each) for each in facts) and _claims(reading, number, facts[0]):
            yield _wrong(reading, number, facts[0])


def role_of(reading: Reading, number: Numeral) -> str:
    """What a number is said to be: the target, another's figure, a change, an earlier figure, or this one."""
    before, after = reading.low[: number.start], reading.low[number.end :]
    bare = _NEAR.sub("", before)
    if _TARGET_BEFORE.search(bare) or _TARGET_AFTER.match(after):
        return "target"
    first, last = reading.segment(number.start, number.end)
    if reading.low[first - 1 : first] == "(":
        first = max(0, first - 40)
    if (
        _OTHERS_BEFORE.search(before[first:])
        or _OTHERS_JUST.search(before)
        or _OTHERS_AFTER.match(after[: max(0, last - number.end) + 24])
    ):
        return "others"
    if number.sort == "points" or _CHANGE_BEFORE.search(bare) or _CHANGE_AFTER.match(after):
        return "change"
    if _FROM_BEFORE.search(bare):
        return "earlier"
    return "now"


def _known(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether a number is one of the figures that it is said to be."""
    role = role_of(reading, number)
    if (ends := _between(reading, number)) is not None:
        return ends[0] <= facts.latest.value <= ends[1]
    if role == "target":
        return any(number.fits(aim) for aim in _aims(facts))
    if role == "others" and number.sort == "points":
        slack = _last_place(reading, number)
        return any(number.fits(abs(one.own - one.number), slack) for one in facts.beside)
    if role == "others":
        return any(number.fits(each) for each in _others(facts)) or _is_now(reading, number, facts)
    if role == "change":
        slack = _last_place(reading, number)
        named = reading.period_of(number.start, number.end) or next(iter(reading.periods), None)
        gap = _gap(reading, number, facts)
        known = changes(facts, number.sort, named) if gap is None else gap
        return any(number.fits(each, slack) for each in known)
    if role == "earlier" and any(number.fits(each) for each in _was(reading, number, facts)):
        return True
    return _is_now(reading, number, facts)


def _between(reading: Reading, number: Numeral) -> tuple[Fraction, Fraction] | None:
    """The ends of the range that a number is an end of: `between 75% and 82%`."""
    for first, second in pairwise(reading.numerals):
        joined = reading.low[first.end : second.start].strip() == "and"
        if joined and number in (first, second) and reading.low[: first.start].endswith("between "):
            return first.low, second.high
    return None


def _gap(reading: Reading, number: Numeral, facts: Facts) -> tuple[Fraction, ...] | None:
    """The gap to what stands beside a difference: to the target, to others; None for a change in time."""
    after = reading.low[number.end : number.end + 40]
    value = facts.latest.value
    if re.match(r"[^,;:.]{0,28}\btargets?\b", after):
        return tuple(abs(value - aim) for aim in _aims(facts))
    if re.match(rf"[^,;:.]{{0,24}}\b{_OTHERS}\b", after) and facts.beside:
        return tuple(abs(one.own - one.number) for one in facts.beside)
    return None


def _is_now(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether it is the figure of the period that is named, or of the latest."""
    named = reading.period_of(number.start, number.end)
    rest = _of_the_rest(reading, number, facts)
    figures = now(facts, number.sort, named, rest)
    if not number.exactly and _DENIED.search(reading.low[: number.start]):
        return not any(number.fits(each) for each in figures)
    if any(number.fits(each) for each in figures):
        return True
    first, last = reading.segment(number.start, number.end)
    if named is None and _EARLIER.search(reading.low, first, last):
        return any(number.fits(each) for each in earlier(facts, number.sort, rest))
    yearly = _YEARLY.search(reading.low)
    return bool(yearly) and any(number.fits(each) for each in totals(facts, number.sort))


def _of_the_rest(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether a share may be of those whom the numerator leaves out: its words deny, or say something "
    "else."""
    clause = reading.clause_text(number.start)
    return denies(clause, facts) or not {stem(word) for word in re.findall(r"[a-z]+", clause)} & facts.above


def _was(reading: Reading, number: Numeral, facts: Facts) -> tuple[Fraction, ...]:
    """Figures of before: of the period that is named for it, or of any; and what figures are compared "
    "with."""
    named = reading.period_of(number.start, number.end)
    rest = _of_the_rest(reading, number, facts)
    if named and named.sort != "now":
        return now(facts, number.sort, named, rest) or earlier(facts, number.sort, rest)
    found = earlier(facts, number.sort, rest)
    if re.search(r"\bfrom\s$", reading.low[: number.start]) or not _MARKS.search(reading.low):
        return found
    return (*found, *_aims(facts), *_others(facts))


def _aims(facts: Facts) -> tuple[Fraction, ...]:
    point = facts.latest
    ends = (point.target.low, point.target.high) if point.target else ()
    return tuple(each for each in (point.aim, *ends) if each is not None)


def _others(facts: Facts) -> tuple[Fraction, ...]:
    return tuple(each for one in facts.beside for each in (one.number, one.own))


def _last_place(reading: Reading, number: Numeral) -> Fraction:
    """A difference may have been taken of rounded figures: one unit of its last place is let be."""
    if number.sort == "count":
        return Fraction(0)
    written = re.match(r"[0-9,]+(?:\.([0-9]+))?", reading.low[number.start : number.end])
    return Fraction(1, 2 * 10 ** len(written[1] or "")) if written else Fraction(1, 2)


def _claims(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether a number says something of the indicator, and is not plainly of other things."""
    role = role_of(reading, number)
    if number.sort in ("percent", "rate", "points"):
        return True
    if _SAMPLE.search(reading.low) or role == "others":
        return False
    clause = reading.clause_text(number.start)
    if number.sort == "share":
        return is_about(clause, facts) and not re.search(
            r"\bof (?:those|these|them|the [0-9]+|the [a-z]+ (?:that|who))\b", reading.low
        )
    nouns = noun_after(reading.low[number.end :])
    linked = bool(_LINK.search(_NEAR.sub("", reading.low[: number.start])))
    if not nouns:
        before = reading.low[reading.clause(number.start).start : number.start]
        return linked and number.number > 1 and is_about(before, facts, empty=False)
    if role == "change":
        return counts_noun(nouns, facts)
    return counts_noun(nouns, facts) and _whole(reading, number, facts)


def _whole(reading: Reading, number: Numeral, facts: Facts) -> bool:
    """Whether a number of what is counted is said of all of them, and not of a few that are told of."""
    known = [n for q in QUANTITIES if q != "value" and (n := facts.latest.of(q)) is not None]
    largest = max([*known, facts.latest.value] if facts.unit == "count" else known, default=Fraction(0))
    if number.number > largest:
        return True
    rest = reading.low[number.end : reading.clause(number.start).end]
    if re.search(r"\b(?:of (?:them|these|those|whom)|among them|siblings|famil(?:y|ies))\b", reading.low):
        return False
    smallest = min((each for each in known if each), default=largest)
    only = re.search(r"\b(?:only|just)\s$", reading.low[: number.start])
    said_of_all = (
        is_about(rest, facts, beyond=facts.counted)
        or denies(rest, facts)
        or bool(
            re.search(
                r"\b(?:there were|there was|in total|altogether|recorded|this quarter|in the quarter)\b",
                reading.low,
            )
        )
    )
    return said_of_all and bool(only or number.number * 2 >= smallest or facts.unit == "count")


def _wrong(reading: Reading, number: Numeral, facts: Facts) -> Verdict:
    """The words for a number that is none of the figures."""
    said = reading.sentence.text[number.start : number.end]
    role = role_of(reading, number)
    if role == "target":
        aims = " to ".join(facts.shown(each) for each in dict.fromkeys(_aims(facts)))
        but = f"the target is {aims}" if aims else "no target is recorded"
        return Verdict("number" if aims else "untested", number.start, number.end, said, but)
    if role == "others" and not facts.beside:
        return Verdict(
            "untested", number.start, number.end, said, "no comparison figure is recorded to test it"
        )
    but = _figures(reading, number, facts)
    stale = _elsewhere(number, facts)
    return Verdict("number", number.start, number.end, said, but + (f"; it was {stale}" if stale else ""))


def _figures(reading: Reading, number: Numeral, facts: Facts) -> str:
    """The figures that stand where the number was said to."""
    role = role_of(reading, number)
    if role == "others":
        return "; ".join(
            f"{each.sort} has {facts.shown(each.number)} in {each.period.short}" for each in facts.beside
        )
    named = reading.period_of(number.start, number.end)
    points = [p for track in facts.tracks for p in (named.points(track) if named else ())] or [facts.latest]
    said = f"the figure is {facts.told(points[0])}"
    if role == "change" and facts.track.previous:
        said = f"it went from {facts.told(facts.track.previous)} to {facts.told(facts.latest)}"
    return said


def _elsewhere(number: Numeral, facts: Facts) -> str:
    """The period whose figure it is, where it is one of another period."""
    found: list[Point] = [p for p in facts.track.points[:-1] if number.exactly and number.fits(p.value)]
    return found[-1].period.short if found and facts.unit != "count" else ""
