"""Made-up boards with small numbers in every corner, written as records, for trying to work them back."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from textwrap import dedent

from tests.small_board import SMALL

QUARTERS = tuple(f"{year}-{(year + 1) % 100}-Q{number}" for year in (2023, 2024) for number in (1, 2, 3, 4))
PARTS = {
    "age": ("age = under 5", "age = 5 to 9", "age = 10 to 15", "age = 16 and over"),
    "sex": ("sex = girls", "sex = boys"),
    "ethnicity": ("ethnicity = white", "ethnicity = mixed", "ethnicity = other"),
}
LAST_DAYS = {"1": "06-30", "2": "09-30", "3": "12-31", "4": "03-31"}


@dataclass
class Board:
    """A board's records by path, and what is really so: counts by indicator, period and breakdown.

    `ways` are the dimensions in which each indicator is broken down; `unit` what each is.
    """

    texts: dict[str, str]
    unit: dict[str, str] = field(default_factory=dict)
    ways: dict[str, tuple[str, ...]] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)
    counts: dict[tuple[str, str, str], tuple[int, int | None]] = field(default_factory=dict)


def board(seed: int) -> Board:
    """A board of four indicators over eight quarters, broken down in up to two ways."""
    chance = random.Random(seed)
    made = Board({path: dedent(text) for path, text in SMALL.items()})
    made.texts |= {path: dedent(text) for path, text in _PROFILES.items()}
    for number in range(4):
        name = f"indicator-{number}"
        made.unit[name] = chance.choice(("count", "count", "percent", "rate"))
        made.ways[name] = tuple(chance.sample(sorted(PARTS), chance.choice((0, 1, 1, 2))))
        made.profile[name] = chance.choice(("", "profile-five", "profile-seven"))
        made.texts[f"framework/indicators/{name}.yaml"] = _indicator(made, name)
        for period in QUARTERS:
            _count(made, chance, name, period)
    for period in QUARTERS:
        made.texts[f"data/returns/social-care-{period.lower()}.yaml"] = _return(made, period)
    return made


def _count(made: Board, chance: random.Random, name: str, period: str) -> None:
    """Counts the smallest groups there are, and adds them up for every breakdown and the whole."""
    ways = made.ways[name]
    usual = chance.choice((1, 4, 9, 30, 200))
    cells = {}
    for parts in product(*(PARTS[way] for way in ways)):
        top = 0 if chance.random() < 0.2 else chance.randint(0, 2 * usual)
        whole = top + chance.choice((0, chance.randint(0, 4), chance.randint(0, 3 * usual)))
        cells[parts] = (top, None if made.unit[name] == "count" else max(whole, 1))
    made.counts[name, period, ""] = _added(cells.values())
    for index, way in enumerate(ways):
        for part in PARTS[way]:
            mine = [counts for parts, counts in cells.items() if parts[index] == part]
            made.counts[name, period, part] = _added(mine)


def _added(counts: Iterable[tuple[int, int | None]]) -> tuple[int, int | None]:
    found = list(counts)
    wholes = [whole for _, whole in found if whole is not None]
    return sum(top for top, _ in found), sum(wholes) if wholes else None


def _indicator(made: Board, name: str) -> str:
    unit = made.unit[name]
    lines = [
        f"id: {name}",
        f"name: {name.replace('-', ' ').capitalize()}",
        "domain: Front door",
        "definition: |\n  What is counted.",
        f"numerator: children of {name}",
        *([] if unit == "count" else [f"denominator: all children of {name}"]),
        f"unit: {unit}",
        *(["rate_per: 10000", "rate_population: children"] if unit == "rate" else []),
        "counts: children",
        "polarity: low",
        "outcomes_class: how-much" if unit == "count" else "outcomes_class: how-well",
        "customers: children",
        "measures:\n  - id: quarter\n    period_kind: quarter\n    series: returns",
        "source_return: return",
        "supplier: social-care",
        "owner: head-of-care",
        "group: neglect-group",
        "public: true",
        *([f"disclosure_profile: {made.profile[name]}"] if made.profile[name] else []),
        *(["breakdowns:", *(f"  - {way}" for way in made.ways[name])] if made.ways[name] else []),
    ]
    return "\n".join(lines) + "\n"


def _return(made: Board, period: str) -> str:
    year, quarter = int(period[:4]), period[-1]
    ended = f"{year + (quarter == '4')}-{LAST_DAYS[quarter]}"
    head = [
        f"id: social-care-{period.lower()}",
        "agency: social-care",
        f"period: {period}",
        f"due: {ended}",
        f"received: {ended}",
        "supplied_by: head-of-care",
        "values:",
    ]
    return "\n".join([*head, *_values(made, period)]) + "\n"


def _values(made: Board, period: str) -> Iterator[str]:
    for number, ((name, at, part), (top, whole)) in enumerate(made.counts.items()):
        if at == period:
            yield f"  - id: value-{number}"
            yield f"    measure: {name}/quarter"
            if part:
                yield f"    breakdown: {part}"
            yield f"    numerator: {top}"
            if whole is not None:
                yield f"    denominator: {whole}"


_PROFILES = {
    "framework/disclosure-profiles/profile-five.yaml": """
        id: profile-five
        name: Five
        audience: public
        hide_from: 1
        hide_to: 5
        marking: For publication
        reason: |
          As the national statistics of children in need do.
    """,
    "framework/disclosure-profiles/profile-seven.yaml": """
        id: profile-seven
        name: Seven
        audience: public
        hide_from: 1
        hide_to: 7
        round_to: 5
        marking: For publication
        reason: |
          As hospital statistics do.
    """,
}
