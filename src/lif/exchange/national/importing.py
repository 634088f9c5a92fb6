"""One import: choose the mappings of a file, read it, divide by the right population, check, and lay it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path

from lif.calendars import Period, PeriodKind, financial_year_of, parse_period
from lif.exchange.national.cells import Cell
from lif.exchange.national.ees import Found, Reading, read_ees
from lif.exchange.national.figures import NO_DENOMINATOR, Figure, Slack, agrees, figure
from lif.exchange.national.lait import COLUMNS, Entry, read_dictionary, read_lait
from lif.exchange.national.places import Gazetteer
from lif.exchange.national.series import Series, in_order, slug
from lif.exchange.national.tables import CannotRead, Table, fingerprint, ordinary
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator, Measure
from lif.records.references import Area, ImportMapping, Source
from lif.register import Register

EES = ("ees", "ees-months", "csv")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was asked for besides the files."""

    imported_on: date
    mapping: str | None = None
    source: str | None = None
    release: str | None = None
    released_on: date | None = None
    dictionary: Path | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One series that was made, and what a person should know about how."""

    series: Series
    notices: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


@dataclass
class Populations:
    """Numerators of other series by measure, area and year, the latest release of each: what rates divide by."""

    _found: dict[tuple[str, str, int], tuple[date, Decimal, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register) -> Populations:
        """Those that are in the workspace already."""
        known = cls()
        for record in register.all(PublishedSeries):
            for row in register.published.get(record.id, ()):
                if row.numerator and not row.breakdown:
                    period = parse_period(row.period)
                    known.add(
                        row.measure, row.area, period, Decimal(row.numerator), record.id, record.released_on
                    )
        return known

    def add(
        self, measure: str, area: str, period: Period, number: Decimal, series: str, released: date | None
    ) -> None:
        """Remembers a number, unless a later release is known."""
        key = (measure, area, year_of(period))
        day = released or date.min
        if key not in self._found or self._found[key][0] <= day:
            self._found[key] = (day, number, series)

    def find(self, measure: str, area: str, year: int) -> tuple[Cell, str]:
        """The number for a year as a cell, and the series it stands in."""
        found = self._found.get((measure, area, year))
        return (Cell(found[1]), found[2]) if found else (NO_DENOMINATOR, "")


def year_of(period: Period) -> int:
    """The calendar year in which it ends; for a quarter, in which its financial year ends."""
    return financial_year_of(period.end).end.year if period.kind is PeriodKind.QUARTER else period.end.year


def import_files(register: Register, kind: str, files: Sequence[Path], wanted: Wanted) -> list[Outcome]:
    """The series that the files give, those that others divide by first. Raises CannotRead."""
    gazetteer = Gazetteer(register.all(Area))
    populations = Populations.of(register)
    jobs = [(path, mapping) for path in files for mapping in mappings_for(register, kind, path, wanted)]
    jobs.sort(key=lambda job: any(column.denominator_from for column in job[1].columns))
    found: list[Outcome] = []
    emptied: dict[Path, list[str]] = defaultdict(list)
    for path, mapping in jobs:
        made = _import_one(register, gazetteer, populations, path, mapping, wanted)
        found += made
        if not made:
            emptied[path].append(mapping.id)
        for outcome in made:
            _remember(populations, outcome.series)
    for path, names in emptied.items():
        if not any(outcome.series.file == path.name for outcome in found):
            raise CannotRead(
                f"{path}: no row counts under the mapping {' or '.join(names)}: look at its 'where'"
            )
    return found


def _remember(populations: Populations, series: Series) -> None:
    for one in series.figures:
        if one.numerator is not None and not one.breakdown:
            populations.add(one.measure, one.area, one.period, one.numerator, series.id, series.released_on)


def mappings_for(register: Register, kind: str, path: Path, wanted: Wanted) -> list[ImportMapping]:
    """The mappings that fit a file: the one asked for, or those whose columns and file names match.

    Raises CannotRead when there is none, naming what is missing for the nearest.
    """
    formats = EES if kind == "ees" else ("lait",)
    known = [mapping for mapping in register.all(ImportMapping) if mapping.format in formats]
    if wanted.mapping:
        chosen = [mapping for mapping in known if mapping.id == wanted.mapping]
        if not chosen:
            names = ", ".join(mapping.id for mapping in known) or "none"
            raise CannotRead(f"there is no mapping '{wanted.mapping}' for {kind} files; there are: {names}")
        return chosen
    columns = _header(path)
    fits = [mapping for mapping in known if all(name.lower() in columns for name in mapping.needs_columns)]
    named = [mapping for mapping in fits if _named(mapping, path)]
    if not (named or fits):
        raise CannotRead(f"{path}: no import mapping fits its columns: {_nearest(known, columns)}")
    return named or fits


def _header(path: Path) -> set[str]:
    if path.suffix.lower() == ".parquet":
        ordinary(path)
        return {name.lower() for name in COLUMNS}
    return {name.lower() for name in Table(path).columns}


def _named(mapping: ImportMapping, path: Path) -> bool:
    return any(fnmatchcase(path.name.lower(), pattern.lower()) for pattern in mapping.file_names)


def _nearest(known: Iterable[ImportMapping], columns: set[str]) -> str:
    lacking = {
        mapping.id: [name for name in mapping.needs_columns if name.lower() not in columns]
        for mapping in known
    }
    if not lacking:
        return "the workspace has none of this format; write one under framework/import-mappings"
    near = min(lacking, key=lambda name: (len(lacking[name]), name))
    return f"'{near}' comes nearest, and the file lacks its {', '.join(lacking[near])}"


def _import_one(
    register: Register,
    gazetteer: Gazetteer,
    populations: Populations,
    path: Path,
    mapping: ImportMapping,
    wanted: Wanted,
) -> list[Outcome]:
    if mapping.format == "lait":
        return _import_lait(register, gazetteer, populations, path, mapping, wanted)
    reading = read_ees(Table(path), mapping, gazetteer)
    work = Work(register, populations, mapping, path, wanted)
    figures = work.figures(reading, reading.found)
    if not figures:
        return []
    release = wanted.release or _latest_year(figures)
    return [work.outcome(reading, figures, release, wanted.released_on or work.source_date())]


def _import_lait(
    register: Register,
    gazetteer: Gazetteer,
    populations: Populations,
    path: Path,
    mapping: ImportMapping,
    wanted: Wanted,
) -> list[Outcome]:
    """One series for each month in which LAIT's dictionary says that measures were last updated."""
    beside = path.with_name("lait_data_dictionary.csv")
    book = wanted.dictionary or (beside if beside.exists() else None)
    dictionary = read_dictionary(book) if book else {}
    reading = read_lait(path, mapping, gazetteer, dictionary)
    work = Work(register, populations, mapping, path, wanted)
    by_day: dict[date | None, list[Found]] = defaultdict(list)
    for found in reading.found:
        by_day[_updated(found, dictionary)].append(found)
    outcomes = []
    for day in sorted(by_day, key=lambda day: day or date.max):
        figures = work.figures(reading, by_day[day])
        released = wanted.released_on or day or work.source_date()
        release = wanted.release or (f"{day:%Y-%m}" if day else _latest_year(figures))
        why = f"LAIT's dictionary says that these measures were last updated in {day:%B %Y}." if day else ""
        outcomes.append(work.outcome(reading, figures, release, released, why))
    return outcomes


def _updated(found: Found, dictionary: dict[str, Entry]) -> date | None:
    """The latest day on which any of the measures that a figure is made of was updated."""
    column = found.plan.mapping
    days = [dictionary[name].updated for name in (*column.value, *column.numerator) if name in dictionary]
    known = [day for day in days if day]
    return max(known) if known else None


def _latest_year(figures: Sequence[Figure]) -> str:
    return str(max(year_of(one.period) for one in figures))


@dataclass
class Work:
    """Turns what one mapping found in one file into figures and a series."""

    register: Register
    populations: Populations
    mapping: ImportMapping
    path: Path
    wanted: Wanted
    notices: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def figures(self, reading: Reading, founds: Sequence[Found]) -> list[Figure]:
        """The figures of these measures, in order, each checked against the published one where there is one."""
        self.notices = [f"{measure}: left out: {why}" for measure, why in reading.missing.items()]
        self.used, self.differing = set(), []
        made: list[Figure] = []
        for found in founds:
            measure = self._measure(found)
            last = self.wanted.until or 9999
            ours = [
                self._figure(found, area, period) for area, period in found.tops if year_of(period) <= last
            ]
            self._fits(measure, found.plan.mapping.measure, ours)
            made += ours
            self._check(found, ours, reading.national)
        return list(in_order(made))

    def _measure(self, found: Found) -> Measure:
        address = found.plan.mapping.measure
        measure = self.register.get(address)
        if not isinstance(measure, Measure):
            raise CannotRead(
                f"the mapping '{self.mapping.id}' feeds '{address}', and no indicator has that measure"
            )
        finished = bool(found.plan.value) and not found.plan.numerator
        if finished and not measure.source_only:
            raise CannotRead(
                f"the mapping '{self.mapping.id}' gives '{address}' a finished figure: say source_only: true "
                "in the measure, or map its numerator"
            )
        return measure

    def _fits(self, measure: Measure, address: str, figures: Sequence[Figure]) -> None:
        odd = next((one for one in figures if one.period.kind.value != measure.period_kind), None)
        if odd is not None:
            raise CannotRead(
                f"the mapping '{self.mapping.id}' gives '{address}' the period {odd.period}, which is a "
                f"{odd.period.kind.value}; the measure says {measure.period_kind}"
            )

    def _figure(self, found: Found, area: str, period: Period) -> Figure:
        mapping = found.plan.mapping
        bottom = found.bottoms.get((area, period))
        if mapping.denominator_from:
            year = year_of(period) - mapping.denominator_years_back
            bottom, series = self.populations.find(mapping.denominator_from, area, year)
            self.used |= {series} - {""}
        elif mapping.denominator and bottom is None:
            bottom = Cell(None, "not-available", "the file has no row for the denominator")
        finished = bool(found.plan.value) and not found.plan.numerator
        top = found.tops[area, period]
        return figure(mapping.measure, period, area, mapping.breakdown or "", top, bottom, finished)

    def _check(self, found: Found, figures: Sequence[Figure], national: set[str]) -> None:
        """Compares with the published figure, and says where the two cannot both be right."""
        printed = {spot: cell for spot, cell in found.printed.items() if cell.number is not None}
        if not printed:
            return
        per = self._per(found.plan.mapping.measure)
        places = max(cell.decimals for cell in printed.values())
        factor = found.plan.mapping.multiply or Decimal(1)
        tops = max((cell.decimals for cell in found.tops.values()), default=0)
        bottoms = max((cell.decimals for cell in found.bottoms.values()), default=0)
        for one in figures:
            cell = printed.get((one.area, one.period))
            wide = one.area in national
            slack = (Slack(tops, wide), Slack(bottoms, wide))
            if cell and cell.number is not None and not agrees(one, cell.number, places, per, *slack, factor):
                computed = (one.numerator or Decimal(0)) / (one.denominator or Decimal(1)) * per
                self.differing.append(
                    f"{one.measure}, {one.area}, {one.period}: {one.numerator} / {one.denominator} gives "
                    f"{computed:.{places + 1}f}; the file prints {cell.number}."
                )

    def _per(self, address: str) -> int:
        indicator = self.register.find(Indicator, address.partition("/")[0])
        if indicator is None or indicator.unit in ("count", "mean"):
            return 1
        return 100 if indicator.unit == "percent" else indicator.rate_per or 1

    def source_date(self) -> date | None:
        """The day on which the source of the mapping was published."""
        source = self.register.find(Source, self.wanted.source or self.mapping.source)
        return source.date if source else None

    def outcome(
        self,
        reading: Reading,
        figures: Sequence[Figure],
        release: str,
        released_on: date | None,
        why: str = "",
    ) -> Outcome:
        """The series as it will stand in the workspace."""
        series = Series(
            id=f"{self.mapping.id}-{slug(release)}",
            title=self.mapping.title,
            source=self.wanted.source or self.mapping.source,
            release=release,
            released_on=released_on,
            file=self.path.name,
            sha256=fingerprint(self.path),
            mapping=self.mapping.id,
            imported_on=self.wanted.imported_on,
            skipped=_with_places(reading),
            note=self._note(figures, why),
            figures=tuple(figures),
        )
        return Outcome(series, tuple(self.notices), tuple(self.differing))

    def _note(self, figures: Sequence[Figure], why: str) -> str:
        lines = [why] if why else []
        if self.wanted.until:
            lines.append(
                f"Only years that end by {self.wanted.until} were taken from the file, which may be of a later "
                "release: figures revised since then stand as that file gives them."
            )
        if self.used:
            lines.append(f"Denominators come from: {', '.join(sorted(self.used))}.")
        reasons = Counter((one.status, one.reason) for one in figures if one.reason and one.status != "final")
        lines += [
            f"Kept without a figure, as {status}: {cells} {reason}."
            for (status, reason), cells in sorted(reasons.items())
        ]
        if self.differing:
            lines.append("The figures computed here and those printed in the file cannot both be right:")
            lines += [f"- {line}" for line in sorted(self.differing)]
        return "\n".join(lines)


def _with_places(reading: Reading) -> dict[str, int]:
    """What was left out, each reason with the first place where it was met."""
    return {
        f"{reason} (first at {reading.places[reason]})" if reason in reading.places else reason: cells
        for reason, cells in reading.skipped.items()
    }
