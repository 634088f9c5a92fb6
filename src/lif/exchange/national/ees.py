"""Files of Explore education statistics: one row a place and year, or a column a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lif.calendars import Period
from lif.exchange.national.cells import Cell, NotAFigure, read_cell
from lif.exchange.national.columns import MissingColumn, Plan, plan
from lif.exchange.national.figures import total
from lif.exchange.national.places import Gazetteer, TwoAreas
from lif.exchange.national.tables import CannotRead, Table, cell_column
from lif.exchange.national.years import NotAPeriod, ees_period, quarters_of
from lif.records.references import ImportMapping

Spot = tuple[str, Period]
"""An area and a period."""

UNKNOWN_AREA = "rows of areas that this workspace has no record of"
NEEDED = ("time_period", "time_identifier", "geographic_level")


@dataclass
class Found:
    """What one mapped measure found: cells by area and period, and the lines they stood on."""

    plan: Plan
    tops: dict[Spot, Cell] = field(default_factory=dict)
    bottoms: dict[Spot, Cell] = field(default_factory=dict)
    printed: dict[Spot, Cell] = field(default_factory=dict)
    lines: dict[tuple[Spot, bool], int] = field(default_factory=dict)


@dataclass
class Reading:
    """Everything that a file gave under one mapping, and what was left out, with why."""

    found: list[Found]
    skipped: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    national: set[str] = field(default_factory=set)

    def skip(self, reason: str, place: str = "") -> None:
        """Counts one thing left out; the first place of each reason is kept."""
        self.skipped[reason] += 1
        if place:
            self.places.setdefault(reason, place)


def read_ees(table: Table, mapping: ImportMapping, gazetteer: Gazetteer) -> Reading:
    """The cells of a file that a mapping asks for, row by row; memory grows with what is kept only.

    Raises CannotRead when the file is not laid out as such files are, when none of the mapping's columns is
    in it, or when two rows give different figures for the same thing.
    """
    months = mapping.format == "ees-months"
    plans, missing = _plans(table, mapping, months)
    reading = Reading([Found(one) for one in plans], missing=missing)
    wanted = set(mapping.areas)
    period_of: Callable[[str, str, str], Period] = ees_period
    for line, cells, area, label, identifier in _kept_rows(table, gazetteer, wanted, reading):
        try:
            if months:
                periods = quarters_of(label, identifier)
            else:
                periods = (period_of(label, identifier, mapping.period),)
        except NotAPeriod as why:
            reading.skip(f"periods that do not fit: {why}", f"line {line}")
            continue
        for found in reading.found:
            _take(table, found, line, cells, area, periods, reading)
    return reading


def _plans(table: Table, mapping: ImportMapping, months: bool) -> tuple[list[Plan], dict[str, str]]:
    plans, missing = [], {}
    for column in mapping.columns:
        try:
            plans.append(plan(column, table.columns, months))
        except MissingColumn as why:
            missing[column.measure] = str(why)
    if not plans:
        raise CannotRead(
            f"{table.path}:1: none of the measures of the mapping '{mapping.id}' can be read: "
            + "; ".join(f"{measure}: {why}" for measure, why in missing.items())
        )
    return plans, missing


KeptRow = tuple[int, list[str], str, str, str]


def _kept_rows(table: Table, gazetteer: Gazetteer, wanted: set[str], reading: Reading) -> Iterator[KeptRow]:
    """Rows of areas that are wanted, with line, area, time_period and time_identifier."""
    at = _geography(table)
    level, old, new, name = at["geographic_level"], at["old_la_code"], at["new_la_code"], at["la_name"]
    region, region_name = at["region_code"], at["region_name"]
    country, country_name = at["country_code"], at["country_name"]
    year, identifier = at["time_period"], at["time_identifier"]
    unknown = 0
    for line, cells in table.rows():
        cells.append("")  # so that position -1, a column that the file lacks, is an empty cell
        sort = cells[level].strip().lower()
        if sort in ("national", "nat", "country"):
            key = (sort, "", cells[country], cells[country_name])
        elif sort in ("regional", "region", "reg"):
            key = (sort, "", cells[region], cells[region_name])
        else:
            key = (sort, cells[old], cells[new], cells[name])
        try:
            area = gazetteer.find(*key)
        except TwoAreas as why:
            reading.skip(str(why), f"line {line}")
            continue
        if area is None or (wanted and area not in wanted):
            unknown += 1
            continue
        if sort[:2] != "la" and sort[:5] != "local":
            reading.national.add(area)
        yield line, cells, area, cells[year], cells[identifier]
    if unknown:
        reading.skipped[UNKNOWN_AREA] = unknown


def _geography(table: Table) -> dict[str, int]:
    """Positions of the columns that every file has; -1 (an empty cell) for those it may lack."""
    places = {name.lower(): number for number, name in enumerate(table.columns)}
    lacking = [name for name in NEEDED if name not in places]
    if lacking:
        raise CannotRead(
            f"{table.path}:1: the header has no column {', '.join(lacking)}: a file of Explore education "
            "statistics names its time and its geography in columns of these names"
        )
    names = (
        *NEEDED,
        *("country_code", "country_name", "region_code", "region_name"),
        *("old_la_code", "new_la_code", "la_name"),
    )
    return {name: places.get(name, -1) for name in names}


def _take(
    table: Table,
    found: Found,
    line: int,
    cells: list[str],
    area: str,
    periods: tuple[Period, ...],
    reading: Reading,
) -> None:
    """Puts a row's cells where they belong, when the row counts for this measure."""
    plan = found.plan
    counts = all(test.holds(cells) for test in plan.where)
    divides = bool(plan.denominator_where) and all(test.holds(cells) for test in plan.denominator_where)
    if not counts and not divides:
        return
    try:
        if counts:
            _take_tops(table, found, line, cells, area, periods)
        if plan.denominator and (divides or (counts and not plan.denominator_where)):
            bottom = total([_cell(table, line, cells, at) for at in plan.denominator], plan.mapping.multiply)
            for period in periods:
                _put(table, found, found.bottoms, (area, period), bottom, line, False)
    except NotAFigure as why:
        reason, _, place = str(why).partition(" @")
        reading.skip(reason, place)


def _take_tops(
    table: Table, found: Found, line: int, cells: list[str], area: str, periods: tuple[Period, ...]
) -> None:
    plan = found.plan
    tops = [_cell(table, line, cells, at) for at in plan.numerator or plan.value]
    if len(periods) > 1:
        for number, period in enumerate(periods):
            _put(table, found, found.tops, (area, period), total(tops[3 * number : 3 * number + 3]), line)
        return
    _put(table, found, found.tops, (area, periods[0]), total(tops), line)
    if plan.check:
        found.printed[area, periods[0]] = _cell(table, line, cells, plan.check[0])


def _put(
    table: Table, found: Found, into: dict[Spot, Cell], spot: Spot, cell: Cell, line: int, top: bool = True
) -> None:
    before = into.get(spot)
    if before is not None and before != cell:
        first = found.lines[spot, top]
        raise CannotRead(
            f"{table.path}:{line}: this row and line {first} give different figures for {spot[0]}, "
            f"{spot[1]}, {found.plan.mapping.measure}: {_apart(table, first, line)}"
        )
    into[spot] = cell
    found.lines.setdefault((spot, top), line)


def _apart(table: Table, first: int, second: int) -> str:
    """Names the text columns in which two rows differ, which the mapping's `where` must tell apart."""
    rows = {line: cells for line, cells in table.rows() if line in (first, second)}
    names = [
        name
        for name, one, two in zip(table.columns, rows[first], rows[second], strict=True)
        if one != two and not one.strip()[:1].isdigit() and len(one) > 3
    ]
    if names:
        return f"they differ in {', '.join(names)}: say in the mapping's 'where' which rows count"
    return "the row stands in the file twice: ask the publisher which is right"


def _cell(table: Table, line: int, cells: list[str], at: int) -> Cell:
    try:
        return read_cell(cells[at])
    except NotAFigure as why:
        column = cell_column(table.path, line, at)
        raise NotAFigure(f"{why} @{table.columns[at]}, line {line}, column {column}") from None
