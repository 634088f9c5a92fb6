"""A corpus of sentences about made-up series: what each series is, and which sentences about it are lies."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from lif.calendars import Period, parse_period
from lif.measures.claims.facts import Beside, Facts, Point, Track, Variation
from lif.measures.claims.judging import judge
from lif.measures.claims.reading import Reading
from lif.measures.claims.sentences import sentences
from lif.measures.claims.verdicts import Verdict
from lif.measures.icons import Improvement, Judgement
from lif.measures.intervals import Good, compare_proportion, compare_rate
from lif.measures.points import Point as Dated
from lif.measures.status import Polarity, target_for
from lif.measures.variation import control_chart

FOLDER = Path(__file__).resolve().parent.parent / "data" / "stories"
_TONES = {
    Judgement.COMMON: "usual",
    Judgement.IMPROVEMENT: "better",
    Judgement.CONCERN: "worse",
    Judgement.NEUTRAL_HIGH: "higher",
    Judgement.NEUTRAL_LOW: "lower",
}
_WAY = {"high": Improvement.INCREASE, "low": Improvement.DECREASE}


@dataclass(frozen=True)
class Line:
    """One sentence, the series it is about, and whether it is a lie."""

    lie: bool
    series: str
    sentence: str


def lines(name: str) -> tuple[Line, ...]:
    """The sentences of one part of the corpus."""
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(Line(row.split("\t")[0] == "lie", *row.split("\t")[1:3]) for row in rows if row.strip())


def series() -> dict[str, Facts]:
    """The made-up series by name."""
    with (FOLDER / "series.tsv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: facts(row) for row in csv.DictReader(file, delimiter="\t")}


def facts(row: dict[str, str]) -> Facts:
    """The facts that a line of the table spells."""
    polarity = Polarity(row["polarity"])
    aim = Fraction(row["target"]) if row["target"] else None
    target = target_for(polarity, aim, tolerance=Fraction(row["tolerance"] or 0)) if aim is not None else None
    per = int(row["per"]) if row["per"] else None
    points = tuple(
        replace(point, aim=aim, target=target) for point in _points(row["first"], row["figures"], per)
    )
    beside = tuple(_beside(each, points, per) for each in (row["beside"] or "").split(";") if each.strip())
    unit: Any = row["unit"]
    return Facts(
        row["name"],
        unit,
        polarity,
        row["counts"],
        (Track(points, _variation(points, row["polarity"]), points[-1].period.end),),
        beside,
        row["top"],
        row["bottom"],
    )


def _points(first: str, figures: str, per: int | None) -> Iterator[Point]:
    period: Period = parse_period(first)
    for figure in figures.split():
        top, _, bottom = figure.partition("/")
        number, whole = Fraction(top), Fraction(bottom) if bottom else None
        value = number if whole is None or per is None else number * per / whole
        yield Point(period, value, number, whole)
        period = period.next()


def _beside(spelled: str, points: tuple[Point, ...], per: int | None) -> Beside:
    sort, period, number = spelled.split()
    point = next(each for each in points if str(each.period) == period)
    assert point.numerator is not None
    assert point.denominator is not None
    if per == 100:
        found = compare_proportion(point.numerator, point.denominator, Fraction(number), Good.NONE)
    else:
        found = compare_rate(point.numerator, point.denominator, Fraction(number), Good.NONE, per=per or 1)
    position: Any = found.position95.value
    return Beside(sort, point.period, Fraction(number), point.value, position)  # type: ignore[arg-type]


def _variation(points: tuple[Point, ...], polarity: str) -> Variation | None:
    chart = control_chart(
        [Dated(each.period.end, each.value) for each in points],
        improvement=_WAY.get(polarity, Improvement.NEUTRAL),
    )
    limits = chart.phases[-1].limits
    if not chart.firm or limits is None:
        return None
    tone: Any = _TONES[chart.latest.judgement]
    return Variation(limits.lower, limits.upper, tone, chart.phases[-1].mean_range or 0.0)


def verdicts(text: str, known: Facts) -> tuple[Verdict, ...]:
    """What is found wrong in a text about one series."""
    return tuple(one for each in sentences(text) for one in judge(Reading(each), [known]))
