"""Files of Explore education statistics: one row a place and year, or a column a month."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.calendars import Period
from lif.exchange.national.cells import Cell, NotAFigure, read_cell
from lif.exchange.national.columns import MissingColumn, Plan, plan
from lif.exchange.national.figures import total
from lif.exchange.national.places import Gazetteer, TwoAreas, sort_of
from lif.exchange.national.readings import Counting, Feed, Found, Reading, Spot
from lif.exchange.national.tables import CannotRead, Table, cell_column
from lif.exchange.national.years import NotAPeriod, ees_period, quarters_of
from lif.records.references import ColumnMapping, ImportMapping

NEEDED = ("time_period", "time_identifier", "geographic_level")
GEOGRAPHY = (
    *("country_code", "country_name", "region_code", "region_name"),
    *("old_la_code", "new_la_code", "la_name"),
)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of an area that is wanted."""

    line: int
    cells: list[str]
    area: str
    label: str
    identifier: str


def read_ees(table: Table, mapping: ImportMapping, gazetteer: Gazetteer) -> Reading:
    """The cells of a file that a mapping asks for, row by row; memory grows with what is kept only.

    Raises CannotRead when the file is not laid out as such files are, when none of the mapping's columns is
    in it, or when two rows give different figures for the same thing.
    """
    months = mapping.format == "ees-months"
    plans, missing = _plans(table, mapping, months)
    reading = Reading([Found(one) for one in plans], missing)
    counting = Counting(reading.found)
    for row in _kept_rows(table, gazetteer, frozenset(mapping.areas), reading):
        feeds = counting.of(row.cells)
        if not feeds:
            continue
        try:
            whole = () if months else (ees_period(row.label, row.identifier, mapping.period),)
            periods = whole or quarters_of(row.label, row.identifier)
        except NotAPeriod as why:
            reading.skip(f"rows whose period does not fit: {why}", f"line {row.line}")
            continue
        for feed in feeds:
            try:
                _take(table, feed, row, periods)
            except NotAFigure as why:
                reason, _, place = str(why).partition(" @")
                reading.skip(f"figures that cannot be read: {reason}", place)
    return reading


def factor_of(column: ColumnMapping, period: Period) -> Decimal | None:
    """The fixed factor on the denominator for a period: another one where it holds a 29 February."""
    years = (year for year in range(period.start.year, period.end.year + 1) if isleap(year))
    if column.multiply_in_leap_years and any(period.contains(date(year, 2, 29)) for year in years):
        return column.multiply_in_leap_years
    return column.multiply


def _plans(table: Table, mapping: ImportMapping, months: bool) -> tuple[list[Plan], dict[str, str]]:
    plans, missing = [], {}
    for column in mapping.columns:
        try:
            plans.append(plan(column, table.columns, months))
        except MissingColumn as why:
            missing[column.measure] = str(why)
    if not plans:
        told = "; ".join(f"{measure}: {why}" for measure, why in missing.items())
        raise CannotRead(f"{table.path}:1: the mapping '{mapping.id}' finds none of its measures: {told}")
    return plans, missing


def _kept_rows(
    table: Table, gazetteer: Gazetteer, wanted: frozenset[str], reading: Reading
) -> Iterator[KeptRow]:
    """Rows of areas that are wanted; of the others only how many there are is kept."""
    at = _geography(table)
    level, year, identifier = (at[name] for name in ("geographic_level", "time_period", "time_identifier"))
    codes: dict[str, tuple[int, int, int]] = {
        "country": (-1, at["country_code"], at["country_name"]),
        "region": (-1, at["region_code"], at["region_name"]),
        "local-authority": (at["old_la_code"], at["new_la_code"], at["la_name"]),
    }
    for line, cells in table.rows():
        cells.append("")  # so that position -1, a column that the file lacks, is an empty cell
        sort = sort_of(cells[level])
        old, new, name = codes.get(sort, (-1, -1, -1))
        try:
            area = gazetteer.find(sort, cells[old], cells[new], cells[name])
        except TwoAreas as why:
            reading.skip(f"rows that name two areas: {why}", f"line {line}")
            continue
        if area is None or (wanted and area not in wanted):
            reading.unknown += 1
            continue
        if sort != "local-authority":
            reading.wider.add(area)
        yield KeptRow(line, cells, area, cells[year], cells[identifier])


def _geography(table: Table) -> dict[str, int]:
    """Positions of the columns that every file has; -1 for those of its geography that it may lack."""
    places = {name.lower(): number for number, name in enumerate(table.columns)}
    lacking = [name for name in NEEDED if name not in places]
    if lacking:
        raise CannotRead(
            f"{table.path}:1: the header has no column {', '.join(lacking)}: a file of Explore education "
            "statistics names its time and its geography in columns of these names"
        )
    return {name: places.get(name, -1) for name in (*NEEDED, *GEOGRAPHY)}


def _take(table: Table, feed: Feed, row: KeptRow, periods: Sequence[Period]) -> None:
    """Puts a row's cells where they belong."""
    found, plan = feed.found, feed.found.plan
    if feed.top:
        tops = [_cell(table, row, at) for at in plan.numerator or plan.value]
        share = len(tops) // len(periods)
        for number, period in enumerate(periods):
            part = tops[share * number : share * (number + 1)]
            _put(table, found, found.tops, (row.area, period), total(part), row.line)
            if plan.check:
                _note_printed(table, found, row, period)
    if feed.bottom:
        bottoms = [_cell(table, row, at) for at in plan.denominator]
        for period in periods:
            bottom = total(bottoms, factor_of(plan.mapping, period))
            _put(table, found, found.bottoms, (row.area, period), bottom, row.line, top=False)


def _note_printed(table: Table, found: Found, row: KeptRow, period: Period) -> None:
    """Keeps the published figure to compare with; one that cannot be read is no reason to lose the count."""
    try:
        found.printed[row.area, period] = _cell(table, row, found.plan.check[0])
    except NotAFigure:
        return


def _put(
    table: Table, found: Found, into: dict[Spot, Cell], spot: Spot, cell: Cell, line: int, top: bool = True
) -> None:
    before = into.get(spot)
    if before is not None and before != cell:
        first = found.lines[spot, top]
        raise CannotRead(
            f"{table.path}:{line}: this row and the one on line {first} give different figures for "
            f"{found.plan.mapping.measure}, {spot[0]}, {spot[1]}: {_apart(table, first, line)}"
        )
    into[spot] = cell
    found.lines.setdefault((spot, top), line)


def _apart(table: Table, first: int, second: int) -> str:
    """Names the columns of words in which two rows differ, which the mapping's `where` must tell apart."""
    rows = {line: cells for line, cells in table.rows() if line in (first, second)}
    pairs = zip(table.columns, rows[first], rows[second], strict=True)
    names = [name for name, one, two in pairs if one != two and _is_word(one) and _is_word(two)]
    if names:
        return f"they differ in {', '.join(names)}; say in the mapping's 'where' which rows count"
    return "the same row stands there twice; ask the publisher which is right"


def _is_word(text: str) -> bool:
    """Whether a cell is the words of a filter, and not a figure or a symbol."""
    try:
        read_cell(text)
    except NotAFigure:
        return bool(text.strip())
    return False


def _cell(table: Table, row: KeptRow, at: int) -> Cell:
    try:
        return read_cell(row.cells[at])
    except NotAFigure as why:
        column = cell_column(table.path, row.line, at)
        raise NotAFigure(f"{why} @{table.columns[at]}, line {row.line}, column {column}") from None
