"""Which areas, years and measures of a national file are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from lif.exchange.national.tables import CannotRead
from lif.records.references import Area, ColumnMapping, ImportMapping, NeighbourSet
from lif.register import Register

Areas = Literal["compared", "others", "all"]

OTHERS_ID = "-other-authorities"
NOT_OTHERS = "rows of areas that are no other local authority, or of which there is no record"
OTHERS_TITLE = ", other local authorities"


def wanted_areas(register: Register, which: Areas) -> list[Area]:
    """The areas whose rows are read.

    `compared`: the board's own, its neighbours under every model, its region, and the country; `others`: the
    local authorities that are not among these; `all`: every area of the workspace. A workspace without a set
    of neighbours compares with every area that it knows.
    """
    areas = list(register.all(Area))
    sets = list(register.all(NeighbourSet))
    near = {each for one in sets for each in (one.area, *one.neighbours)}
    if which == "all" or not sets:
        return areas
    if which == "others":
        return [area for area in areas if area.sort == "local-authority" and area.id not in near]
    regions = {area.region for area in areas if area.id in {one.area for one in sets}} - {None}
    return [area for area in areas if area.id in near or _beyond(area, regions)]


def _beyond(area: Area, regions: set[str | None]) -> bool:
    """Whether it is wider than an authority and compared with: of the regions, the board's own."""
    if area.sort == "region":
        return not regions or area.id in regions
    return area.sort != "local-authority"


def with_measures(
    register: Register, mapping: ImportMapping, measures: Sequence[str]
) -> ImportMapping | None:
    """The mapping with only the wanted measures of indicators taken up; None where it feeds none of them."""
    taken = [column for column in mapping.columns if column.measure.split("/")[0] not in register.patterns]
    columns: tuple[ColumnMapping, ...] = tuple(c for c in taken if not measures or c.measure in measures)
    return mapping.model_copy(update={"columns": columns}) if columns else None


def require_fed(register: Register, measures: Iterable[str]) -> None:
    """Raises CannotRead for a measure that no mapping of the workspace feeds."""
    fed = {column.measure for mapping in register.all(ImportMapping) for column in mapping.columns}
    for measure in measures:
        if measure not in fed:
            raise CannotRead(
                f"no import mapping feeds a measure '{measure}': write one as in re-referrals/year"
            )
