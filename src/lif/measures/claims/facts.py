"""What is known of a series when a text about it is read: figures with periods, targets, comparisons, "
"chart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from lif.calendars import Period
from lif.measures.rounding import rounded
from lif.measures.status import Polarity, Status, Target
from lif.measures.travel import may_travel

Quantity = Literal["value", "numerator", "denominator", "rest"]
QUANTITIES: tuple[Quantity, ...] = ("value", "numerator", "denominator", "rest")
"""`rest` is what is left of the denominator: those who were not seen in time."""

_LETTERS = re.compile(r"[a-z]+")
_DULL_WORDS = (
    "a an the of in on at to for and or with within by as is are was were be been who that which "
    "from their his her its it not no all any each every than more less open new per one two three "
    "days day working months month years year weeks week quarter during after before over under "
    "between least first last second time"
)
_DULL = frozenset(_DULL_WORDS.split())


def stem(word: str) -> str:
    """A word without the endings of plurals and verbs, so that `visits` and `visited` are one."""
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without endings."""
    return frozenset(stem(word) for word in _LETTERS.findall(text.lower()) if word not in _DULL)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure with its parts; `before` are figures that it replaced, which an older text may still say."""

    period: Period
    value: Fraction
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    before: tuple[Point, ...] = ()
    target: Target | None = None
    aim: Fraction | None = None

    def of(self, quantity: Quantity) -> Fraction | None:
        """One of the quantities that a text may speak of; None where it is not known."""
        if quantity == "value":
            return self.value
        if quantity == "numerator":
            return self.numerator
        if quantity == "denominator":
            return self.denominator
        if self.numerator is None or self.denominator is None:
            return None
        return self.denominator - self.numerator

    @property
    def status(self) -> Status | None:
        """Green, amber or red against the target of the period, or None."""
        return self.target.judge(self.value) if self.target else None


@dataclass(frozen=True, slots=True)
class Variation:
    """What the control chart of a long enough series says of its last point."""

    lower: float
    upper: float
    tone: Literal["better", "worse", "higher", "lower", "usual"]
    mean_range: float


@dataclass(frozen=True, slots=True)
class Track:
    """One series of an indicator, oldest first, up to the end of the period that the text is about: "
    "`until`."""

    points: tuple[Point, ...]
    variation: Variation | None = None
    until: date | None = None

    @property
    def latest(self) -> Point:
        """The last figure."""
        return self.points[-1]

    def at(self, period: Period) -> Point | None:
        """The figure of a period."""
        return next((each for each in self.points if each.period == period), None)

    @property
    def year_ago(self) -> Point | None:
        """The figure of the same period a year before the latest."""
        return self.at(self.latest.period.year_before())

    @property
    def previous(self) -> Point | None:
        """The last figure before the latest that it may be compared with: of a year so far, the year "
        "before's."""
        before = reversed(self.points[:-1])
        return next((each for each in before if may_travel(each.period, self.latest.period)), None)


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison of one period with the board's own figure, and where that lies by its 95% interval."""

    sort: Literal["england", "region", "neighbours"]
    period: Period
    number: Fraction
    own: Fraction
    position: Literal["lower", "similar", "higher"] | None = None


@dataclass(frozen=True)
class Facts:
    """Everything that a text about an indicator is held against. The first track is the one it is about."""

    name: str
    unit: Literal["count", "percent", "rate", "mean"]
    polarity: Polarity
    counts: str
    tracks: tuple[Track, ...]
    beside: tuple[Beside, ...] = ()
    top: str = ""
    bottom: str = ""
    aliases: tuple[str, ...] = ()
    decimals: int = 1
    totals: tuple[Fraction, ...] = ()
    turned: bool | None = None
    vocabulary: frozenset[str] = field(default_factory=frozenset)

    @property
    def track(self) -> Track:
        """The series that the text is about."""
        return self.tracks[0]

    @property
    def latest(self) -> Point:
        """Its last figure."""
        return self.track.latest

    @cached_property
    def counted(self) -> frozenset[str]:
        """Stems of what is counted: children, referrals."""
        first = next(iter(_LETTERS.findall(self.top.lower())), "")
        return stems(self.counts) | (stems(first) if first.endswith("s") else frozenset())

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of every word by which a text may mean it."""
        return (
            stems(f"{self.name} {self.counts} {self.top} {self.bottom} {' '.join(self.aliases)}")
            | self.vocabulary
        )

    @cached_property
    def above(self) -> frozenset[str]:
        """Stems that only the numerator has: `visited`, `in time`."""
        return (stems(f"{self.name} {self.top}") - stems(self.bottom)) - self.counted

    @cached_property
    def under(self) -> frozenset[str]:
        """Stems that only the denominator has: `referred`."""
        return stems(self.bottom) - stems(f"{self.name} {self.top}") - self.counted

    def shown(self, number: Fraction) -> str:
        """A figure as the page shows it: `73.1%`, `524.4`, `38`."""
        places = 0 if self.unit == "count" or number.denominator == 1 else self.decimals
        return f"{rounded(number, places):,}" + ("%" if self.unit == "percent" else "")

    def told(self, point: Point) -> str:
        """A figure with its parts and its period: `38 of 52 (73.1%) in Q3 24/25`."""
        said = self.shown(point.value)
        if point.numerator is not None and point.denominator is not None:
            parts = f"{_plain(point.numerator)} of {_plain(point.denominator)}"
            said = f"{parts} ({said})" if self.unit != "count" else said
        return f"{said} in {point.period.short}"


def _plain(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.1f}"


def all_points(tracks: Iterable[Track]) -> tuple[Point, ...]:
    """The figures of several series."""
    return tuple(point for track in tracks for point in track.points)
