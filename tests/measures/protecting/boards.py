"""Invented boards by the thousand: random counts, breakdowns, cross tables, years, ties and revisions."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, product

from lif.calendars import Period, financial_year_of, quarter
from lif.measures.protecting import Protected, protect
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Value
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator
from lif.records.publications import Publication
from lif.records.references import DisclosureProfile
from lif.register import Entry, Register

Part = tuple[tuple[str, str], ...]
Where = tuple[str, Part, Period]

DIMENSIONS = {
    "age": ("0 to 4", "5 to 9", "10 to 14", "15 to 17"),
    "sex": ("girls", "boys"),
    "ward": ("a", "b", "c"),
}
DEFAULT: Mapping[str, str] = {}
PROFILES: tuple[Mapping[str, str], ...] = (
    DEFAULT,
    {"hide_to": "5"},
    {"hide_to": "5", "least_denominator": "10"},
    {"hide_to": "7", "round_to": "5"},
    {"hide_to": "5", "round_to": "5", "least_denominator": "12"},
    {"hide_to": "9", "round_to": "10"},
    {"hide_to": "5", "hide_from": "0"},
    {"hide_to": "7", "round_to": "5", "zero_is_hidden": "true"},
)


@dataclass(frozen=True)
class Kept:
    """The rule as an attacker reads it in the guide."""

    hide_to: int
    round_to: int
    least: int
    zero: bool

    def with_other(self, other: Kept) -> Kept:
        """One count under two names is kept by the stricter rule."""
        return Kept(
            max(self.hide_to, other.hide_to),
            max(self.round_to, other.round_to),
            max(self.least, other.least),
            self.zero or other.zero,
        )

    def small(self, count: int) -> bool:
        return (0 if self.zero else 1) <= count <= self.hide_to

    def behind(self, shown: int, least: int) -> tuple[int, int]:
        """What a shown count may have been, found by trying all that are near."""
        near = range(max(shown - self.round_to, 0), shown + self.round_to + 1)
        fit = [
            count
            for count in near
            if (count + self.round_to // 2) // self.round_to * self.round_to == shown
            and not self.small(count)
            and count >= least
        ]
        assert fit, f"{shown} is not a count that {self} shows"
        return min(fit), max(fit)


@dataclass
class Counted:
    """An indicator of the board and everything that was counted for it."""

    id: str
    unit: str
    profile: Mapping[str, str]
    yearly: bool = False
    public: bool = True
    tables: tuple[tuple[str, ...], ...] = ()
    counts: dict[tuple[Part, Period], tuple[int, int]] = field(default_factory=dict)
    since: dict[tuple[Part, Period], date] = field(default_factory=dict)
    dropped: frozenset[Part] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    sharing: tuple[Counted, ...] = ()

    @property
    def address(self) -> str:
        return f"{self.id}/quarter"

    @property
    def kept(self) -> Kept:
        given = self.profile or {"hide_to": "7", "round_to": "5"}
        least = int(given.get("least_denominator", "20"))
        base = int(given.get("round_to", "1"))
        if self.yearly:
            base = max(base, 5)
        zero = given.get("zero_is_hidden") == "true" or given.get("hide_from") == "0"
        own = Kept(int(given["hide_to"]), base, max(least, int(given["hide_to"]) + 1), zero)
        for other in self.sharing:
            own = own.with_other(other.kept)
        return own

    def parts(self) -> list[Part]:
        return sorted({part for part, _ in self.counts} - self.dropped)


@dataclass
class BoardOf:
    """A board of indicators, ready to be published."""

    counted: list[Counted]

    def register(self) -> Register:
        records: list[object] = []
        for one in self.counted:
            records.append(indicator(one))
            if one.profile:
                records.append(profile(f"profile-{one.id}", one.profile))
        if any(one.yearly for one in self.counted):
            records.append(official())
        return Register.of((Entry(record, "") for record in records), board_id="hill")  # type: ignore[arg-type]

    def figures(self, register: Register, until: date) -> Figures:
        found: dict[tuple[str, str, str], list[Figure]] = {}
        for one in self.counted:
            for (part, period), counts in one.counts.items():
                since = one.since.get((part, period), period.end + timedelta(days=20))
                if since <= until and part not in one.dropped:
                    figure = Figure(period, value(one.unit, *counts), "return", since, False)
                    found.setdefault((one.address, "hill-town", words(part)), []).append(figure)
            for year, total in years(one).items():
                if one.yearly and year.end + timedelta(days=150) <= until:
                    figure = Figure(year, value(one.unit, *total), "official", year.end, False)
                    found.setdefault((f"{one.id}/year", "hill-town", ""), []).append(figure)
        series = {
            key: Series(
                register.record(Indicator, key[0].partition("/")[0]),
                next(
                    m
                    for m in register.record(Indicator, key[0].partition("/")[0]).measures
                    if key[0].endswith(m.id)
                ),
                key[1],
                tuple(sorted(figures, key=lambda one: one.period)),
                key[2],
            )
            for key, figures in found.items()
        }
        return Figures(until, "hill-town", series)

    def published(self, until: date, ledger: list[Publication] | None = None) -> Protected:
        register = self.register()
        return protect(register, self.figures(register, until), until, ledger or [])


def years(one: Counted) -> dict[Period, tuple[int, int]]:
    """The totals of whole years, as an official series would give them."""
    sums: dict[Period, list[tuple[int, int]]] = {}
    for (part, period), counts in one.counts.items():
        if not part:
            sums.setdefault(financial_year_of(period.end), []).append(counts)
    return {
        year: (sum(n for n, _ in all_), sum(d for _, d in all_))
        for year, all_ in sums.items()
        if len(all_) == 4
    }


def value(unit: str, above: int, below: int) -> Value:
    if unit == "count":
        return Value(numerator=above)
    return Value(numerator=above, denominator=below, per={"percent": 100, "rate": 10_000, "mean": 1}[unit])


def words(part: Part) -> str:
    return "; ".join(f"{name} = {each}" for name, each in part)


def indicator(one: Counted) -> Indicator:
    measures = [{"id": "quarter", "period_kind": "quarter", "series": "returns", "roll_up": "sum"}]
    if one.yearly:
        measures.append({"id": "year", "period_kind": "financial-year", "series": "published", "source": "s"})
    given = {
        "id": one.id,
        "name": one.id.capitalize(),
        "domain": "D",
        "definition": "D",
        "numerator": f"numerator of {one.id}",
        "unit": one.unit,
        "counts": "children",
        "polarity": "high",
        "outcomes_class": "how-well",
        "source_return": "S",
        "supplier": "a",
        "owner": "r",
        "group": "g",
        "public": "true" if one.public else "false",
        "measures": measures,
        **one.words,
    }
    if one.unit != "count":
        given.setdefault("denominator", f"denominator of {one.id}")
    if one.unit == "rate":
        given["rate_per"] = "10000"
    if one.profile:
        given["disclosure_profile"] = f"profile-{one.id}"
    return Indicator.model_validate(given)


def profile(id_: str, settings: Mapping[str, str]) -> DisclosureProfile:
    given = {"id": id_, "name": "P", "audience": "public", "marking": "M", "reason": "R", **settings}
    return DisclosureProfile.model_validate(given)


def official() -> PublishedSeries:
    given = {
        "id": "official",
        "title": "T",
        "source": "s",
        "release": "R",
        "released_on": "2021-01-01",
        "file": "f.csv",
        "sha256": "0",
        "mapping": "m",
        "imported_on": "2021-01-01",
        "rows": "1",
    }
    return PublishedSeries.model_validate(given)


def ledger_entry(id_: str, on: date, outcome: Protected) -> Publication:
    """What `lif publish` would write down of a publication."""
    figures = [
        {
            "measure": cell.measure,
            "period": str(cell.period),
            "shown": cell.shown,
            **({"breakdown": cell.breakdown} if cell.breakdown else {}),
            **({"numerator": cell.numerator} if cell.numerator else {}),
            **({"denominator": cell.denominator} if cell.denominator else {}),
        }
        for cell in outcome.shown
    ]
    given = {
        "id": id_,
        "title": "T",
        "sort": "scorecard",
        "published": str(on),
        "data_as_at": str(on),
        "figures": figures,
    }
    return Publication.model_validate(given)


def some_board(rng: random.Random, quarters: int = 0, *, plain: bool = False) -> BoardOf:
    """One to three indicators over one to five quarters (or as many as are asked for)."""
    how_many = quarters or rng.choice((1, 1, 2, 4, 5))
    periods = [quarter(2023 + index // 4, index % 4 + 1) for index in range(how_many)]
    found = [some_counted(rng, "first", periods, plain)]
    if rng.random() < 0.25:
        found.append(some_counted(rng, "other", periods, plain))
    if rng.random() < 0.2:
        found.append(_twin(rng, found[0]))
    if rng.random() < 0.15:
        found.append(_chained(rng, found[0]))
    _share_a_rule([one for one in found if one.id != "other"])
    return BoardOf(found)


def _share_a_rule(found: list[Counted]) -> None:
    own = [Counted(one.id, one.unit, one.profile, one.yearly) for one in found]
    for one in found if len(found) > 1 else ():
        one.sharing = tuple(own)


def some_counted(rng: random.Random, id_: str, periods: list[Period], plain: bool = False) -> Counted:
    unit = rng.choice(("count", "count", "percent", "percent", "mean"))
    names = tuple(sorted(rng.sample(sorted(DIMENSIONS), 0 if plain else rng.choice((0, 1, 1, 2, 2, 3)))))
    sets = [each for size in range(1, len(names) + 1) for each in combinations(names, size)]
    tables = tuple(each for each in sets if rng.random() < 0.75)
    one = Counted(id_, unit, rng.choice(PROFILES), rng.random() < 0.3, tables=tables)
    labels = {name: DIMENSIONS[name][: rng.randint(2, len(DIMENSIONS[name]))] for name in names}
    style = rng.choice(("dense", "sparse", "small", "mixed", "bounds", "edge"))
    for period in periods:
        _fill(rng, one, period, labels, style)
    if tables and rng.random() < 0.2:
        one.dropped = frozenset((rng.choice([part for part in one.parts() if part]),))
    return one


def _fill(
    rng: random.Random, one: Counted, period: Period, labels: Mapping[str, tuple[str, ...]], style: str
) -> None:
    sums: dict[Part, list[int]] = {}
    for cell in product(*(tuple((name, each) for each in labels[name]) for name in sorted(labels))):
        above, rest = _drawn(rng, style, one.kept), _drawn(rng, rng.choice((style, "dense")), one.kept)
        for wanted in ((), *one.tables):
            part = tuple(each for each in cell if each[0] in wanted)
            both = sums.setdefault(part, [0, 0])
            both[0] += above
            both[1] += above + rest
    for part, (above, below) in sums.items():
        one.counts[part, period] = (above, below)


def _drawn(rng: random.Random, style: str, kept: Kept) -> int:
    if style == "mixed":
        style = rng.choice(("dense", "sparse", "small", "dense"))
    if style == "dense":
        return rng.randint(8, 60)
    if style == "sparse":
        return rng.choice((0, 0, 0, 0, 1, 2, 9, 14))
    if style == "small":
        return rng.randint(0, kept.hide_to)
    if style == "edge":
        return rng.choice((0, kept.hide_to, kept.hide_to, kept.hide_to + 1, 1))
    return rng.choice((1, 2, kept.hide_to - 1, kept.hide_to, kept.hide_to + 1, kept.hide_to + 2))


def _twin(rng: random.Random, of: Counted) -> Counted:
    """The same counts under another name and another rule."""
    twin = Counted("twin", "count", rng.choice(PROFILES), tables=of.tables, counts=dict(of.counts))
    twin.dropped = of.dropped
    first = min(period for _, period in of.counts)
    if sum(1 for key, (above, _) in of.counts.items() if above and key[1] == first) < 4 or rng.random() < 0.5:
        twin.words = {"numerator": f"numerator of {of.id}"}
    return twin


def _chained(rng: random.Random, of: Counted) -> Counted:
    """An indicator whose denominator is what another counts."""
    chained = Counted("chained", "percent", rng.choice(PROFILES), tables=of.tables)
    chained.counts = {
        key: (rng.randint(0, above), above) for key, (above, _) in of.counts.items() if not key[0]
    }
    chained.words = {"denominator": f"numerator of {of.id}"}
    return chained


def lines(one: Counted) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """Each whole or margin with the parts that add up to it, of the tables that are there."""
    parts = [part for part in one.parts() if part]
    for wanted in one.tables:
        own = [part for part in parts if tuple(name for name, _ in part) == wanted]
        for size in range(len(wanted)):
            for margin in combinations(wanted, size):
                if margin and margin not in one.tables:
                    continue
                for total in sorted({tuple(each for each in part if each[0] in margin) for part in own}):
                    yield total, tuple(part for part in own if set(total) <= set(part))


def some_series(
    seed: int, *, policies: bool = False, plain: bool = False
) -> list[tuple[date, BoardOf, Protected]]:
    """Four or eight publications in a row, each with the ledger of those before, and revisions between them.

    With `policies` the rule of an indicator may change on the way; `plain` boards have no breakdowns.
    """
    rng = random.Random(seed)
    board = some_board(rng, rng.choice((4, 8)), plain=plain)
    ledger: list[Publication] = []
    found = []
    for index, period in enumerate(sorted({period for one in board.counted for _, period in one.counts})):
        on = period.end + timedelta(days=60)
        if index and rng.random() < 0.35:
            _revise(rng, board, on)
        if index and policies and rng.random() < 0.1:
            board.counted[0].profile = rng.choice(PROFILES)
            _share_a_rule([one for one in board.counted if one.id != "other"])
        as_it_was = deepcopy(board)
        outcome = as_it_was.published(on, ledger)
        assert outcome.refusals == ()
        ledger.append(ledger_entry(f"publication-{index}", on, outcome))
        found.append((on, as_it_was, outcome))
    return found


def _revise(rng: random.Random, board: BoardOf, on: date) -> None:
    """A few more or less of one sort, found later: in the cell, its margins and the whole."""
    one = board.counted[0]
    if any(other.id != "other" for other in board.counted[1:]):
        return
    labels: dict[str, set[str]] = {}
    for part, _ in one.counts:
        for name, each in part:
            labels.setdefault(name, set()).add(each)
    cell = {(name, rng.choice(sorted(each))) for name, each in sorted(labels.items())}
    come = sorted({period for _, period in one.counts if period.end + timedelta(days=20) < on})
    period = rng.choice(come)
    inside = [key for key in one.counts if key[1] == period and set(key[0]) <= cell]
    more = max(rng.choice((-3, -2, -1, 1, 2, 3, 9)), -min(one.counts[key][0] for key in inside))
    for key in inside:
        above, below = one.counts[key]
        one.counts[key] = (above + more, below + more)
        one.since[key] = on - timedelta(days=3)
