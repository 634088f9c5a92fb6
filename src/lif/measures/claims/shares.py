"""Shares in words: all, none, most, few, doubled, halved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from lif.measures.claims.facts import Facts, Point, stem, stems
from lif.measures.claims.reading import Reading
from lif.measures.claims.subjects import OTHERS, denies, is_about, quantities, subject
from lif.measures.claims.targets import meant
from lif.measures.claims.verdicts import Verdict

_SHARES = re.compile(
    r"\b(?:(?P<nearly>(?:almost|nearly|virtually|practically) (?:all|every|everyone|each))|"
    r"(?P<none>none|no|not one|not a single|nobody)"
    r"|(?P<notall>not all|not every)|(?P<all>all|every|each|everyone)|(?P<most>(?:the |a )?(?:vast |"
    r"great |large |clear )?majority|most|"
    r"(?:more than|over|well over) half)|(?P<minority>(?:a |the )?(?:small )?minority|(?:less than|"
    r"fewer than|under|below) half)"
    r"|(?P<few>(?:very )?few|hardly any|only a handful|a handful))\b"
    r"(?P<of>(?: but [a-z]+)?(?: of)?(?: the| our| these| those)?)(?P<rest>[^;:()]{3,80})"
)
_RANGES: dict[str, tuple[Fraction, Fraction]] = {
    "nearly": (Fraction(85), Fraction(100)),
    "none": (Fraction(0), Fraction(0)),
    "all": (Fraction(100), Fraction(100)),
    "most": (Fraction(501, 10), Fraction(100)),
    "minority": (Fraction(0), Fraction(499, 10)),
    "few": (Fraction(0), Fraction(30)),
    "notall": (Fraction(0), Fraction(999, 10)),
}
_TIMES = re.compile(
    r"\b(?:(?P<more>(?:more than|over|well over) )?(?P<near>(?:almost|nearly|about|roughly|around) )?"
    r"(?:(?P<two>doubled|doubling|twofold|twice as (?:many|high|much))|(?P<three>trebled|tripled|"
    r"threefold|three times as (?:many|high|much))"
    r"|(?P<four>quadrupled|fourfold)|(?P<ten>tenfold|ten times as (?:many|high))|(?P<half>halved|"
    r"halving|half as (?:many|high|much))))\b"
)
_TIMELY = re.compile(
    r"\b(?:(?:on|in) time|within|timescales?|timely|promptly|by the (?:day|date)|when (?:it was|they "
    r"were) due)\b"
)
_LATE = re.compile(
    r"\b(?:not|late|later|missed|without|outside|lacked|lacking|waited|overdue|longer)\b|n't\b"
)


def judge_shares(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Shares and multiples in words that are not so."""
    if facts.unit == "percent":
        yield from _shares(reading, facts)
    yield from _multiples(reading, facts)


def _shares(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    for match in _SHARES.finditer(reading.low):
        start = match.start()
        clause = reading.clause(start)
        rest = reading.low[match.start("rest") : max(clause.end, match.start("rest"))]
        first = re.findall(r"[a-z-]+", rest)[:3]
        whole = next((n for n in reading.numerals if n.start == match.start("rest") + 1), None)
        if match["all"] and whole and whole.sort == "count" and whole.number == facts.latest.denominator:
            rest = reading.low[whole.end : max(clause.end, whole.end)]
            first = re.findall(r"[a-z-]+", rest)[:3]
        if (
            reading.plans(start)
            or not first
            or re.match(r"\s*(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)\b", rest)
        ):
            continue
        owed = bool(_TIMELY.search(rest)) and stem(first[0]) in stems(facts.name)
        if not (owed or _counted(first, facts)) or not _says(rest, facts) or _part_of(reading, start):
            continue
        name = next(
            each for each in ("nearly", "none", "notall", "all", "most", "minority", "few") if match[each]
        )
        low, high = _RANGES[name]
        late = denies(rest, facts, _LATE) and name != "notall"
        points = meant(reading, start, match.end(), facts)
        if not any(_within(point, low, high, late) for point in points):
            noun = re.search(r"[a-z-]+", reading.low[match.start("rest") :])
            end = match.start("rest") + (noun.end() if noun else 0)
            said = reading.sentence.text[start:end]
            yield Verdict("share", start, end, said, f"the figure is {facts.told(points[0])}")


def _within(point: Point, low: Fraction, high: Fraction, late: bool) -> bool:
    value = 100 - point.value if late else point.value
    return low <= value <= high


def _counted(words: list[str], facts: Facts) -> bool:
    """Whether the noun is what the indicator counts, or stands for it: `all were seen in time`."""
    known = facts.counted | {stem(w) for w in ("were", "are", "was", "had", "have", "has", "of", "them")}
    return stem(words[0]) in known or (len(words) > 1 and stem(words[1]) in facts.counted)


def _says(rest: str, facts: Facts) -> bool:
    """Whether what is said of them is what the indicator counts them for."""
    if _TIMELY.search(rest) and _TIMELY.search(f"{facts.name} {facts.top}".lower()):
        return True
    return is_about(re.sub(r"\bof the [a-z]+", " ", rest), facts, empty=False, beyond=facts.counted)


def _part_of(reading: Reading, start: int) -> bool:
    """Whether it is told of a few of them only, or of somewhere else."""
    before = reading.low[:start]
    return bool(
        re.search(
            r"\b(?:of (?:the|these|those) (?:[0-9]+|\w+ that|\w+ who)|in the audit|sample\w*|audited)\b",
            reading.low,
        )
    ) or bool(OTHERS.search(before))


def _multiples(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Doubled, trebled, halved: since the period that is named, or since the quarter or the year before."""
    for match in _TIMES.finditer(reading.low):
        start, end = match.span()
        phrase = subject(reading, start)
        if (
            reading.plans(start)
            or OTHERS.search(phrase)
            or OTHERS.search(reading.low[end : end + 30])
            or not is_about(phrase, facts)
        ):
            continue
        name = next(each for each in ("two", "three", "four", "ten", "half") if match[each])
        times = {
            "two": Fraction(2),
            "three": Fraction(3),
            "four": Fraction(4),
            "ten": Fraction(10),
            "half": Fraction(1, 2),
        }[name]
        of = quantities(phrase, facts)
        of = tuple(dict.fromkeys((*of, "value", "numerator")))
        named = next((p for p in reading.periods if p.sort != "now"), None)
        spans = []
        for track in facts.tracks:
            begun = named.points(track) if named else tuple(p for p in (track.previous, track.year_ago) if p)
            spans += [(p, track.latest) for p in begun if p is not track.latest]
        ratios = [
            after / before for first, last in spans for q in of
            if (before := first.of(q)) and (after := last.of(q)) is not None
        ]  # fmt: skip
        if ratios and not any(
            _about(ratio, times, bool(match["more"]), bool(match["near"])) for ratio in ratios
        ):
            was, now = spans[0]
            yield Verdict(
                "share",
                start,
                end,
                reading.sentence.text[start:end],
                f"it went from {facts.told(was)} to {facts.told(now)}",
            )


def _about(ratio: Fraction, times: Fraction, more: bool, near: bool) -> bool:
    """Whether a ratio is what the word says: a tenth either way, and on the right side of it."""
    if more:
        return times <= ratio <= times * Fraction(3, 2) if times > 1 else ratio <= times
    slack = Fraction(1, 5) if near else Fraction(1, 10)
    return times * (1 - slack) <= ratio <= times * (1 + slack)
