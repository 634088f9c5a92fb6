"""The list of indicators: the latest figure of each, how it stands, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lif.calendars import quarter_of
from lif.measures.judged import Judged, judged
from lif.measures.rounding import rounded
from lif.measures.series import Figures
from lif.records.indicators import Indicator
from lif.records.record import stands
from lif.register import Register
from lif.views import signs
from lif.views.listing import Cell, Column, Listing
from lif.views.scorecard.lines import CLASSES, GOOD, Line, line
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which indicators are meant: ids of what they must name, and words that they must hold."""

    group: str | None = None
    priority: str | None = None
    element: str | None = None
    question: str | None = None
    supplier: str | None = None
    status: str | None = None
    polarity: str | None = None
    outcomes_class: str | None = None
    domain: str | None = None

    def takes(self, record: Indicator) -> bool:
        """Whether an indicator is one of them."""
        links: Mapping[str | None, tuple[str, ...]] = {
            self.group: (record.group, *record.also_groups),
            self.priority: record.priorities,
            self.question: record.questions,
            self.supplier: (record.supplier, *(m.supplier or "" for m in record.measures)),
        }
        words = (
            (self.status, record.status),
            (self.polarity, record.polarity),
            (self.outcomes_class, record.outcomes_class),
        )
        return (
            all(asked is None or asked in held for asked, held in links.items())
            and all(asked is None or asked == held for asked, held in words)
            and (self.element is None or any(_within(self.element, one) for one in record.elements))
            and (self.domain is None or self.domain.casefold() in record.domain.casefold())
        )


def _within(element: str, address: str) -> bool:
    """Whether an address is that element, or one of its statements."""
    return address == element or address.startswith(f"{element}/")


_HIDDEN = (
    *("aliases", "measure", "series", "number", "numerator", "denominator", "figure_status", "basis"),
    *("polarity", "outcomes_class", "domain", "unit", "group", "priorities", "questions", "elements"),
    *("supplier", "owner", "quality", "public", "framework"),
)
COLUMNS = (
    Column("name", "indicator", wraps=True),
    Column("id", "id", under="name"),
    Column("status", "in use", under="name", as_line="{}"),
    Column("illustrative", "example", under="name", as_line="illustrative"),
    Column("latest", "latest"),
    Column("parts", "counts", under="latest"),
    Column("marks", "said", under="latest"),
    Column("period", "period", under="latest"),
    Column("target", "target"),
    Column("rating", "against target", under="target"),
    Column("changing", "changing", wraps=True),
    Column("supplier_name", "from", wraps=True),
    *(Column(key, key.replace("_", " "), False) for key in _HIDDEN),
)
"""What a list of indicators shows; the brief ones stand in tables."""


def indicators(register: Register, figures: Figures, wanted: Wanted) -> Listing:
    """The indicators that are meant, by domain and name, each with its headline series as known then."""
    found = [
        record for record in register.all(Indicator) if stands(record, figures.as_at) and wanted.takes(record)
    ]
    found.sort(key=lambda each: (each.domain, each.name, each.id))
    ask = Ask(register, figures, figures.as_at, quarter_of(figures.as_at))
    return Listing("indicator", COLUMNS, tuple(_row(ask, record) for record in found))


def _row(ask: Ask, record: Indicator) -> dict[str, Cell]:
    series = ask.series(record)
    stood = judged(ask.register, series, ask.as_at, ask.as_at) if series else None
    seen = line(ask, record, stood)
    return {**_words(seen), **_plain(ask, record, stood, seen)}


def _words(seen: Line) -> dict[str, Cell]:
    """The cells of a table."""
    return {
        "name": seen.name,
        "id": seen.id,
        "illustrative": seen.illustrative,
        "latest": seen.latest.text,
        "parts": seen.latest.parts,
        "marks": tuple(each for each in seen.latest.marks if each != "illustrative"),
        "period": seen.latest.period,
        "target": seen.target,
        "rating": "" if seen.status.key == "not-judged" else seen.status.words,
        "changing": "" if seen.changing in (signs.NO_FIGURES, signs.TOO_FEW) else seen.changing.words,
    }


def _plain(ask: Ask, record: Indicator, stood: Judged | None, seen: Line) -> dict[str, Cell]:
    """The cells that only machines and spreadsheets get, and the two that need the record."""
    measure = record.measures[0]
    value = stood.latest.value if stood and stood.latest else None
    supplier = measure.supplier or record.supplier
    parts = (value.numerator, value.denominator) if value else (None, None)
    return {
        "status": "" if record.status == "live" else record.status,
        "aliases": record.aliases,
        "measure": f"{record.id}/{measure.id}",
        "series": measure.series,
        "number": rounded(value.number, 6) if value and value.number is not None else None,
        "numerator": parts[0],
        "denominator": parts[1],
        "figure_status": value.status.value if value else "",
        "basis": seen.basis,
        "polarity": record.polarity,
        "outcomes_class": record.outcomes_class,
        "domain": record.domain,
        "unit": record.unit,
        "group": record.group,
        "priorities": record.priorities,
        "questions": record.questions,
        "elements": record.elements,
        "supplier": supplier,
        "supplier_name": name_of(
            ask, (measure.source if measure.series == "published" else None) or supplier
        ),
        "owner": record.owner,
        "quality": record.data_quality,
        "public": record.public,
        "framework": ask.register.entries[record.id].framework,
    }


POLARITIES = tuple(GOOD)
OUTCOMES = tuple(CLASSES)
STATUSES = ("live", "provisional", "discontinued", "replaced")
