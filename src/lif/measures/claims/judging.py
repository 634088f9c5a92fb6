"""Every claim of a sentence judged against what is known of the indicators that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.measures.claims.comparisons import judge_comparisons
from lif.measures.claims.curves import judge_curves
from lif.measures.claims.directions import Direction, directions
from lif.measures.claims.facts import Facts, Point
from lif.measures.claims.moved import Span, bears_out, spans, went
from lif.measures.claims.numbers import judge_numbers
from lif.measures.claims.parts import judge_parts
from lif.measures.claims.reading import Reading
from lif.measures.claims.records import judge_records
from lif.measures.claims.runs import judge_runs
from lif.measures.claims.shares import judge_shares
from lif.measures.claims.targets import judge_targets
from lif.measures.claims.verdicts import Verdict

LONGEST = 600
"""A sentence of more characters is left unread: no one follows it, and reading it would take too long."""


def judge(reading: Reading, facts: Sequence[Facts]) -> tuple[Verdict, ...]:
    """What does not hold in a sentence; of claims that say the same, one is told.

    A claim of words is borne out when it is so for any of the indicators that the sentence names.
    """
    if len(reading.low) > LONGEST:
        return ()
    found = [] if reading.sentence.asks else list(judge_parts(reading))
    found += judge_numbers(reading, facts)
    by_indicator = [tuple(_words(reading, each)) for each in facts]
    if by_indicator:
        kept = [one for one in by_indicator[0] if all(_also(one, others) for others in by_indicator[1:])]
        found += kept
    return tuple(sorted(_once(found), key=lambda one: one.start))


def _words(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    if reading.sentence.asks:
        return
    yield from _directions(reading, facts)
    yield from judge_comparisons(reading, facts)
    yield from judge_targets(reading, facts)
    yield from judge_records(reading, facts)
    yield from judge_runs(reading, facts)
    yield from judge_shares(reading, facts)
    yield from judge_curves(reading, facts)


def _also(verdict: Verdict, others: Sequence[Verdict]) -> bool:
    return any(one.start == verdict.start and one.fault == verdict.fault for one in others)


def _once(found: list[Verdict]) -> list[Verdict]:
    """One verdict for one stretch of words: the first."""
    kept: list[Verdict] = []
    for one in found:
        if not any(one.start < each.end and each.start < one.end for each in kept):
            kept.append(one)
    return kept


def _directions(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Claims of direction that the figures do not bear out."""
    for claim in directions(reading, facts):
        if claim.gradual and not claim.denied and not reading.periods and _charted(claim, facts):
            continue
        tracks = spans(reading, claim, facts)
        if not tracks:
            if reading.periods and not claim.noun:
                yield Verdict(
                    "untested", claim.start, claim.end, claim.said, "there is no figure of then to test it"
                )
            continue
        if any(bears_out(claim, span, facts) for found in tracks for span in found):
            yield from _variation(claim, facts)
            yield from _goes_on(reading, claim, facts)
        elif not all(
            went(claim.way, span, q, facts) is None for found in tracks for span in found for q in claim.of
        ):
            yield Verdict(
                "direction", claim.start, claim.end, claim.said, _moved(tracks[0][-1], claim, facts)
            )


def _charted(claim: Direction, facts: Facts) -> bool:
    """Whether the chart itself says what the claim does, whatever the last change was."""
    chart = facts.track.variation
    if chart is None or "value" not in claim.of:
        return False
    good = {"high": "up", "low": "down"}.get(facts.polarity.value, "")
    way = (
        claim.way
        if claim.way in ("better", "worse") or not good
        else "better"
        if claim.way == good
        else "worse"
    )
    return chart.tone in (way, {"up": "higher", "down": "lower"}.get(claim.way))


def _moved(span: Span, claim: Direction, facts: Facts) -> str:
    """What the figure did: `it fell, from … to …`."""
    quantity = claim.of[0]
    before, after = span[0].of(quantity), span[1].of(quantity)
    verb = "stayed"
    if before is not None and after is not None:
        verb = "rose" if after > before else "fell" if after < before else "stayed"
    way = {"better": "got worse: it ", "worse": "got better: it "}.get(claim.way, "")
    if claim.denied or verb == "stayed" or went(claim.way, span, quantity, facts):
        way = ""
    return f"it {way}{verb}, from {facts.told(span[0])} to {facts.told(span[1])}"


def _variation(claim: Direction, facts: Facts) -> Iterator[Verdict]:
    """Words for a lasting change, where the chart shows no more than the usual variation."""
    chart = facts.track.variation
    if not claim.gradual or claim.denied or chart is None or claim.way == "level" or "value" not in claim.of:
        return
    if chart.tone == "usual":
        span = f"{chart.lower:.1f} to {chart.upper:.1f}"
        but = f"it is within its usual range of {span}: no more than usual variation"
        yield Verdict("variation", claim.start, claim.end, claim.said, but)
    elif {claim.way, chart.tone} == {"better", "worse"}:
        but = f"the chart shows that it is getting {chart.tone}"
        yield Verdict("direction", claim.start, claim.end, claim.said, but)


def _goes_on(reading: Reading, claim: Direction, facts: Facts) -> Iterator[Verdict]:
    """`Continues to`: the change before was of the same way too, or the year's was."""
    points = facts.track.points
    if not claim.goes_on or claim.denied or claim.way == "level" or len(points) < 3 or reading.periods:
        return
    before: Span = (points[-3], points[-2])
    year: Point | None = facts.track.year_ago
    if any(went(claim.way, before, q, facts) is not False for q in claim.of):
        return
    if year and any(went(claim.way, (year, points[-1]), q, facts) for q in claim.of):
        return
    yield Verdict(
        "run",
        claim.start,
        claim.end,
        claim.said,
        f"the quarter before it did not: {_moved(before, claim, facts)}",
    )
