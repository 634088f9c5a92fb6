"""How sheets of agencies' own are read: a mapping that could not be followed, or in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from lif.checks.finding import Finding, check
from lif.checks.lines import measures
from lif.diagnostics import Severity
from lif.records.figures import ReturnSchedule
from lif.records.indicators import Indicator, Measure
from lif.records.record import stands
from lif.records.return_mappings import ReturnColumns, ReturnMapping
from lif.register import Register

_NEEDS: dict[str, tuple[str, ...]] = {
    "a-row-each": ("measure", "period"),
    "periods-across": ("measure",),
    "measures-across": ("period",),
}


def _mappings(register: Register, as_at: date) -> Iterator[ReturnMapping]:
    return (one for one in register.all(ReturnMapping) if stands(one, as_at))


@check("L120")
def series_not_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """A mapping feeds a series that its agency is not asked for.

    Why:
        Every figure of the series would be refused when the sheet comes: no return of the agency holds it.
    Fails:
        measure: contacts/quarter in a mapping of the police, whose schedules do not name it
    Mend:
        Correct the series or the agency, or add the series to the agency's return schedule.
    Source:
        decision 44: a sheet is read as the return that a schedule asks for.
    """
    asked: dict[str, set[str]] = {}
    for schedule in register.all(ReturnSchedule):
        asked.setdefault(schedule.agency, set()).update(schedule.measures)
    for mapping in _mappings(register, as_at):
        for place, fed in enumerate(mapping.measures):
            if register.get(fed.measure) is not None and fed.measure not in asked.get(mapping.agency, set()):
                message = f"no schedule asks '{mapping.agency}' for this series"
                hint = "correct it, or add it to the agency's return schedule"
                yield Finding(mapping.id, ("measures", place, "measure"), message, hint)


@check("L121")
def part_not_of_series(register: Register, as_at: date) -> Iterator[Finding]:
    """A mapping gives a series a number that it is not made of.

    Why:
        A count has no denominator, and a figure that comes finished has no numerator: the cell is refused.
    Fails:
        part: value for a percentage that is worked out of its numerator and denominator
    Mend:
        Write the part that the series has; the message names them.
    Source:
        decision 44: numbers are taken as a record keeps them.
    """
    known = measures(register)
    for mapping in _mappings(register, as_at):
        for place, fed in enumerate(mapping.measures):
            found = known.get(fed.measure)
            if found is None or fed.part in _parts(*found) or _has_columns(mapping.columns):
                continue
            message = f"the series '{fed.measure}' has no {fed.part}"
            hint = f"write {' or '.join(_parts(*found))}"
            yield Finding(mapping.id, ("measures", place, "part"), message, hint)


def _parts(indicator: Indicator, measure: Measure) -> tuple[str, ...]:
    if measure.source_only:
        return ("value",)
    return ("numerator",) if indicator.unit == "count" else ("numerator", "denominator")


def _has_columns(columns: ReturnColumns) -> bool:
    """Whether the numbers stand in columns of their own, so that a row's part says nothing."""
    return columns.numerator is not None or columns.denominator is not None


@check("L122")
def column_missing(register: Register, as_at: date) -> Iterator[Finding]:
    """A mapping names no column for what its layout needs.

    Why:
        Without it nothing says what a row is about, or for when, and no figure could be read.
    Fails:
        layout: a-row-each without columns/period
    Mend:
        Name the column by its head.
    Source:
        decision 44: three layouts, and what each has to say.
    """
    for mapping in _mappings(register, as_at):
        for name in _NEEDS[mapping.layout]:
            if getattr(mapping.columns, name) is None:
                message = f"the layout {mapping.layout} needs the column of the {name}"
                yield Finding(mapping.id, ("columns",), message, f"add {name}: with the head of its column")
        numbers = (mapping.columns.numerator, mapping.columns.denominator, mapping.columns.value)
        if mapping.layout == "a-row-each" and not any(numbers):
            message = "the layout a-row-each needs a column of numbers"
            yield Finding(mapping.id, ("columns",), message, "add numerator, denominator or value")


@check("L123")
def words_with_two_meanings(register: Register, as_at: date) -> Iterator[Finding]:
    """The same words of a sheet stand for two things in its mapping.

    Why:
        A figure would go to whichever was written first, and nobody would see the other.
    Fails:
        words: [Missing] for the numerators of two series
    Mend:
        Take the words out where they are not meant. One row may be the denominator of several series.
    Source:
        decision 44: what is taken in has one meaning.
    """
    for mapping in _mappings(register, as_at):
        seen: dict[tuple[str, str, str], int] = {}
        for place, fed in enumerate(mapping.measures):
            for words in _spelt(fed.words):
                key = (words, fed.part, fed.measure if fed.part == "denominator" else "")
                first = seen.setdefault(key, place)
                if first != place:
                    message = f"the same words stand for '{mapping.measures[first].measure}' already"
                    hint = "take them out where they are not meant"
                    yield Finding(mapping.id, ("measures", place, "words"), message, hint)
                    break
        yield from _twice(mapping)


def _twice(mapping: ReturnMapping) -> Iterator[Finding]:
    """Words for statuses, areas and parts of a whole that stand twice."""
    lists = {
        "statuses": [one.words for one in mapping.statuses],
        "areas": [one.words for one in mapping.areas],
        "breakdowns": [one.words for one in mapping.breakdowns],
    }
    for name, told in lists.items():
        seen: set[str] = set()
        for place, words in enumerate(told):
            if seen & set(_spelt((words,))):
                yield Finding(
                    mapping.id, (name, place, "words"), "these words stand here twice", "take one out"
                )
            seen.update(_spelt((words,)))


def _spelt(words: tuple[str, ...]) -> list[str]:
    return [" ".join(one.lower().split()) for text in words for one in text.split("|")]


@check("L124", Severity.WARNING)
def mappings_alike(register: Register, as_at: date) -> Iterator[Finding]:
    """Two mappings know their sheet by the same heads.

    Why:
        A sheet with these heads fits both, and whoever imports it has to say which is meant each time.
    Fails:
        heads: [Measure, Q1] in the mappings of two agencies
    Mend:
        Add a head that only one of the sheets has, or the title of its sheet.
    Source:
        decision 44: a file is known by its heads, never by its name.
    """
    for one, other in combinations(_mappings(register, as_at), 2):
        if _heads(one) == _heads(other) and one.sheet == other.sheet:
            message = f"'{one.id}' knows its sheet by the same heads"
            hint = "add a head that only one of them has, or name the sheet"
            yield Finding(other.id, ("heads",), message, hint)


def _heads(mapping: ReturnMapping) -> frozenset[str]:
    return frozenset("|".join(sorted(_spelt((words,)))) for words in mapping.heads)


RETURN_MAPPINGS = (
    series_not_asked,
    part_not_of_series,
    column_missing,
    words_with_two_meanings,
    mappings_alike,
)
