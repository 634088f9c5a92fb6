"""LAIT, the Department for Education's Local Authority Interactive Tool: its database in one long table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lif.calendars import Period
from lif.exchange.national.cells import Cell, NotAFigure, read_float_text
from lif.exchange.national.columns import Plan
from lif.exchange.national.figures import total
from lif.exchange.national.parquet import parquet_rows
from lif.exchange.national.places import Gazetteer
from lif.exchange.national.readings import Found, Reading, Spot
from lif.exchange.national.tables import CannotRead, Table
from lif.exchange.national.years import NotAPeriod, lait_period
from lif.records.references import ColumnMapping, ImportMapping

WIDER = ("97", "98", "990")
"""How the numbers begin that LAIT gives to England and the regions."""

COLUMNS = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What LAIT's dictionary says of one measure: decimal places, and the month of its last update."""

    places: int | None
    updated: date | None


def read_dictionary(path: Path) -> dict[str, Entry]:
    """The dictionary by the short name of each measure. Raises CannotRead when its columns are not there."""
    table = Table(path)
    lacking = [name for name in ("Measure_short", "dps", "Last Update") if name not in table.columns]
    if lacking:
        raise CannotRead(f"{path}:1: the dictionary has no column {', '.join(lacking)}")
    name, places, updated = (table.columns.index(one) for one in ("Measure_short", "dps", "Last Update"))
    entries: dict[str, Entry] = {}
    for _, cells in table.rows():
        digits = cells[places].strip()
        places_here = int(digits) if re.fullmatch("[0-9]", digits) else None
        entry = Entry(places_here, _day(cells[updated]))
        before = entries.get(cells[name].strip())
        if before is not None and (before.updated or date.min) > (entry.updated or date.min):
            continue  # a few measures stand under two topics; the later update counts
        entries[cells[name].strip()] = entry
    return entries


def _day(text: str) -> date | None:
    """The last day of the month that a spreadsheet's day number lies in; the dictionary gives months so."""
    if not re.fullmatch("[0-9]{5}", text.strip()):
        return None
    day = date(1899, 12, 30) + timedelta(days=int(text))
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def read_lait(
    path: Path, mapping: ImportMapping, gazetteer: Gazetteer, dictionary: dict[str, Entry]
) -> Reading:
    """The values of the database that a mapping asks for, from parquet or CSV.

    Raises CannotRead when the file is not laid out as LAIT is, or a place and year has two values.
    """
    names = sorted({name for column in mapping.columns for name in _names(column)})
    reading = Reading([])
    kept: dict[str, dict[Spot, Cell]] = {}
    wanted = set(mapping.areas)
    for name, label, place, text, number in _rows(path, names):
        area = gazetteer.named(place, number.partition(".")[0])
        if area is None or (wanted and area not in wanted):
            reading.unknown += 1
            continue
        if number.startswith(WIDER):
            reading.wider.add(area)
        try:
            period, provisional = lait_period(label, mapping.period)
            cell = read_float_text(text, dictionary[name].places if name in dictionary else None)
        except (NotAPeriod, NotAFigure) as why:
            reading.skip(str(why), f"{name}, {place}, {label}")
            continue
        if provisional and cell.number is not None:
            cell = Cell(cell.number, "provisional", cell.reason, cell.decimals)
        _keep(path, kept.setdefault(name, {}), name, (area, period), cell)
    _assemble(reading, mapping, kept, path)
    return reading


def _names(column: ColumnMapping) -> tuple[str, ...]:
    return (*column.value, *column.numerator, *column.denominator, *column.checks_against)


def _rows(path: Path, names: list[str]) -> Iterator[list[str]]:
    """Rows of the wanted measures with the five columns of COLUMNS."""
    if path.suffix.lower() == ".parquet":
        yield from parquet_rows(path, COLUMNS, COLUMNS[0], names)
        return
    table = Table(path)
    lacking = [name for name in COLUMNS if name not in table.columns]
    if lacking:
        raise CannotRead(f"{path}:1: the header has no column {', '.join(lacking)}: LAIT's table has it")
    places = [table.columns.index(name) for name in COLUMNS]
    wanted = set(names)
    for _, cells in table.rows():
        if cells[places[0]] in wanted:
            yield [cells[at] for at in places]


def _keep(path: Path, into: dict[Spot, Cell], name: str, spot: Spot, cell: Cell) -> None:
    before = into.setdefault(spot, cell)
    if before != cell:
        raise CannotRead(
            f"{path}: {name} has two values for {spot[0]}, {spot[1]}: {before.number} and {cell.number}"
        )


def _assemble(
    reading: Reading, mapping: ImportMapping, kept: dict[str, dict[Spot, Cell]], path: Path
) -> None:
    """Turns values by short name into the cells of each mapped measure."""
    for column in mapping.columns:
        tops = _cells(column.numerator or column.value, column.add, kept)
        if not tops:
            reading.missing[column.measure] = (
                f"the file has no measure named '{' or '.join(column.numerator or column.value)}'"
            )
            continue
        found = Found(Plan(column, (0,) if column.numerator else (), (), (0,), (), (), ()))
        found.tops = tops
        found.printed = _cells(column.checks_against, False, kept)
        if column.denominator:
            found.bottoms = {
                spot: total([cell], column.multiply)
                for spot, cell in _cells(column.denominator, column.denominator_add, kept).items()
            }
        reading.found.append(found)
    if not reading.found:
        raise CannotRead(
            f"{path}: none of the measures of the mapping '{mapping.id}' is in it: "
            + "; ".join(f"{measure}: {why}" for measure, why in reading.missing.items())
        )


def _cells(
    names: tuple[str, ...], each: bool, kept: dict[str, dict[Spot, Cell]]
) -> dict[tuple[str, Period], Cell]:
    """The values of the first name that is there, or the sums of all names."""
    there = [kept[name] for name in names if name in kept]
    if not there or (each and len(there) < len(names)):
        return {}
    if not each:
        return there[0]
    spots = Counter(spot for one in there for spot in one)
    return {spot: total([one[spot] for one in there]) for spot, n in spots.items() if n == len(there)}
