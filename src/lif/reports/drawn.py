"""Draws the charts of indicators from the data of views, with their text for those who do not see them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from lif.calendars import long_date
from lif.reports import charts
from lif.views.compared.funnel import Funnel
from lif.views.scorecard.charted import Chart, ChartPoint
from lif.views.scorecard.lines import Comparison, Line
from lif.views.scorecard.strip import Strip


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a chart: its title, its latest figure, and whether it changes."""

    title: str
    latest: str
    changing: str


def spark(line: Line) -> Markup:
    """The small line of the table, or nothing where there are fewer than two figures."""
    if sum(value is not None for value in line.spark) < 2:
        return Markup("")
    marks = tuple(charts.Mark(mark) for mark in line.spark_marks)
    data = charts.SparklineData(line.spark, marks, breaks=line.spark_cuts, title=line.spark_words)
    return charts.sparkline(data, f"{line.id}--spark")


def drawn(chart: Chart, said: Said, prefix: str) -> charts.Drawn:
    """The chart in both sizes; `prefix` begins every id in them."""
    data = _chart_data(chart, said)
    draw = charts.run_chart if chart.sort == "run" else charts.control_chart
    return charts.both(draw, data, prefix)


def drawn_plainly(chart: Chart, title: str, description: str, prefix: str) -> charts.Drawn:
    """A chart of points, target and comparisons alone, with its own words, in both sizes."""
    data = replace(_chart_data(chart, Said(title, "", "")), description=description)
    return charts.both(charts.run_chart, data, prefix)


def drawn_strip(strip: Strip, title: str, prefix: str) -> charts.Drawn:
    """The figure beside England, the region and the neighbours, in both sizes."""
    percent = strip.unit == "percent"
    kinds = {"england": charts.BarKind.ENGLAND, "region": charts.BarKind.REGION}
    data = charts.ComparisonData(
        title=f"{title}, compared: {strip.period}",
        description=_compared(strip),
        bars=(
            charts.Bar(strip.area, strip.number, charts.BarKind.AREA, strip.low, strip.high),
            *(
                charts.Bar(_how_many(each), each.number, kinds.get(each.sort, charts.BarKind.NEIGHBOURS))
                for each in strip.comparisons
            ),
        ),
        format=charts.NumberFormat(strip.decimals, suffix="%" if percent else ""),
        floor=0.0,
        ceiling=100.0 if percent else None,
    )
    return charts.both(charts.comparison_strip, data, prefix)


def _how_many(each: Comparison) -> str:
    """The name of a comparison, with how many areas an average of neighbours is of."""
    if not each.average:
        return each.name
    return (
        f"{each.name}, {each.held} of {each.asked}" if each.held < each.asked else f"{each.name}, {each.held}"
    )


def drawn_funnel(funnel: Funnel, title: str, prefix: str) -> charts.Drawn:
    """The areas by size between their limits, in both sizes."""
    percent = funnel.unit == "percent"
    places = (
        *(charts.Place(charts.PlaceKind(each.sort), each.size, each.number) for each in funnel.points),
        charts.Place(charts.PlaceKind.OWN, funnel.own.size, funnel.own.number),
    )
    data = charts.FunnelData(
        title=f"{title}, areas by size: {funnel.period}",
        description=" ".join(
            (f"{funnel.area} {funnel.own_text}; England {funnel.england_text}.", *funnel.words)
        ),
        places=places,
        lines=tuple(charts.FunnelLine(each.level != "95", each.places) for each in funnel.limits),
        baseline=funnel.england,
        own_label=funnel.area,
        size_label=funnel.size_name[:1].upper() + funnel.size_name[1:],
        format=charts.NumberFormat(funnel.decimals, suffix="%" if percent else ""),
        ceiling=100.0 if percent else None,
    )
    return charts.both(charts.funnel, data, prefix)


def _compared(strip: Strip) -> str:
    """What the comparison shows, in words."""
    found = [f"{strip.area} {strip.text}."]
    if strip.low is not None:
        found.append("The line through its mark is the 95% interval.")
    found += [
        f"{each.name} {each.text}{f': the area is {each.result}' if each.result else ''}."
        for each in strip.comparisons
    ]
    return " ".join(found)


def _chart_data(chart: Chart, said: Said) -> charts.ControlChartData:
    """The drawing's data from the view's."""
    percent = chart.unit == "percent"
    return charts.ControlChartData(
        title=said.title,
        description=_described(chart, said),
        points=tuple(
            charts.ChartPoint(p.period, p.group, p.value, charts.Mark(p.mark), p.illustrative, p.ahead)
            for p in chart.points
        ),
        phases=tuple(charts.ChartPhase(p.first, p.last, p.centre, p.lower, p.upper) for p in chart.phases),
        lines=_lines(chart),
        notes=tuple(charts.ChartNote(charts.NoteKind(n.sort), n.at, n.label) for n in chart.notes),
        format=charts.NumberFormat(chart.decimals, suffix="%" if percent else ""),
        floor=0.0,
        ceiling=100.0 if percent else None,
        forecast=chart.forecast,
        cuts=chart.cuts,
        latest_text=chart.latest_text,
        centre_label="Median" if chart.sort == "rare" else "Average",
    )


def _lines(chart: Chart) -> tuple[charts.ChartLine, ...]:
    found = []
    if chart.target is not None:
        found.append(charts.ChartLine(charts.LineKind.TARGET, "Target", chart.target))
    kinds = {"england": charts.LineKind.ENGLAND, "region": charts.LineKind.REGION}
    seen = set()
    for each in chart.comparisons:
        if each.sort not in seen:
            seen.add(each.sort)
            kind = kinds.get(each.sort, charts.LineKind.NEIGHBOURS)
            found.append(charts.ChartLine(kind, each.name, each.number))
    return tuple(found)


def _described(chart: Chart, said: Said) -> str:
    """What the chart shows, in words, from the data: the text for those who do not see it."""
    there = [point for point in chart.points if point.value is not None]
    if not there:
        return f"{said.title}: no figures."
    first, last = there[0], there[-1]
    kind = {"control": "Control chart", "rare": "Chart of the time between rare events, periods without any,"}
    pieces = [
        f"{kind.get(chart.sort, 'Run chart')} of {len(there)} points, {_place(first)} to {_place(last)}.",
        f"Latest {said.latest}.",
        f"{'Average' if chart.sort == 'control' else 'Median'} {chart.centre_text}."
        if chart.centre_text
        else "",
        f"Limits {chart.lower_text} to {chart.upper_text}." if chart.lower_text else "",
        f"Target {chart.target_text}." if chart.target_text else "",
        f"The broken line is the forecast made on {long_date(chart.forecast_on)}."
        if chart.forecast_on
        else "",
        f"{said.changing}.",
        *(f"{each.name} {each.text}." for each in chart.comparisons),
        *(f"{_place(chart.points[note.at])}: {note.label}." for note in chart.notes),
    ]
    return " ".join(piece for piece in pieces if piece)


def _place(point: ChartPoint) -> str:
    return f"{point.period} {point.group}".strip()
