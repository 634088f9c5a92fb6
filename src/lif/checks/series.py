"""Figures in the wrong place: another kind of period, twice, examples among real ones, another supplier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import NUMBER, WITH_FIGURE, WITHOUT_FIGURE, in_words, lines, measures
from lif.diagnostics import Severity
from lif.records.figures import PublishedSeries, Return, ReturnSchedule
from lif.records.problems import listed, nearest, shown
from lif.records.references import Area
from lif.register import Register


@check("F117")
def period_does_not_fit(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure's period is of another kind than its measure's.

    Why:
        A year in a line of quarters looks like a fourfold rise.
    Fails:
        period: 2024-25 for a measure of quarters.
    Mend:
        Correct the period, or give the figure to the measure that has this kind of period.
    Source:
        Periods have a kind; unlike periods are not compared, added or averaged.
    """
    for line in lines(register):
        kind = line.measure.period_kind
        try:
            found = parse_period(line.period).kind
        except ValueError:
            continue  # the row itself is told of
        if found != kind:
            message = f"{line.period} is a {in_words(found)}, and each figure here is of a {in_words(kind)}"
            yield line.finding(message, "correct the period, or name another measure", "measure")


@check("F118")
def figure_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two figures stand for the same measure, period, area and part of the whole, from one supplier.

    Why:
        Only one can be right, and which of them a paper prints would be chance.
    Fails:
        Two values of referrals for 2024-25-Q2 in the returns of one agency.
    Mend:
        Keep one; a correction belongs in the `revisions` of the value that it corrects.
    Source:
        One figure a measure, period, area, part of the whole and supplier.
    """
    seen: dict[tuple[str, str, str, str, str], str] = {}
    for line in lines(register):
        key = (line.address, line.period, line.area, line.breakdown, line.supplier)
        first = seen.get(key)
        if first is None:
            seen[key] = line.record
        elif first == line.record:
            hint = "keep one; a correction belongs in 'revisions'"
            yield line.finding("the same figure stands twice in this record", hint, "measure")
        elif not _same_return(register, first, line.record):
            yield line.finding(f"the same figure stands in '{first}'", "keep one of the two", "measure")


def _same_return(register: Register, first: str, second: str) -> bool:
    """Whether both are returns of one agency for one period, which is told once for the whole record."""
    one, other = register.find(Return, first), register.find(Return, second)
    return bool(one and other and (one.agency, one.period) == (other.agency, other.period))


@check("F121")
def examples_mixed(register: Register, as_at: date) -> Iterator[Finding]:
    """Made-up figures stand in a real series, or real ones among examples.

    Why:
        A board would act on a number that somebody invented.
    Fails:
        A return without illustrative: true with a value of a measure that is illustrative.
    Mend:
        Mark the record `illustrative: true` when its figures are examples, and with it the measure: the same
        line, in the item of `measures` in the indicator. Give real figures a measure of their own.
    Source:
        A real and an illustrative value never share a series, limits, a sum or a benchmark.
    """
    told: set[tuple[str, str]] = set()
    for line in lines(register):
        example = register.entries[line.record].record.illustrative
        if example != line.measure.illustrative and (line.record, line.address) not in told:
            told.add((line.record, line.address))
            mine = "an example" if example else "not marked as an example"
            its = "a series of examples" if line.measure.illustrative else "a real series"
            message = f"this record is {mine}, and '{line.address}' is {its}"
            hint = "mark both 'illustrative: true', the record and the measure in its indicator, or neither"
            yield line.finding(message, hint, "measure")


@check("F122")
def series_mixed(register: Register, as_at: date) -> Iterator[Finding]:
    """A return fills a measure of published figures, or published figures a measure of returns.

    Why:
        The two are collected, revised and defined apart; in one line they look like a change.
    Fails:
        A value of cin-rate/year, which is published, in an agency's return.
    Mend:
        Name the measure of the indicator that is made for such figures; add one when there is none.
    Source:
        Each measure names the source of its series; other sources are for comparison only.
    """
    told: set[tuple[str, str]] = set()
    for line in lines(register):
        wanted = "returns" if line.row is None else "published"
        if line.measure.series != wanted and (line.record, line.address) not in told:
            told.add((line.record, line.address))
            is_, this = _figures(line.measure.series), _figures(wanted)
            message = f"'{line.address}' is a series of {is_}, and this is of {this}"
            yield line.finding(message, "name the measure that is made for these figures", "measure")


def _figures(series: str) -> str:
    return "published figures" if series == "published" else "agencies' returns"


@check("F123", Severity.WARNING)
def other_supplier(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure comes from an agency that neither the indicator names nor a schedule asks.

    Why:
        Two agencies count the same thing in two ways; a change of supplier looks like a change of practice.
    Fails:
        A value of return interviews from the police, where the indicator names children's social care.
    Mend:
        Name the agency in the indicator, or the measure in its schedule; or move the value to its return.
    Source:
        Who sends a figure, who answers for it and whose practice it shows are three things.
    """
    owed = {
        (schedule.agency, address)
        for schedule in register.all(ReturnSchedule)
        for address in schedule.measures
    }
    named = {
        address: frozenset((measure.supplier, indicator.supplier, *indicator.agencies))
        for address, (indicator, measure) in measures(register).items()
    }
    for line in lines(register):
        if line.row is not None or line.supplier in named[line.address]:
            continue
        if (line.supplier, line.address) not in owed:
            supplier = line.measure.supplier or line.indicator.supplier
            message = f"'{line.supplier}' sends it, and '{line.indicator.id}' names '{supplier}'"
            yield line.finding(message, "name this agency there, or move the value", "measure")


@check("F131")
def row_not_understood(register: Register, as_at: date) -> Iterator[Finding]:
    """A cell of a table of published figures names what does not exist, or is no number.

    Why:
        The row would be left out of every chart, and nobody would miss it.
    Fails:
        A row with the area north-east-lincs, where the area's id is north-east-lincolnshire.
    Mend:
        Correct the cell, or import the file again; the message counts the rows with the same cell.
    Source:
        The columns of the CSV beside a published series.
    """
    known = measures(register)
    areas = {area.id for area in register.all(Area)}
    for series in register.all(PublishedSeries):
        wrong: dict[tuple[str, str], list[int]] = {}
        for index, row in enumerate(register.rows(series)):
            if row.measure not in known and row.measure.partition("/")[0] not in register.unreadable:
                wrong.setdefault(("measure", row.measure), []).append(index)
            if row.area not in areas and row.area not in register.unreadable:
                wrong.setdefault(("area", row.area), []).append(index)
            if row.status not in WITH_FIGURE and row.status not in WITHOUT_FIGURE:
                wrong.setdefault(("status", row.status), []).append(index)
            if not _is_period(row.period):
                wrong.setdefault(("period", row.period), []).append(index)
            for column in ("numerator", "denominator", "value"):
                cell = getattr(row, column)
                if cell and not NUMBER.fullmatch(cell):
                    wrong.setdefault((column, cell), []).append(index)
        choices = {
            "measure": sorted(known),
            "area": sorted(areas),
            "status": sorted(WITH_FIGURE | WITHOUT_FIGURE),
        }
        for (column, cell), rows in wrong.items():
            many = f", in {len(rows)} rows" if len(rows) > 1 else ""
            message = f"{_fault(column, cell)}{many}"
            yield Finding(series.id, (), message, _cure(column, cell, choices.get(column, [])), row=rows[0])


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _fault(column: str, cell: str) -> str:
    if not cell:
        return f"the column '{column}' is empty"
    if column in ("numerator", "denominator", "value"):
        return f"'{shown(cell)}' in the column '{column}' is not a plain number"
    return f"there is no {column} '{shown(cell)}'"


def _cure(column: str, cell: str, choices: list[str]) -> str:
    near = nearest(cell, choices)
    if near:
        return f"did you mean '{near}'?"
    if column == "status":
        return f"write {listed(choices)}"
    return {
        "period": "write it as in 2024-25-Q3, 2024-25 or 2025-03-31",
        "measure": "write indicator-id/measure-id",
        "area": "write the id of an area",
    }.get(column, "write digits, as in 1758 or 12.5, or leave it empty and say why in the status")


@check("F132")
def rows_miscounted(register: Register, as_at: date) -> Iterator[Finding]:
    """The table beside a published series has more or fewer rows than its record says.

    Why:
        Rows were added or lost since the import, by hand or in a merge.
    Fails:
        rows: 480 beside a table of 479.
    Mend:
        Import the file again; the release's file is the only source of its figures.
    Source:
        The fingerprint and the number of rows are kept with each import.
    """
    for series in register.all(PublishedSeries):
        if series.id in register.published:
            count = len(register.rows(series))
            if count != series.rows:
                message = f"the table has {count} rows, and this says {series.rows}"
                yield Finding(series.id, ("rows",), message, "import the file again")


SERIES = (
    period_does_not_fit,
    figure_twice,
    examples_mixed,
    series_mixed,
    other_supplier,
    row_not_understood,
    rows_miscounted,
)
