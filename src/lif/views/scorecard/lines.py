"""One line of the scorecard's table for each indicator: latest, target, status, range, signs, comparisons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lif.measures.benchmarks import Beside, beside, compared, independent
from lif.measures.covered import cohort_words, reported_in
from lif.measures.judged import Judged
from lif.measures.series import Figure, Series
from lif.measures.values import ValueStatus
from lif.records.indicators import Indicator
from lif.views import signs
from lif.views.scorecard.aimed import JudgedBy, expected_range, judged_by, target_text
from lif.views.scorecard.curve import Curve, curve_of
from lif.views.scorecard.footnotes import changed_words, cuts
from lif.views.scorecard.question import Ask
from lif.views.scorecard.rare import rare_words
from lif.views.scorecard.run import run_words
from lif.views.scorecard.small_line import Judge, spark_marks, spark_words
from lif.views.shown import Shown, number_text, shown
from lif.views.signs import Sign

SPARK_POINTS = 20
YEARLY = ("financial-year", "snapshot", "rolling-year", "academic-year", "calendar-year")

GOOD = {
    "high": "higher is better",
    "low": "lower is better",
    "band": "within a range is better",
    "info": "for information",
}
CLASSES = {
    "population": "Population indicator",
    "how-much": "How much did we do?",
    "how-well": "How well did we do it?",
    "better-off": "Is anyone better off?",
}
GEOGRAPHY = {
    "board": "",
    "police-force": "figure for the whole police force area",
    "health-board": "figure for the whole health area",
    "pan-area": "figure for several areas together",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison figure beside the board's own, of the same measure and the same period.

    `held` of `asked` areas had a figure; neighbours are an `average` (mean or median) of those of a `model`,
    named by its year; `result` says how the board's figure lies against it by the 95%
    interval, or nothing where counts are not known. Of two averages of neighbours the table has the first.
    """

    sort: str
    name: str
    text: str
    number: float
    result: str = ""
    held: int = 1
    asked: int = 1
    in_table: bool = True
    average: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """The yearly published figure of the same indicator with its own comparisons, kept apart by its year."""

    figure: Shown
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Everything the table says about one indicator."""

    id: str
    name: str
    code: str
    good: str
    domain: str
    group: str
    group_name: str
    priorities: tuple[str, ...]
    questions: tuple[str, ...]
    outcomes_class: str
    class_words: str
    geography: str
    quality: str
    owner: str
    series_name: str
    latest: Shown
    quarter_note: str
    due_missing: bool
    target: str
    basis: str
    status: Sign
    status_reason: str
    judged_by: JudgedBy | None
    curve: Curve | None
    rare: str
    run: str
    expected: str
    expected_note: str
    travel: Sign | None
    spark: tuple[float | None, ...]
    spark_marks: tuple[str, ...]
    spark_words: str
    spark_cuts: tuple[int, ...]
    changing: Sign
    meets: Sign
    comparisons: tuple[Comparison, ...]
    yearly: Yearly | None
    quarterly: Shown | None
    headline: bool
    illustrative: bool
    caution: str

    @property
    def getting_worse(self) -> bool:
        """Whether its last points say so; what worsened at a step change and holds since does not."""
        return self.changing.tone == "worse" and self.changing.key != "common-cause"


NOTHING = Shown("no figure supplied")


def line(ask: Ask, indicator: Indicator, judged: Judged | None) -> Line:
    """The line of one indicator; `judged` is None when its headline series has no figure at all."""
    register = ask.register
    group, owner = register.get(indicator.group), register.get(indicator.owner)
    points = judged.series.until(ask.last)[-SPARK_POINTS:] if judged else ()
    latest = judged.latest if judged else None
    expected, note = expected_range(indicator, judged)
    return Line(
        id=indicator.id,
        name=indicator.name,
        code=indicator.aliases[0] if indicator.aliases else indicator.id,
        good=GOOD[indicator.polarity],
        domain=indicator.domain,
        group=indicator.group,
        group_name=getattr(group, "name", indicator.group),
        priorities=indicator.priorities,
        questions=indicator.questions,
        outcomes_class=indicator.outcomes_class,
        class_words=CLASSES[indicator.outcomes_class],
        geography=GEOGRAPHY[indicator.geography],
        quality=indicator.data_quality.replace("-", " "),
        owner=getattr(owner, "name", indicator.owner),
        series_name=indicator.measures[0].name or "",
        latest=_latest(ask, indicator, judged),
        quarter_note=_quarter_note(ask, judged),
        due_missing=_missing(ask, indicator, judged),
        target=target_text(indicator, judged),
        basis=judged.aim.record.basis.replace("-", " ") if judged and judged.aim else "",
        status=signs.rated(judged),
        status_reason=judged.rating.reason if judged else "no figure",
        judged_by=judged_by(register, judged, ask.as_at),
        curve=curve_of(register, judged),
        rare=rare_words(judged),
        run=run_words(judged),
        expected=expected,
        expected_note=note,
        travel=signs.travelled(judged.travel if judged else None),
        spark=tuple(_number(figure) for figure in points),
        spark_marks=spark_marks(judged, points),
        spark_words=spark_words(indicator, points, _judge(judged)) + changed_words(judged, points),
        spark_cuts=cuts(judged, points),
        changing=signs.changing(judged),
        meets=signs.meets(judged),
        comparisons=comparisons(ask, judged.series, latest) if judged and latest else (),
        yearly=yearly(ask, indicator),
        quarterly=quarterly(ask, indicator),
        headline=ask.depth == "subgroup" or ask.headlines in indicator.headline_at,
        illustrative=indicator.measures[0].illustrative,
        caution=indicator.caution or "",
    )


def _number(figure: Figure) -> float | None:
    return None if figure.value.number is None else float(figure.value.number)


def _judge(judged: Judged | None) -> Judge | None:
    return judged.aim.target.judge if judged and judged.aim and judged.aim.target else None


def _latest(ask: Ask, indicator: Indicator, judged: Judged | None) -> Shown:
    if judged is None or judged.latest is None:
        return NOTHING
    seen = shown(indicator, judged.latest, ask.as_at, _judge(judged))
    if cohort := cohort_words(judged.series.measure, judged.latest.period):
        seen = replace(seen, marks=(*seen.marks, f"of {cohort}"))
    since = judged.series.until(ask.last)[-1]
    own = reported_in(judged.series.measure, ask.quarter)
    if since is judged.latest or since.period == own:  # the quarter has a note of its own
        return seen
    return replace(seen, marks=(*seen.marks, f"{since.period.short}: {since.value.status.words}"))


def _quarter_note(ask: Ask, judged: Judged | None) -> str:
    """What is said where the quarter has no figure of its own: suppressed, not available, and why."""
    period = reported_in(judged.series.measure, ask.quarter) if judged else None
    figure = judged.series.at(period) if judged and period else None
    if figure is None or figure.value.number is not None:
        return ""
    return f"{figure.value.status.words}: {figure.reason}" if figure.reason else figure.value.status.words


def _missing(ask: Ask, indicator: Indicator, judged: Judged | None) -> bool:
    """Whether the quarter's own figure was due and is not there."""
    period = reported_in(indicator.measures[0], ask.quarter)
    if period is None or indicator.measures[0].series != "returns":
        return False
    address = f"{indicator.id}/{indicator.measures[0].id}"
    figure = judged.series.at(period) if judged else None
    there = figure is not None and figure.value.status is not ValueStatus.AWAITED
    return not there and (address, period) in ask.figures.awaited


def comparisons(ask: Ask, series: Series, figure: Figure) -> tuple[Comparison, ...]:
    """England, region and neighbours for the figure's own period."""
    found = beside(ask.register, ask.figures, series, figure.period)
    sorts = [each.benchmark.sort for each in found]
    return tuple(
        _comparison(series.indicator, figure, each, each.benchmark.sort not in sorts[:index])
        for index, each in enumerate(found)
    )


def _comparison(indicator: Indicator, figure: Figure, each: Beside, in_table: bool) -> Comparison:
    alone = independent(indicator)
    result = compared(figure.value, each.number, indicator.polarity) if alone else None
    return Comparison(
        each.benchmark.sort,
        each.benchmark.name,
        number_text(indicator, each.number),
        float(each.number),
        result.result if result else "",
        each.held,
        each.asked,
        in_table,
        (each.benchmark.average or "mean") if each.benchmark.sort == "neighbours" else "",
        each.model,
    )


def yearly(ask: Ask, indicator: Indicator) -> Yearly | None:
    """The yearly published figure, where the headline is of another kind of period."""
    if indicator.measures[0].period_kind in YEARLY:
        return None
    for measure in indicator.measures[1:]:
        series = ask.figures.find(f"{indicator.id}/{measure.id}")
        if measure.period_kind not in YEARLY or series is None:
            continue
        latest = series.latest(ask.last)
        if latest:
            return Yearly(shown(indicator, latest, ask.as_at), comparisons(ask, series, latest))
    return None


def quarterly(ask: Ask, indicator: Indicator) -> Shown | None:
    """The quarter's own figure from agencies' returns, where the headline is another series."""
    for measure in indicator.measures[1:]:
        series = ask.figures.find(f"{indicator.id}/{measure.id}")
        if measure.period_kind == "quarter" and series is not None:
            figure = series.at(ask.quarter)
            return shown(indicator, figure, ask.as_at) if figure else None
    return None
