"""What a mapping asks for, found in the header of one file: positions of columns and the rows that count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from lif.records.references import ColumnMapping

MONTHS = 12


class MissingColumn(ValueError):  # noqa: N818 - named for what was found
    """A column that the mapping needs is not in the file under any of its names."""


@dataclass(frozen=True, slots=True)
class Test:
    """A row counts when the cell at `position` is one of `texts` (lower case)."""

    position: int
    texts: frozenset[str]

    def holds(self, cells: Sequence[str]) -> bool:
        """Whether it holds for a row."""
        return cells[self.position].strip().lower() in self.texts


@dataclass(frozen=True, slots=True)
class Plan:
    """One mapped measure with the positions of its columns; an empty tuple where it has no such part."""

    mapping: ColumnMapping
    numerator: tuple[int, ...]
    denominator: tuple[int, ...]
    value: tuple[int, ...]
    check: tuple[int, ...]
    where: tuple[Test, ...]
    denominator_where: tuple[Test, ...]

    @property
    def finished(self) -> bool:
        """Whether it takes a finished figure, published without its parts."""
        return bool(self.value) and not self.numerator


def plan(mapping: ColumnMapping, columns: Sequence[str], months: bool = False) -> Plan:
    """The plan of one mapped measure in a file with these columns. Raises MissingColumn with what to do."""
    places = {name.lower(): number for number, name in reversed(list(enumerate(columns)))}
    places |= {name: number for number, name in enumerate(columns)}
    if months and len(mapping.numerator) != MONTHS:
        raise MissingColumn(f"its mapping names {len(mapping.numerator)} months; name all 12, April first")
    return Plan(
        mapping,
        _positions(mapping.numerator, mapping.add or months, places, columns),
        _positions(mapping.denominator, mapping.denominator_add, places, columns),
        _positions(mapping.value, False, places, columns),
        _optional(mapping.checks_against, places),
        _tests(mapping.where, places, columns),
        _tests(mapping.denominator_where, places, columns),
    )


def _positions(
    names: Sequence[str], each: bool, places: dict[str, int], columns: Sequence[str]
) -> tuple[int, ...]:
    """Every named column when each is wanted, else the first that the file has."""
    if not names:
        return ()
    if each:
        return tuple(_position(name.split("|"), places, columns) for name in names)
    return (_position([part for name in names for part in name.split("|")], places, columns),)


def _position(names: Sequence[str], places: dict[str, int], columns: Sequence[str]) -> int:
    for name in names:
        found = places.get(name.strip(), places.get(name.strip().lower()))
        if found is not None:
            return found
    wanted = " or ".join(f"'{name.strip()}'" for name in names)
    near = get_close_matches(names[-1].strip().lower(), [column.lower() for column in columns], 1, 0.6)
    hint = next((f"; the nearest is '{column}'" for column in columns if [column.lower()] == near), "")
    raise MissingColumn(f"the file has no column {wanted}{hint}")


def _optional(names: Sequence[str], places: dict[str, int]) -> tuple[int, ...]:
    found = (places.get(name, places.get(name.lower())) for name in names)
    return next(((position,) for position in found if position is not None), ())


def _tests(rules: Sequence[str], places: dict[str, int], columns: Sequence[str]) -> tuple[Test, ...]:
    tests = []
    for rule in rules:
        column, equals, text = rule.partition("=")
        if not equals:
            raise MissingColumn(f"'{rule}' in its mapping is not written as 'column = text'")
        wanted = frozenset(part.strip().lower() for part in text.split("|"))
        tests.append(Test(_position(column.split("|"), places, columns), wanted))
    return tuple(tests)
