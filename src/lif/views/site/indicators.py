"""The page of an indicator: every series over its whole history, what was said of it, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lif.calendars import long_date, parse_period
from lif.measures.aims import Against, aim_for
from lif.measures.covered import cohort_words
from lif.measures.judged import Judged
from lif.measures.rules import rules_of
from lif.measures.series import Figure, Series
from lif.records.charted import Annotation, SeriesBreak, StepChange
from lif.records.indicators import Indicator, Measure
from lif.views import signs
from lif.views.compared.funnel import funnel_for
from lif.views.compared.groups import differences
from lif.views.scorecard.aimed import expected_range, judged_by, target_text
from lif.views.scorecard.cards import Silence, reasons
from lif.views.scorecard.charted import Chart, chart_of
from lif.views.scorecard.curve import curve_of
from lif.views.scorecard.footnotes import footnotes
from lif.views.scorecard.lines import NOTHING, Comparison, comparisons
from lif.views.scorecard.rare import rare_words
from lif.views.scorecard.rare_charted import rare_chart_of
from lif.views.scorecard.run import run_words
from lif.views.scorecard.strip import strip_of
from lif.views.shown import flowing, parts_text, shown, value_text
from lif.views.site.bodies import IndicatorBody, RecordBody, SeriesPart, StoryPart
from lif.views.site.pieces import Columns, Row, Rows, Table, Words, quiet, softly, strong, table, words
from lif.views.site.saying import facts
from lif.views.site.world import World


def indicator_body(world: World, record: Indicator, body: RecordBody) -> IndicatorBody:
    """The whole page of an indicator; `body` is what every record's page has."""
    line = world.lines[record.id]
    in_use = any(each.id == record.id for each in world.in_use)
    return IndicatorBody(
        line=line,
        quarter=world.quarter.label,
        reasons=reasons(world.headline(record), line) if in_use else (),
        silence=_silence(world, record) if in_use else None,
        series=tuple(_series(world, record, measure) for measure in record.measures),
        strip=strip_of(world.ask, record),
        differences=differences(world.ask.figures, record, world.ask.last),
        funnel=funnel_for(world.known, world.ask.figures, record, world.ask.last),
        stories=tuple(_stories(world, record)),
        changes=_changes(world, record),
        rules=rules_of(world.question.register.charted_by),
        record=body,
    )


def _series(world: World, record: Indicator, measure: Measure) -> SeriesPart:
    judged = world.judged.get(f"{record.id}/{measure.id}")
    latest = judged.latest if judged else None
    judge = judged.aim.target.judge if judged and judged.aim and judged.aim.target else None
    expected, note = expected_range(record, judged)
    beside = comparisons(world.ask, judged.series, latest) if judged and latest else ()
    return SeriesPart(
        anchor=measure.id,
        title=_series_title(record, measure),
        latest=shown(record, latest, world.as_at, judge) if latest else NOTHING,
        signal=judged.chart.latest_words if judged and judged.chart and judged.chart.firm else "",
        expected=expected,
        expected_note=note,
        target=target_text(record, judged),
        comparisons=beside,
        status=signs.rated(judged),
        travel=signs.travelled(judged.travel if judged else None),
        judged_by=judged_by(world.question.register, judged, world.as_at),
        curve=curve_of(world.question.register, judged),
        rare=rare_words(judged),
        run=run_words(judged),
        changing=signs.changing(judged),
        meets=signs.meets(judged),
        chart=_chart(world, judged, beside),
        table=_figures(world, judged) if judged else None,
        later=bool(judged and judged.series.latest(world.as_at) is not latest),
        footnotes=footnotes(judged, judged.series.until(world.ask.last)) if judged else (),
        facts=facts(world, measure, ("name",)),
        illustrative=measure.illustrative,
    )


def _chart(world: World, judged: Judged | None, beside: tuple[Comparison, ...]) -> Chart | None:
    """The chart of a series over all its periods, where there are two or more."""
    if judged is None or len(judged.series.figures) < 2:
        return None
    if judged.rare is not None:
        return rare_chart_of(judged)
    target = target_text(judged.series.indicator, judged)
    return chart_of(world.ask, judged, judged.series.figures, beside, target)


def _series_title(record: Indicator, measure: Measure) -> str:
    """What sets the series apart: its name, or what it covers and where it comes from."""
    if measure.name:
        return measure.name[:1].upper() + measure.name[1:]
    if len(record.measures) == 1:
        return "Every figure"
    origin = "from agencies' returns" if measure.series == "returns" else "as published"
    return f"{measure.period_kind.replace('-', ' ').capitalize()}, {origin}"


def _figures(world: World, judged: Judged) -> Table:
    """Every figure of a series, the latest first, beside its target and its comparisons."""
    series = judged.series
    beside = {figure.period: comparisons(world.ask, series, figure) for figure in series.figures}
    names = tuple(dict.fromkeys(each.name for found in beside.values() for each in found))
    aimed = {figure.period: _target(world, judged, figure) for figure in series.figures}
    counted = any(parts_text(series.indicator, figure) for figure in series.figures)
    columns = [("Period", False), ("Figure", True)]
    columns += [("Counts", True)] if counted else []
    columns += [("Target", False)] if any(aimed.values()) else []
    columns += [(name, True) for name in names]
    remarks = {figure.period: tuple(_remarks(series, figure)) for figure in series.figures}
    columns += [("Supplied", False)]
    columns += [("Remarks", False)] if any(remarks.values()) else []
    rows = []
    for figure in reversed(series.figures):
        cells = [words(figure.period.label), (_figure(world, judged, figure),)]
        cells += [words(parts_text(series.indicator, figure))] if counted else []
        cells += [words(aimed[figure.period])] if any(aimed.values()) else []
        cells += [_beside(beside[figure.period], name) for name in names]
        cells += [_supplied(world, figure)]
        cells += [remarks[figure.period]] if any(remarks.values()) else []
        rows.append(Row(tuple(cells), illustrative=figure.illustrative))
    return Table("Every figure, latest first", tuple(columns), (Rows("", tuple(rows)),))


def _figure(world: World, judged: Judged, figure: Figure) -> Words:
    aim = aim_for(judged.series, figure.period, _against(world))
    judge = aim.target.judge if aim and aim.target else None
    return strong(shown(judged.series.indicator, figure, world.as_at, judge).text)


def _target(world: World, judged: Judged, figure: Figure) -> str:
    """The target that applied to the figure's own period."""
    aim = aim_for(judged.series, figure.period, _against(world))
    return target_text(judged.series.indicator, replace(judged, aim=aim))


def _against(world: World) -> Against:
    return Against(world.question.register, world.question.figures)


def _beside(found: tuple[Comparison, ...], name: str) -> tuple[Words, ...]:
    each = next((one for one in found if one.name == name), None)
    if each is None:
        return ()
    held = (quiet(f"{each.held} of {each.asked} areas"),) if each.average else ()
    return (Words(each.text), *softly(each.result), *held)


def _supplied(world: World, figure: Figure) -> tuple[Words, ...]:
    """The day it was supplied, and the return or publication in which it stands."""
    ref = world.ref(figure.origin)
    return (Words(long_date(figure.known_since), ref, "day"),)


def _remarks(series: Series, figure: Figure) -> Iterator[Words]:
    status = figure.value.status.words
    if figure.value.number is not None and status in ("provisional", "estimated"):
        yield Words(status)
    if figure.revised:
        old = figure.earlier
        before = value_text(series.indicator, old) if old and old.number is not None else ""
        yield Words(f"revised, was {before}" if before else "revised")
    if cohort := cohort_words(series.measure, figure.period):
        yield quiet(f"of {cohort}")
    if figure.reason:
        yield quiet(flowing(figure.reason))


def _stories(world: World, record: Indicator) -> Iterator[StoryPart]:
    for return_, story in world.stories.get(record.id, ()):
        author = world.ref(story.author)
        yield StoryPart(
            parse_period(return_.period).label,
            author.name if author else story.author,
            story.written_on,
            world.ref(return_.id),
            story.story.strip(),
            (story.so_what or "").strip(),
            (story.now_what or "").strip(),
            flowing(story.decision_asked),
            return_.illustrative,
        )


def _silence(world: World, record: Indicator) -> Silence | None:
    """Who was asked in the latest quarter for an explanation that has not come."""
    quarter = str(world.quarter)
    if any(return_.period == quarter for return_, _ in world.stories.get(record.id, ())):
        return None
    asked = [one for return_, one in world.asked.get(record.id, ()) if return_.period == quarter]
    if not asked:
        return None
    last = max(asked, key=lambda one: one.on)
    role = world.ref(last.role)
    return Silence(role.name if role else last.role, last.on)


def _changes(world: World, record: Indicator) -> tuple[Table, ...]:
    """New phases of the chart, changes of definition, and events shown on it, the latest first."""
    prefix = f"{record.id}/"
    found = []
    for step in world.known.all(StepChange):
        if step.measure.startswith(prefix):
            agreed = world.link(step.agreed_by)
            when = quiet(f"agreed {long_date(step.agreed_on)}")
            found.append((step.period, step.id, "New limits", flowing(step.reason), (*agreed, when)))
    for change in world.known.all(SeriesBreak):
        if change.measure.startswith(prefix):
            what = "Definition changed, still comparable" if change.comparable else "Definition changed"
            found.append((change.period, change.id, what, flowing(change.reason), ()))
    for note in world.known.all(Annotation):
        if note.measure.startswith(prefix):
            found.append((note.period, note.id, note.label, flowing(note.text), ()))
    if not found:
        return ()
    found.sort(key=lambda one: (parse_period(one[0]).end, one[1]), reverse=True)
    rows = tuple(
        Row(
            (words(parse_period(period).label), (Words(what, world.ref(id_)),), words(why), by),
            illustrative=world.known.entries[id_].record.illustrative,
        )
        for period, id_, what, why, by in found
    )
    columns: Columns = (("From", False), ("What", False), ("Why", False), ("Agreed by", False))
    if not any(by for _, _, _, _, by in found):
        columns = columns[:3]
        rows = tuple(replace(row, cells=row.cells[:3]) for row in rows)
    return table("Changes and events, latest first", columns, rows)
