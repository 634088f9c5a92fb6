"""Rare events: the periods between them, their limit by the published formula, and what is not known.

The expected limits are worked out here by hand from the formula of Benneyan (Health Care Management Science
2001; 4:305-318) for the number of units between events, of which the least is nought: with the mean m of the
intervals, the variance of the geometric distribution is m (m + 1), and the upper limit m + 3 root of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.folders import Write
from tests.measures.test_judged import judge
from tests.measures.vectors import agree

from lif.calendars import quarter
from lif.measures.assemble import assemble
from lif.measures.judged import judged
from lif.measures.points import Point
from lif.measures.rare_events import RareChart, limit, rare_chart
from lif.views import signs
from lif.views.scorecard.rare import rare_words
from lif.views.scorecard.rare_charted import rare_chart_of
from lif.workspace import Workspace


def points(counts: Sequence[int | None]) -> list[Point]:
    """One count a quarter, the last of them quarter 4 of 2024/25."""
    period, found = quarter(2024, 4), []
    for count in reversed(counts):
        found.append(Point(period.end, count))
        period = period.previous()
    return found[::-1]


def chart(*counts: int | None) -> RareChart:
    return rare_chart(points(counts))


def spaced(*intervals: int, now: int = 0) -> list[int]:
    """Counts with an event at first, then so many periods without any before each further event."""
    counts = [1]
    for each in intervals:
        counts += [0] * each + [1]
    return counts + [0] * now


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        # mean 2: root of 2 x 3 is 2.449489742783178, three times that and 2 more
        ([2] * 13, 9.348469228349534),
        # mean 3: root of 3 x 4 is 3.4641016151377544
        ([1, 5, 3] * 5, 13.392304845413264),
        # mean 1: root of 2
        ([0, 2] * 7, 5.242640687119286),
        # every period has an event: no variation, limit nought
        ([0] * 13, 0.0),
    ],
)
def test_the_limit_is_the_published_one(intervals: list[int], expected: float) -> None:
    assert agree(limit(intervals), expected)
    assert agree(rare_chart(points(spaced(*intervals))).upper, expected)


def test_an_interval_is_the_periods_without_any_between_two_with_one() -> None:
    found = chart(0, 0, 1, 0, 0, 1, 1, 0, 3, 0)
    assert [each.without for each in found.intervals] == [2, 0, 1]
    assert (found.now, found.periods, found.with_any, found.with_several) == (1, 10, 4, 1)
    assert found.median == 1.0


def test_what_lies_before_the_first_event_is_no_interval() -> None:
    assert chart(0, 0, 0, 1).intervals == ()
    assert chart(0, 0, 0, 1).now == 0
    assert (chart(0, 0, 0).intervals, chart(0, 0, 0).now) == ((), None)


def test_an_interval_with_an_unknown_period_in_it_has_no_length() -> None:
    found = chart(1, 0, None, 0, 1, 0, 1)
    assert [each.without for each in found.intervals] == [1]
    assert chart(1, 0, None, 0).now is None


@pytest.mark.parametrize(("count", "firm"), [(12, False), (13, True)])
def test_a_limit_needs_thirteen_intervals(count: int, firm: bool) -> None:
    assert rare_chart(points(spaced(*[2] * count))).firm is firm


def test_beyond_the_limit_is_long_and_on_it_is_not() -> None:
    # twelve of 1 and one of 9: mean 21/13, limit 1.615385 + 3 x root(4.225) = 7.78
    found = rare_chart(points(spaced(*[1] * 12, 9)))
    assert found.upper is not None and 7.7 < found.upper < 7.8
    assert [each.long for each in found.intervals] == [False] * 12 + [True]
    assert found.leaning == 1


def test_the_interval_that_still_runs_counts_once_it_is_beyond_the_limit() -> None:
    short, long = (rare_chart(points(spaced(*[2] * 13, now=now))) for now in (9, 10))
    assert (short.now, short.long_now, short.leaning) == (9, False, 0)
    assert (long.now, long.long_now, long.leaning) == (10, True, 1)


def test_a_long_run_below_the_median_means_closer_together() -> None:
    # 10 above and 10 below: the longest run that chance explains is round(log2 20) + 3 = 7
    found = rare_chart(points(spaced(*[4, 5] * 5, *[1, 0] * 5)))
    assert found.leaning == -1
    assert rare_chart(points(spaced(*[1, 0] * 5, *[4, 5] * 5))).leaning == 1


def test_a_count_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="below nought"):
        chart(1, -1)


COUNTS = st.lists(st.sampled_from([0, 0, 0, 1, 2, None]), min_size=1, max_size=60)


@given(counts=COUNTS, data=st.data())
def test_the_order_of_the_points_does_not_matter(counts: list[int | None], data: st.DataObject) -> None:
    ordered = points(counts)
    assert rare_chart(data.draw(st.permutations(ordered))) == rare_chart(ordered)


@given(counts=COUNTS)
def test_the_intervals_and_their_events_make_up_what_is_known(counts: list[int | None]) -> None:
    if None in counts or (1 not in counts and 2 not in counts):
        return
    found = rare_chart(points(counts))
    first = next(place for place, count in enumerate(counts) if count)
    now = found.now or 0
    assert sum(each.without for each in found.intervals) + found.with_any + now + first == len(counts)


RARE = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    chart: rare-events"
AIM = ("targets:", "  - id: aim", "    value: 0", "    basis: target-now", "    since: 2020-01-01")


@pytest.mark.parametrize(
    ("polarity", "counts", "words"),
    [
        ("low", spaced(*[1] * 12, 9), "Improving (longer without)"),
        ("high", spaced(*[1] * 12, 9), "Getting worse (longer without)"),
        ("info", spaced(*[1] * 12, 9), "Unusually long without"),
        ("low", spaced(*[4, 5] * 5, *[1, 0] * 5), "Getting worse (closer together)"),
        ("high", spaced(*[4, 5] * 5, *[1, 0] * 5), "Improving (closer together)"),
        ("low", spaced(*[2] * 13), "No significant change"),
        ("low", spaced(*[2] * 12), "Too few points to say"),
    ],
)
def test_the_sign_follows_the_polarity(
    workspace: Write, polarity: str, counts: list[int], words: str
) -> None:
    found = judge(workspace, [str(n) for n in counts], unit="count", polarity=polarity, measures=RARE)
    assert (found.chart, found.run) == (None, None)
    assert signs.changing(found).words == words


def test_a_measure_of_rare_events_has_no_limits_of_its_counts_and_a_sentence(workspace: Write) -> None:
    counts = [str(n) for n in spaced(*[2] * 13, now=1)]
    found = judge(workspace, counts, *AIM, unit="count", polarity="low", measures=RARE)
    drawn = rare_chart_of(found)
    assert drawn is not None
    assert (drawn.sort, drawn.phases[0].centre, drawn.phases[0].upper) == ("rare", 2.0, 9.0)
    assert [point.value for point in drawn.points] == [2.0] * 13 + [1.0]
    assert drawn.points[-1].period == "now"
    assert signs.meets(found).words == "Not judged: events are rare"
    assert rare_words(found) == (
        "Events are rare: 14 of 41 quarters had any. "
        "Each point of the chart is how many quarters without any "
        "went before a quarter with one: the higher, the longer without. "
        "By now 1 quarter has gone without any. "
        "Up to 9 quarters without any is to be expected while nothing changes."
    )


def test_nothing_crosses_a_step_change(workspace: Write) -> None:
    step = {
        "framework/step-changes/new.yaml": "id: new\nmeasure: seen/quarter\nperiod: 2024-25-Q1\nlabel: New\n"
        "reason: |\n  A new way.\nagreed_by: top-board\nagreed_on: 2024-05-01\n"
    }
    counts = [str(n) for n in (1, 0, 0, 0, 1, 0, 1, 0)]
    found = judge(workspace, counts, unit="count", measures=RARE, files=step).rare
    assert found is not None
    assert ([each.without for each in found.intervals], found.periods) == ([1], 4)


def test_only_a_count_is_charted_as_rare(workspace: Write) -> None:
    assert judge(workspace, ["0/100", "1/100"], measures=RARE).rare is None


def test_a_period_that_nobody_supplied_hides_the_length_of_its_interval(workspace: Write) -> None:
    """Neither a status nor nought: no line at all in any return."""
    counts = ["1", "0", "0", "1", "0", "1"]
    whole = judge(workspace, counts, unit="count", measures=RARE)
    assert whole.rare is not None
    assert [each.without for each in whole.rare.intervals] == [2, 1]
    name = "data/returns/care-q4.yaml"
    lines = (workspace({}) / name).read_text(encoding="utf-8").split("  - id: v-")
    without = "  - id: v-".join(line for line in lines if not line.startswith("2023-24-q4"))
    assert len(without) < len("  - id: v-".join(lines))
    loaded = Workspace.load(workspace({name: without}), date(2025, 6, 30), checks=())
    series = assemble(loaded.register, loaded.as_at).find("seen/quarter")
    assert series is not None
    found = judged(loaded.register, series, quarter(2024, 4).end, loaded.as_at).rare
    assert found is not None
    assert [each.without for each in found.intervals] == [1]
