"""A mapping record to begin with, made of the heads and labels of a sheet that nothing is known of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from lif.calendars import Period, financial_year, parse_period
from lif.exchange.incoming.foreign_tables import HEADS_WITHIN, shown_label
from lif.exchange.incoming.period_words import period_of
from lif.exchange.incoming.person_values import is_number
from lif.exchange.incoming.values import folded, text_of
from lif.exchange.workbooks.cells import Cell, Grid
from lif.records.figures import ReturnSchedule
from lif.records.indicators import Indicator
from lif.register import Register

_COLUMNS: Mapping[str, str] = {
    "measure": r"(?:performance )?(?:measure|indicator)s?|pi|kpi|description|what.*|item|category",
    "period": r"periods?|quarters?|qtr|months?|date|reporting period|time period|for when",
    "area": r"area|ward|locality|district|geography",
    "breakdown": r"breakdown|age group|age band|group|sex|gender|ethnicity",
    "numerator": r"numerator|num|count|number|actual|how many",
    "denominator": r"denominator|den|denom|out of.*|total|cohort|base",
    "value": r"value|figure|result|percent(?:age)?|%|rate",
    "status": r"status|flag",
    "reason": r"comments?|commentary|notes?|reason",
}
_SAMPLE_YEAR = financial_year(2000)
_MOST_LABELS = 60


def proposed(register: Register, grids: tuple[Grid, ...], numbered: bool) -> tuple[str, str]:
    """What was found, in words, and the text of a record; empty where there is no table to go by."""
    found = max((one for grid in grids if (one := _sketch(grid))), key=lambda one: one.weight, default=None)
    if found is None:
        return (
            "no mapping fits it, and it has no row of heads with figures beneath: there is no table to read",
            "",
        )
    heads = ", ".join(f'"{_label(cell)}"' for cell in found.heads if not cell.empty)
    where = (
        f"line {_line(found.heads)}"
        if numbered
        else f"sheet '{shown_label(found.grid.title)}', row {_line(found.heads)}"
    )
    words = (
        f"no return mapping fits it. Its heads ({where}) are {heads}. Save the record below as "
        "framework/return-mappings/ID.yaml, put right what is marked with #, and import the file again"
    )
    return words, "\n".join(_record(register, found)) + "\n"


@dataclass
class _Sketch:
    """A table that was guessed: its heads, its rows, and what each column seems to be."""

    grid: Grid
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: dict[str, int] = field(default_factory=dict)
    periods: list[int] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return len(self.columns) * 3 + len(self.periods) + min(len(self.rows), 5)

    @property
    def layout(self) -> str:
        if self.periods:
            return "periods-across"
        return "a-row-each" if "measure" in self.columns else "measures-across"

    def labels(self) -> Iterator[str]:
        """What the sheet calls its measures, each once."""
        if self.layout == "measures-across":
            taken = set(self.columns.values())
            cells = [cell for place, cell in enumerate(self.heads) if place not in taken]
        else:
            place = self.columns["measure"]
            cells = [row[place] for row in self.rows if place < len(row)]
        told = dict.fromkeys(_label(cell) for cell in cells if isinstance(cell.value, str))
        yield from list(told)[:_MOST_LABELS]


def _sketch(grid: Grid) -> _Sketch | None:
    """The likeliest row of heads: the most words and periods in one row, with figures beneath."""
    best: _Sketch | None = None
    for number, row in enumerate(grid.rows[:HEADS_WITHIN]):
        words = [cell for cell in row if isinstance(cell.value, str) and not is_number(cell.value)]
        below = tuple(each for each in grid.rows[number + 1 :] if any(not cell.empty for cell in each))
        if len(words) < 2 or not any(_is_figure(cell) for each in below[:5] for cell in each):
            continue
        found = _Sketch(grid, row, below)
        _name_columns(found)
        if best is None or found.weight > best.weight:
            best = found
    return best


def _is_figure(cell: Cell) -> bool:
    return is_number(cell.value) and any(map(str.isdigit, str(cell.value)))


def _name_columns(found: _Sketch) -> None:
    for place, cell in enumerate(found.heads):
        if cell.empty:
            continue
        text = folded(text_of(cell.value) or "")
        name = next((name for name, words in _COLUMNS.items() if re.fullmatch(words, text)), None)
        if name and name not in found.columns:
            found.columns[name] = place
        elif any(
            isinstance(period_of(cell.value, kind, _SAMPLE_YEAR), Period) for kind in ("quarter", "month")
        ):
            found.periods.append(place)
    if found.periods and "measure" not in found.columns:
        found.columns["measure"] = 0
    if "measure" not in found.columns and "period" not in found.columns:
        found.columns["period"] = 0


def _is_period(cell: Cell) -> bool:
    kinds = ("quarter", "month")
    return any(isinstance(period_of(cell.value, kind, _SAMPLE_YEAR), Period) for kind in kinds)


def _record(register: Register, found: _Sketch) -> Iterator[str]:
    """The record, line by line; what only a person can say is marked."""
    yield "id: sheet-of-an-agency # the name of this file"
    yield "title: The sheet in words # which sheet it is"
    yield f"agency: {_agency(register, found)} # whose figures these are: lif list agency"
    yield f"layout: {found.layout}"
    yield "heads:"
    named = sorted(found.columns.values()) if found.layout != "measures-across" else range(len(found.heads))
    for place in [place for place in named if not found.heads[place].empty][:4]:
        yield f"  - {_quoted(_label(found.heads[place]))}"
    yield "columns:"
    for name, place in found.columns.items():
        if not found.heads[place].empty:
            yield f"  {name}: {_quoted(_label(found.heads[place]))}"
    if found.periods:
        yield f"year: {_a_year(found)} # of heads such as Q1; take it out where they say their year"
    yield "measures:"
    for label in found.labels():
        measure = _measure(register, label)
        yield f"  - measure: {measure or _a_measure(register) + ' # which series is it? lif list indicator'}"
        yield "    words:"
        yield f"      - {_quoted(label)}"


def _measure(register: Register, label: str) -> str:
    """The series of returns whose indicator is called so, or nearly; empty for none."""
    series = {}
    for indicator in register.all(Indicator):
        own = next((one for one in indicator.measures if one.series == "returns"), None)
        if own is not None:
            for name in (indicator.name, *indicator.aliases):
                series[folded(name)] = f"{indicator.id}/{own.id}"
    near = get_close_matches(folded(label), series, 1, 0.8)
    return series[near[0]] if near else ""


def _a_measure(register: Register) -> str:
    for indicator in register.all(Indicator):
        for one in indicator.measures:
            if one.series == "returns":
                return f"{indicator.id}/{one.id}"
    return "indicator-id/quarter"


def _agency(register: Register, found: _Sketch) -> str:
    """The agency that is asked for the most of its measures; any where none is."""
    from lif.records.governance import Agency

    named = {_measure(register, label) for label in found.labels()}
    asked = {one.agency: len(named.intersection(one.measures)) for one in register.all(ReturnSchedule)}
    best = max(asked, key=lambda one: asked[one], default="")
    if best and asked[best]:
        return best
    return next((one.id for one in register.all(Agency)), "agency-id")


def _a_year(found: _Sketch) -> str:
    """The year that the heads or the rows above say; otherwise an example."""
    from lif.exchange.incoming.period_words import year_in

    for row in found.grid.rows:
        for cell in row:
            if isinstance(cell.value, str) and (year := year_in(cell.value)):
                return str(year)
        if row is found.heads:
            break
    return str(parse_period("2024-25"))


def _label(cell: Cell) -> str:
    return shown_label(" ".join((text_of(cell.value) or "").split()))


def _line(heads: tuple[Cell, ...]) -> str:
    return re.sub(r".*?([0-9]+)$", r"\1", heads[0].address) if heads else "1"


def _quoted(text: str) -> str:
    """A text as YAML reads it back as that text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
