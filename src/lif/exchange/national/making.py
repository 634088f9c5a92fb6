"""What one mapping found in one file, made into figures, checked against the printed ones, and laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from lif.calendars import Period
from lif.exchange.national.asking import NOT_OTHERS, OTHERS_ID, OTHERS_TITLE, Areas
from lif.exchange.national.cells import Cell
from lif.exchange.national.ees import factor_of
from lif.exchange.national.figures import Figure, Slack, agrees, figure
from lif.exchange.national.populations import Populations, year_of
from lif.exchange.national.readings import UNKNOWN_AREA, Found, Reading
from lif.exchange.national.series import Series, in_order, slug
from lif.exchange.national.tables import CannotRead, fingerprint
from lif.records.indicators import Indicator, Measure
from lif.records.references import ImportMapping, Source
from lif.register import Register


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
    note: str = ""
    areas: Areas = "compared"
    latest: bool = False
    measures: tuple[str, ...] = ()
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One series that was made; measures left out; figures that differ from those printed."""

    series: Series
    left_out: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


def _skipped(reading: Reading, others: bool) -> dict[str, int]:
    """What was left out; of the other authorities' rows alone, whose rows the rest are."""
    told = reading.left_out()
    return {NOT_OTHERS if others and why == UNKNOWN_AREA else why: cells for why, cells in told.items()}


@dataclass
class Making:
    """One mapping at work on one file."""

    register: Register
    populations: Populations
    mapping: ImportMapping
    path: Path
    wanted: Wanted
    differing: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def figures(self, reading: Reading) -> list[Figure]:
        """The figures, in order, each compared with the printed one if there is one. Raises CannotRead."""
        made: list[Figure] = []
        for found in reading.found:
            measure = self._measure(found)
            spots = self._spots(found)
            ours = [self._figure(found, area, period) for area, period in spots]
            self._fits(measure, found.plan.mapping.measure, ours)
            self._compare(found, ours, reading.wider)
            made += ours
        return list(in_order(made))

    def outcome(
        self, reading: Reading, figures: Sequence[Figure], release: str, released: date | None, why: str = ""
    ) -> Outcome:
        """The series as it will stand in the workspace."""
        others = self.wanted.areas == "others"
        series = Series(
            id=f"{self.mapping.id}-{slug(release)}{OTHERS_ID if others else ''}",
            title=f"{self.mapping.title}{OTHERS_TITLE if others else ''}",
            source=self.wanted.source or self.mapping.source,
            release=release,
            released_on=released,
            file=self.path.name,
            sha256=fingerprint(self.path),
            mapping=self.mapping.id,
            imported_on=self.wanted.imported_on,
            skipped=_skipped(reading, others),
            note=self._note(figures, why),
            figures=tuple(figures),
        )
        missing = tuple(f"{measure} is left out: {reason}" for measure, reason in reading.missing.items())
        return Outcome(series, missing, tuple(sorted(self.differing)))

    def source_date(self) -> date | None:
        """The day on which the source was published."""
        source = self.register.find(Source, self.wanted.source or self.mapping.source)
        return source.date if source else None

    def _measure(self, found: Found) -> Measure:
        address = found.plan.mapping.measure
        measure = self.register.get(address)
        mapped = f"the mapping '{self.mapping.id}' feeds '{address}'"
        if not isinstance(measure, Measure):
            raise CannotRead(f"{mapped}, and no indicator has that measure")
        if measure.series != "published":
            raise CannotRead(f"{mapped}, whose figures come from returns: say 'series: published' there")
        if found.plan.finished and not measure.source_only:
            raise CannotRead(
                f"{mapped} with a finished figure: say 'source_only: true' there, or map its numerator"
            )
        if measure.source_only and not found.plan.finished:
            raise CannotRead(f"{mapped} with a numerator, and it is marked 'source_only: true'")
        return measure

    def _fits(self, measure: Measure, address: str, figures: Sequence[Figure]) -> None:
        odd = next((one for one in figures if one.period.kind.value != measure.period_kind), None)
        if odd is not None:
            raise CannotRead(
                f"the mapping '{self.mapping.id}' gives '{address}' the period {odd.period}, which is a "
                f"{odd.period.kind.value}; the measure says {measure.period_kind}"
            )

    def _spots(self, found: Found) -> list[tuple[str, Period]]:
        """The places and periods that are wanted: from year to year, and the latest alone where asked."""
        first, last = self.wanted.since or 0, self.wanted.until or 9999
        spots = [spot for spot in found.tops if first <= year_of(spot[1]) <= last]
        if not self.wanted.latest:
            return spots
        known = {year_of(spot[1]) for spot in spots if found.tops[spot].number is not None}
        return [spot for spot in spots if year_of(spot[1]) == max(known, default=0)]

    def _figure(self, found: Found, area: str, period: Period) -> Figure:
        mapping = found.plan.mapping
        bottom = found.bottoms.get((area, period))
        if mapping.denominator_from:
            year = year_of(period) - mapping.denominator_years_back
            bottom, series = self.populations.find(mapping.denominator_from, area, year)
            self.used |= {series} - {""}
        elif mapping.denominator and bottom is None:
            bottom = Cell(None, "not-available", "the file has no row for the denominator")
        top = found.tops[area, period]
        breakdown = mapping.breakdown or ""
        return figure(mapping.measure, period, area, breakdown, top, bottom, found.plan.finished)

    def _compare(self, found: Found, figures: Sequence[Figure], wider: set[str]) -> None:
        """Notes the figures that cannot be what the file prints, its rounding allowed for."""
        printed = {spot: cell for spot, cell in found.printed.items() if cell.number is not None}
        if not printed:
            return
        per = self._per(found.plan.mapping.measure)
        places = max(cell.decimals for cell in printed.values())
        tops = max((cell.decimals for cell in found.tops.values()), default=0)
        bottoms = max((cell.decimals for cell in found.bottoms.values()), default=0)
        for one in figures:
            cell = printed.get((one.area, one.period))
            slack = (Slack(tops, one.area in wider), Slack(bottoms, one.area in wider))
            factor = factor_of(found.plan.mapping, one.period) or Decimal(1)
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

    def _note(self, figures: Sequence[Figure], why: str) -> str:
        lines = [line for line in (self.wanted.note, why) if line]
        if self.wanted.since:
            lines.append(f"Years that end before {self.wanted.since} were left out.")
        if self.wanted.until:
            lines.append(
                f"Only years that end by {self.wanted.until} were taken. The file is of a later release, and "
                "figures that were revised in between stand as it gives them."
            )
        if self.used:
            lines.append(f"Denominators come from {', '.join(sorted(self.used))}.")
        reasons = Counter((one.status, one.reason) for one in figures if one.reason)
        lines += [
            f"Kept as {status}: {cells} {'figure' if cells == 1 else 'figures'}, {reason}."
            for (status, reason), cells in sorted(reasons.items())
        ]
        if self.differing:
            remade = " (populations have been estimated anew since it was printed)" if self.used else ""
            lines.append(f"What is computed here and what the file prints differ{remade}:")
            lines += [f"- {line}" for line in sorted(self.differing)]
        return "\n".join(lines)
