"""One command's work: every file under every mapping that fits it, populations first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lif.exchange.national.asking import require_fed, wanted_areas, with_measures
from lif.exchange.national.choosing import mappings_for
from lif.exchange.national.ees import read_ees
from lif.exchange.national.lait import Entry, read_dictionary, read_lait
from lif.exchange.national.making import Making, Outcome, Wanted
from lif.exchange.national.places import Gazetteer
from lif.exchange.national.populations import Populations, year_of
from lif.exchange.national.tables import CannotRead, Table
from lif.records.references import ColumnMapping, ImportMapping
from lif.register import Register


def import_files(register: Register, kind: str, files: Sequence[Path], wanted: Wanted) -> list[Outcome]:
    """The series that the files give; nothing is written. Raises CannotRead, in plain words.

    A file under two mappings gives two series. A mapping under which no row counts gives none; a file that
    gives none at all is refused.
    """
    require_fed(register, wanted.measures)
    gazetteer = Gazetteer(wanted_areas(register, wanted.areas))
    populations = Populations.of(register)
    jobs = [
        (path, part)
        for path in files
        for mapping in mappings_for(register, kind, path, wanted.mapping)
        if (part := with_measures(register, mapping, wanted.measures)) is not None
    ]
    jobs.sort(key=lambda job: any(column.denominator_from for column in job[1].columns))
    found: list[Outcome] = []
    fed: dict[Path, bool] = dict.fromkeys(files, False)
    for path, mapping in jobs:
        making = Making(register, populations, mapping, path, wanted)
        made = _lait(making, gazetteer) if kind == "lait" else _ees(making, gazetteer)
        fed[path] = fed[path] or bool(made)
        for outcome in made:
            populations.remember(outcome.series)
        found += made
    for path in (path for path, some in fed.items() if not some):
        if all(file != path for file, _ in jobs):
            raise CannotRead(f"{path}: the mappings that fit it feed none of the measures {_asked(wanted)}")
        names = " or ".join(mapping.id for file, mapping in jobs if file == path)
        raise CannotRead(
            f"{path}: it has no row of a known area that counts under the mapping {names}: look at the "
            "mapping's 'where', and at the codes in framework/areas"
        )
    return found


def _asked(wanted: Wanted) -> str:
    """Which measures are meant: those asked for, or those that the board holds."""
    return "asked for" if wanted.measures else "of this board's indicators (lif list indicator)"


def _ees(making: Making, gazetteer: Gazetteer) -> list[Outcome]:
    reading = read_ees(Table(making.path), making.mapping, gazetteer)
    figures = making.figures(reading)
    if not figures:
        return []
    release = making.wanted.release or str(max(year_of(one.period) for one in figures))
    released = making.wanted.released_on or making.source_date()
    return [making.outcome(reading, figures, release, released)]


def _lait(making: Making, gazetteer: Gazetteer) -> list[Outcome]:
    """One series for each month in which LAIT's dictionary says that measures were last updated."""
    beside = making.path.with_name("lait_data_dictionary.csv")
    book = making.wanted.dictionary or (beside if beside.exists() else None)
    dictionary = read_dictionary(book) if book else {}
    by_day: dict[date | None, list[ColumnMapping]] = defaultdict(list)
    for column in making.mapping.columns:
        by_day[_updated(column, dictionary)].append(column)
    outcomes: list[Outcome] = []
    for day in sorted(by_day, key=lambda day: day or date.max):
        outcomes += _lait_month(making, gazetteer, dictionary, by_day[day], day)
    return outcomes


def _lait_month(
    making: Making,
    gazetteer: Gazetteer,
    dictionary: dict[str, Entry],
    columns: Sequence[ColumnMapping],
    day: date | None,
) -> list[Outcome]:
    part: ImportMapping = making.mapping.model_copy(update={"columns": tuple(columns)})
    one = Making(making.register, making.populations, part, making.path, making.wanted)
    reading = read_lait(making.path, part, gazetteer, dictionary)
    figures = one.figures(reading)
    if not figures:
        return []
    why = f"LAIT's dictionary says that these measures were last updated in {day:%B %Y}." if day else ""
    release = making.wanted.release or (
        f"{day:%Y-%m}" if day else str(max(year_of(f.period) for f in figures))
    )
    released = making.wanted.released_on or day or making.source_date()
    return [one.outcome(reading, figures, release, released, why)]


def _updated(column: ColumnMapping, dictionary: dict[str, Entry]) -> date | None:
    """The latest day on which any of the values that a figure is made of was updated."""
    names = (*column.value, *column.numerator, *column.denominator)
    days = [dictionary[name].updated for name in names if name in dictionary]
    return max((day for day in days if day), default=None)
