"""One indicator with its series on its way out: plain lines, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import groupby
from textwrap import wrap
from typing import Any

from lif.calendars import long_date
from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.exchange.papers import paper_schema, plain
from lif.views.indicators import IndicatorShown, SeriesShown, YearRow
from lif.views.indicators.series import FigureRow
from lif.views.indicators.tables import beside, table_of

WHAT = "One indicator with every figure of its series: counts, status, source, revision, target, comparison."


def as_json(shown: IndicatorShown, head: Mapping[str, object]) -> str:
    """The head of every document, then the view; always with how each figure was computed."""
    return written_as_json({**head, **{one.name: plain(getattr(shown, one.name)) for one in fields(shown)}})


def json_schema(head: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of that JSON."""
    return paper_schema("indicator", WHAT, IndicatorShown, head)


def as_text(shown: IndicatorShown, explain: bool, width: int | None = None) -> str:
    """Lines for a terminal, wrapped where a width is given."""
    lines = [*_wrapped(list(_head(shown)), width)]
    for series in shown.series:
        lines += ["", *_wrapped(list(_series_head(shown, series)), width)]
        lines += [] if series.breakdown else [""]
        lines += _figure_lines(series, explain, width)
        lines += _wrapped([*_after(series, explain)], width)
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def as_markdown(shown: IndicatorShown, explain: bool) -> str:
    """A heading for each series, its facts as a list, and a table of its figures."""
    from lif.exchange.listings import as_markdown as table
    from lif.reports.markdown import escape

    name, *facts = _head(shown)
    lines = [f"# {escape(name)}", "", *(f"- {escape(fact)}" for fact in facts)]
    for series in shown.series:
        title, *facts = _series_head(shown, series)
        lines += ["", f"## {escape(title)}", "", *(f"- {escape(fact)}" for fact in facts), ""]
        if series.figures:
            lines += [*table(table_of(series)).splitlines(), ""]
        lines += [f"- {escape(one.strip())}" for one in _after(series, explain) if one.strip()]
        if explain:
            for row in series.figures:
                said = [one.strip() for one in _explained(row)]
                lines += ["", f"### {escape(row.label)}", "", *(f"- {escape(one)}" for one in said)]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _head(shown: IndicatorShown) -> Iterator[str]:
    codes = f"; {', '.join(shown.aliases)}" if shown.aliases else ""
    yield f"{shown.name}  ({shown.id}{codes})"
    if shown.question:
        yield shown.question
    yield shown.definition
    yield f"What it is: {shown.unit}; it counts {shown.counts}"
    yield f"Which way is good: {shown.good}. {shown.outcomes_class}"
    yield f"Who answers: {shown.owner}, {shown.group}"
    if shown.status != "live":
        yield f"In use: {shown.status}"
    if shown.caution:
        yield f"Caution: {shown.caution}"


def _series_head(shown: IndicatorShown, series: SeriesShown) -> Iterator[str]:
    example = ", illustrative" if series.illustrative else ""
    title = series.title or f"Each {series.period_kind}"
    if series.breakdown:
        yield f"{title}, of these {series.breakdown}  ({shown.id}/{series.measure}{example})"
        return
    yield f"{title}: {series.area_name}  ({shown.id}/{series.measure}{example})"
    yield f"Each figure is of a {series.period_kind}{f' ({series.window})' if series.window else ''}"
    divided = f" ÷ {series.denominator}{series.times}" if series.denominator else ""
    yield f"How it is made: {series.numerator}{divided}"
    yield (
        f"Supplied by {series.supplier}, from {series.source}"
        if series.supplier
        else f"Source: {series.source}"
    )
    yield f"Its periods in a year: {series.roll_up}"
    yield from (f"Target from {label}: {words}" for label, words in _targets(series))
    if series.awaited:
        yield f"Awaited: {', '.join(series.awaited)}"


def _targets(series: SeriesShown) -> Iterator[tuple[str, str]]:
    """Each target with its basis, from the first period that it was held against."""
    before = ""
    for row in series.figures:
        words = f"{row.target}, basis: {row.basis}" if row.target else ""
        if words and words != before:
            yield row.brief, words
        before = words


def _figure_lines(series: SeriesShown, explain: bool, width: int | None) -> list[str]:
    """A line for each figure in columns, the latest first, and below it what must be said of it."""
    if not series.figures:
        return ["No figure was supplied."]
    cells = [_cells(row) for row in reversed(series.figures)]
    head = ("PERIOD", "FIGURE", "COUNTS", "STATUS", "ON TARGET", "KNOWN SINCE")
    filled = [n for n in range(len(head)) if any(row[n] for row in cells)]
    widths = {n: max(len(row[n]) for row in [head, *cells]) for n in filled}

    def joined(row: tuple[str, ...]) -> str:
        return "  ".join(row[n].rjust(widths[n]) if n in (1, 2) else row[n].ljust(widths[n]) for n in filled)

    lines = [joined(head)]
    for row, cell in zip(reversed(series.figures), cells, strict=True):
        below = list(_explained(row)) if explain else list(_below(row, row is series.figures[-1]))
        lines += [joined(cell), *_wrapped([f"    {one}" for one in below], width)]
    return lines


def _cells(row: FigureRow) -> tuple[str, ...]:
    rating = row.rating.partition(":")[0].lower()
    status = f"{row.status_words}, revised" if row.replaced else row.status_words
    figure = "" if row.number is None or row.text == row.parts else row.text
    return row.brief, figure, row.parts, status, rating, row.known_since.isoformat()


def _below(row: FigureRow, last: bool) -> Iterator[str]:
    """What is said of a figure in any case; what stands beside it only of the latest."""
    if row.replaced:
        yield _revised(row)
    if row.cohort:
        yield f"of {row.cohort}"
    if row.reason:
        yield row.reason
    if last and row.comparisons:
        yield "; ".join(beside(row))


def _revised(row: FigureRow) -> str:
    old = row.replaced
    assert old is not None
    was = f"was {old.text}{f' ({old.parts})' if old.parts else ''}"
    where = f" in {old.release}" if old.release else ""
    return f"{was}{where} until {long_date(old.on)}{f': {old.why}' if old.why else ''}"


def _explained(row: FigureRow) -> Iterator[str]:
    """How a figure was made and where it stands, sentence by sentence."""
    yield from row.computed
    if row.cohort:
        yield f"of {row.cohort}"
    if row.reason:
        yield row.reason
    where = f"{row.place} ({row.record})" if row.place else row.record
    yield f"from {row.origin}{f', {row.release}' if row.release else ''}: {where}"
    if row.replaced:
        yield _revised(row)
    if row.rating_why:
        against = f" against {row.target} ({row.basis})" if row.target else ""
        yield f"{row.rating.partition(':')[0].lower() or 'not rated'}{against}: {row.rating_why}"
    yield from beside(row)


def _after(series: SeriesShown, explain: bool) -> Iterator[str]:
    """What the figures say together: years made of them, direction, signal, limits, changes."""
    if series.breakdown:
        return
    if series.years:
        yield ""
        yield f"Years made of them ({series.roll_up}):"
        yield from (f"  {_year(row, explain)}" for row in series.years)
    said = series.followed
    facts = [
        ("Direction", said.travel),
        ("Latest", said.signal),
        ("Range to expect", said.expected if series.figures else ""),
    ]
    if explain:
        facts += [("Limits", one) for one in said.limits]
        facts += [("Rules", said.rules)]
    if any(words for _, words in facts):
        yield ""
    yield from (f"{name}: {words}" for name, words in facts if words)
    yield from (f"Beside others: {words}" for words in series.beside)
    for _, group in groupby(series.changes, key=lambda one: one.label):
        yield from (f"From {one.label}: {one.sort}. {one.what}" for one in group)


def _year(row: YearRow, explain: bool) -> str:
    counts = f" ({row.parts})" if row.parts else ""
    firm = f", {row.status_words}" if row.status_words else ""
    why = f": {row.why_not}" if row.why_not else ""
    made = f"; {row.sum}" if explain and row.sum else ""
    return f"{row.label}: {row.text}{counts}{firm}{why}{made}"


def _wrapped(lines: list[str], width: int | None) -> list[str]:
    if width is None:
        return lines
    found: list[str] = []
    for line in lines:
        lead = " " * (len(line) - len(line.lstrip()))
        found += wrap(line, max(width, 30), subsequent_indent=lead + "  ", break_on_hyphens=False) or [""]
    return found
