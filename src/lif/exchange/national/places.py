"""Areas by the codes and names that files use: the three-digit number first, since it outlives the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from lif.records.references import Area

_LEVELS = {
    "national": "country",
    "nat": "country",
    "country": "country",
    "regional": "region",
    "region": "region",
    "reg": "region",
    "local authority": "local-authority",
    "la": "local-authority",
}


@lru_cache(maxsize=256)
def sort_of(level: str) -> str:
    """The sort of area that a file's geographic level stands for; empty for one that is not read."""
    return _LEVELS.get(level.strip().lower(), "")


class TwoAreas(ValueError):  # noqa: N818 - named for what was found
    """The codes of one row belong to two different areas."""


@dataclass
class Gazetteer:
    """Finds the area of a row. Areas that the workspace has no record of are not found, and not an error."""

    areas: Iterable[Area]
    _found: dict[tuple[str, str, str, str], str | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._old: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._names: dict[tuple[str, str], str] = {}
        for area in self.areas:
            if area.old_code:
                self._old[area.old_code] = area.id
            for code in area.codes:
                self._codes[code.code] = area.id
            for name in (area.name, *area.aliases):
                self._names[area.sort, folded(name)] = area.id

    def find(self, sort: str, old_code: str, code: str, name: str) -> str | None:
        """The id of the area, or None when the workspace has no record of it.

        Raises TwoAreas when the old and the new code are those of two different areas.
        """
        key = (sort, old_code, code, name)
        try:
            return self._found[key]
        except KeyError:
            found = self._found[key] = self._look_up(sort, old_code.strip(), code.strip(), name)
            return found

    def _look_up(self, sort: str, old_code: str, code: str, name: str) -> str | None:
        if not sort:
            return None
        by_old = self._old.get(old_code) if sort == "local-authority" else None
        by_code = self._codes.get(code)
        if by_old and by_code and by_old != by_code:
            raise TwoAreas(f"{name}: the codes {old_code} and {code} belong to two different areas")
        return by_old or by_code or self._by_name(sort, old_code, code, name)

    def _by_name(self, sort: str, old_code: str, code: str, name: str) -> str | None:
        """By name only where the row has no code of a real place."""
        if re.fullmatch("[0-9]{3}", old_code) or re.fullmatch("[A-Z][0-9]{8}", code):
            return None
        return self._names.get((sort, folded(name)))

    def named(self, name: str, number: str) -> str | None:
        """The area of a LAIT row: by its three-digit number, or by name for England and the regions."""
        if found := self._old.get(number):
            return found
        if number and not number.startswith(("97", "98", "990")):  # England and the regions
            return None
        return self._names.get(("country", folded(name))) or self._names.get(("region", folded(name)))


def folded(name: str) -> str:
    """A name without what files differ in: case, full stops, commas, 'and' for '&', spaces."""
    words = re.sub(r"[.,'’]", "", name).replace("&", " and ").replace("-", " ").lower().split()
    return " ".join(words)
