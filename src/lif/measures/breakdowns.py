"""Parts of a whole: a breakdown's text is `dimension = part`, as in `ethnicity = mixed`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lif.measures.series import Figures, Series

_WRITTEN = re.compile(r"(?P<dimension>[^=]{1,80}?) *= *(?P<part>[^=]{1,80}?)")


class NotABreakdown(ValueError):  # noqa: N818 - named for what was found
    """The text is no `dimension = part`."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One part of one dimension: ethnicity, mixed."""

    dimension: str
    part: str

    def __str__(self) -> str:
        return f"{self.dimension} = {self.part}"


def parse_breakdown(text: str) -> Breakdown:
    """Raises NotABreakdown where the text is not one dimension, an equals sign and one part."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise NotABreakdown(
            f"'{text}' is no part of a whole: write 'dimension = part', as in 'age = 10 to 15'"
        )
    return Breakdown(found["dimension"], found["part"])


def folded(text: str) -> str:
    """A dimension or a part without what writers differ in: case and spaces."""
    return " ".join(text.casefold().split())


def _order(part: str) -> tuple[int, str]:
    """Ages by the number they begin with, then by the alphabet."""
    number = re.match(r"[0-9]{1,6}", part)
    return (int(number[0]) if number else 1_000_000, part)


def parts_of(figures: Figures, measure: str, area: str) -> Mapping[str, tuple[tuple[Breakdown, Series], ...]]:
    """The series of the parts of a measure for an area, by dimension; what is no breakdown is left out."""
    found: dict[str, list[tuple[Breakdown, Series]]] = {}
    for (address, where, text), series in figures.series.items():
        if address != measure or where != area or not text:
            continue
        try:
            breakdown = parse_breakdown(text)
        except NotABreakdown:
            continue
        found.setdefault(folded(breakdown.dimension), []).append((breakdown, series))
    return {
        name: tuple(sorted(each, key=lambda one: _order(one[0].part))) for name, each in sorted(found.items())
    }
