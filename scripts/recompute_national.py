"""Recomputes every rate that national files print beside its numerator and denominator: what does not agree.

    python scripts/recompute_national.py FOLDER

FOLDER holds CSV files of Explore education statistics as they are published, and may hold the database of
the Local Authority Interactive Tool (bds_long*.parquet), whose rates are made again from those files' counts
and the population. Files are looked for in sub-folders too. Nothing is written.

A printed figure agrees when some numerator and denominator that round to the printed ones give it: counts of
England and the regions are rounded to tens, full-time equivalents to a tenth, the figure to its places.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from lif.exchange.national.cells import Cell, NotAFigure, read_cell, read_float_text
from lif.exchange.national.parquet import parquet_rows
from lif.exchange.national.tables import Table
from national_rates import ACROSS, BESIDE, SHARES, Across, Beside, Share

NAMED = 12
"""Exceptions named for each rate; the rest are counted."""
Row = Mapping[str, str]


@dataclass
class Tally:
    """What became of one rate."""

    agree: int = 0
    without: int = 0
    differ: list[str] = field(default_factory=list)


def main(folder: Path) -> None:
    """Prints a line for each rate, then its exceptions."""
    files = sorted(path for path in folder.rglob("*.csv"))
    total: Counter[str] = Counter()
    for name, tally in _all(files, folder):
        total.update(agree=tally.agree, differ=len(tally.differ), without=tally.without)
        print(f"{name}: {tally.agree:,} agree, {len(tally.differ):,} differ")
        for line in tally.differ[:NAMED]:
            print(f"  {line}")
        if len(tally.differ) > NAMED:
            print(f"  and {len(tally.differ) - NAMED:,} more")
    print(
        f"{total['agree'] + total['differ']:,} printed figures recomputed: {total['agree']:,} agree, "
        f"{total['differ']:,} differ; {total['without']:,} have no numerator or denominator"
    )


def _all(files: Iterable[Path], folder: Path) -> Iterator[tuple[str, Tally]]:
    known = (*(each.file for each in BESIDE), *(each.file for each in SHARES))
    for path in files:
        rows = _rows(path) if path.name.startswith(known) else []
        for beside in BESIDE:
            if path.name.startswith(beside.file) and rows and beside.printed in rows[0]:
                yield f"{path.name}, {beside.printed}", _beside(rows, beside)
        for share in SHARES:
            if path.name.startswith(share.file):
                yield f"{path.name}, {share.printed}", _shares(rows, share)
    for base in sorted(folder.rglob("bds_long*.parquet")):
        yield from _across(base, {path.name: path for path in files})


def _rows(path: Path) -> list[dict[str, str]]:
    table = Table(path)
    return [dict(zip(table.columns, cells, strict=True)) for _, cells in table.rows()]


def _beside(rows: list[dict[str, str]], beside: Beside) -> Tally:
    tally = Tally()
    if any(name not in rows[0] for name in (*beside.top, *beside.bottom)):
        return tally
    places = {name: _places(rows, name) for name in (*beside.top, *beside.bottom, beside.printed)}
    for row in rows:
        tops = [_cell(row[name], places[name]) for name in beside.top]
        bottoms = [_cell(row[name], places[name]) for name in beside.bottom]
        leap = int(row["time_period"][:4]) % 4 == 0 and beside.times_in_leap_years
        factor = (beside.times_in_leap_years if leap else beside.times) or Decimal(1)
        _judge(
            tally, row, tops, bottoms, _cell(row[beside.printed], places[beside.printed]), beside.per, factor
        )
    return tally


def _shares(rows: Iterable[Row], share: Share) -> Tally:
    tally = Tally()
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[(_place(row), row["time_period"], *(row[name] for name in share.group))].append(row)
    for members in groups.values():
        exact = [row for row in members if row[share.part].strip() == share.whole.strip()]
        whole = exact or [row for row in members if row[share.part].startswith(share.whole)]
        if len(whole) != 1:
            continue
        for row in members:
            if row is not whole[0] and share.counts(row[share.part]):
                parts = ([_cell(row[share.count])], [_cell(whole[0][share.count])])
                _judge(tally, row, *parts, _cell(row[share.printed]), 100, Decimal(1), row[share.part])
    return tally


def _across(base: Path, files: Mapping[str, Path]) -> Iterator[tuple[str, Tally]]:
    people = next((path for name, path in files.items() if name.startswith("ons_")), None)
    if people is None:
        return
    population = {(_number(r), r["time_period"]): _cell(r["population_estimate"]) for r in _rows(people)}
    columns = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number"]
    printed: dict[tuple[str, str, str], str] = {}
    for name, year, _, value, number in parquet_rows(base, columns, columns[0], [a.lait for a in ACROSS]):
        printed[name, year, number.partition(".")[0]] = value
    for across in ACROSS:
        path = next((p for name, p in files.items() if name.startswith(across.file)), None)
        if path is not None:
            yield (
                f"LAIT {across.lait} from {path.name}",
                _from_counts(across, _rows(path), population, printed),
            )


def _from_counts(
    across: Across,
    rows: Iterable[Row],
    population: Mapping[tuple[str, str], Cell],
    printed: Mapping[tuple[str, str, str], str],
) -> Tally:
    tally = Tally()
    column, wanted = across.where
    for row in rows:
        number, year = _number(row), row["time_period"]
        text = printed.get((across.lait, year, number))
        if text is None or (column and row[column] != wanted):
            continue
        below = population.get((number, str(int(year) - 1)))
        try:
            value = read_float_text(text, 1)
        except NotAFigure:
            continue
        bottoms = [below] if below else []
        _judge(tally, row, [_cell(row[across.count])], bottoms, value, across.per, Decimal(1))
    return tally


def _judge(
    tally: Tally,
    row: Row,
    tops: list[Cell],
    bottoms: list[Cell],
    printed: Cell,
    per: int,
    factor: Decimal,
    what: str = "",
) -> None:
    """Counts a printed figure as agreeing, differing, or without its parts."""
    if printed.number is None:
        return
    if not bottoms or any(cell.number is None for cell in (*tops, *bottoms)):
        tally.without += 1
        return
    wide = row["geographic_level"].lower() in ("national", "regional")
    top, over = _range(tops, wide)
    bottom, under = _range(bottoms, wide)
    if bottom <= 0:
        tally.without += 1
        return
    least = max(bottom - under, Decimal("0.000001"))
    ends = [
        above / (below * factor) * per
        for above in (top - over, top + over)
        for below in (least, bottom + under)
    ]
    half = Decimal(1).scaleb(-printed.decimals) / 2
    if min(ends) <= printed.number + half and printed.number - half <= max(ends):
        tally.agree += 1
        return
    found = top / (bottom * factor) * per
    about = f", {what}" if what else ""
    tally.differ.append(
        f"{_place(row)}, {row['time_period']}{about}: {top} / {bottom} gives "
        f"{found:.{printed.decimals + 1}f}; printed {printed.number}"
    )


def _range(cells: list[Cell], wide: bool) -> tuple[Decimal, Decimal]:
    """The sum, and how far it may be from the true one."""
    whole = sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
    away = Decimal(0)
    for cell in cells:
        if cell.decimals:
            away += Decimal(1).scaleb(-cell.decimals) / 2
        elif wide and cell.number is not None and cell.number % 10 == 0:
            away += 5
    return whole, away


def _places(rows: Iterable[Row], name: str) -> int:
    """The decimal places of a column: a whole number among tenths is rounded to a tenth too."""
    return max((_cell(row[name]).decimals for row in rows), default=0)


def _cell(text: str, places: int = 0) -> Cell:
    try:
        cell = read_cell(text)
    except NotAFigure:
        return Cell(None, "not-available")
    return Cell(cell.number, cell.status, cell.reason, max(places, cell.decimals))


def _number(row: Row) -> str:
    """The three-digit number; LAIT gives numbers of its own to England and the regions."""
    if row["geographic_level"].lower() == "national":
        return "970"
    return (
        _REGIONS.get(row["region_name"], "") if row["geographic_level"] == "Regional" else row["old_la_code"]
    )


_REGIONS = {
    "North East": "980",
    "North West": "981",
    "Yorkshire and The Humber": "982",
    "East Midlands": "983",
    "West Midlands": "984",
    "East of England": "985",
    "London": "986",
    "South East": "989",
    "South West": "990",
}


def _place(row: Row) -> str:
    return row["la_name"] or row["region_name"] or row["country_name"]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
