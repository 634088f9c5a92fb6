"""Coverage and learning routes as rows, for listings and for machines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lif.views.coverage import Coverage, Row, Section
from lif.views.coverage.pieces import SORT_WORDS, SORTS
from lif.views.coverage.routes import Route
from lif.views.listing import Cell, Column, Listing

COLUMNS = (
    Column("text", "statement", wraps=True),
    Column("address", "id", under="text"),
    Column("topic", "under", under="text", as_line="under {}"),
    Column("past", "past", under="text"),
    Column("state", "state"),
    Column("kinds", "shown by", wraps=True),
    Column("one_sided", "one-sided", under="kinds", as_line="one-sided: {} only"),
    Column("newest", "newest"),
    Column("sources", "sources"),
    Column("agencies", "agencies"),
    Column("illustrative", "example", under="text", as_line="illustrative"),
    Column("topic_id", "topic id", False),
    Column("sort", "sort", False),
    Column("whole", "whole", False),
    Column("counted", "counted", False),
    *(Column(sort, SORT_WORDS[sort].lower(), False) for sort in SORTS),
    *(Column(f"{sort}_newest", f"{SORT_WORDS[sort].lower()}, newest", False) for sort in SORTS),
    Column("evidence", "evidence", False),
)
"""One row a statement; for each kind of evidence the number of sources and the day of the newest."""

ROUTE_COLUMNS = (
    Column("passes", "what passes", wraps=True),
    Column("address", "id", under="passes"),
    Column("element", "element", under="passes", as_line="under {}"),
    Column("reaches", "reaches", wraps=True),
    Column("state", "state"),
    Column("last", "last"),
    Column("silent_days", "days of silence"),
    Column("allowed_days", "allowed"),
    Column("passed", "times"),
    Column("illustrative", "example", under="passes", as_line="illustrative"),
    Column("starts", "starts from", False),
    Column("text", "text", False),
    Column("passages", "passages", False),
)


def coverage_table(found: Coverage) -> Listing:
    """Every row of a coverage, in its order."""
    return Listing(
        "coverage", COLUMNS, tuple(_row(section, row) for section in found.sections for row in section.rows)
    )


def routes_table(found: Iterable[Route]) -> Listing:
    """The learning routes, in the order given."""
    return Listing("route", ROUTE_COLUMNS, tuple(_route(route) for route in found))


def summary_of(found: Coverage) -> dict[str, object]:
    """The summary as JSON has it: statements, how many in each state, and what is missing."""
    summary = found.summary
    return {
        "statements": summary.statements,
        "states": dict(summary.counts),
        "one_sided": summary.one_sided,
        "priorities_without_children": list(summary.without_children),
        "elements_with_numbers_only": list(summary.numbers_only),
        "nothing_at_all": list(summary.nothing_at_all),
    }


def _row(section: Section, row: Row) -> dict[str, Cell]:
    counts: dict[str, Cell] = {cell.sort: len(cell.pieces) for cell in row.cells}
    days: dict[str, date | None] = {f"{cell.sort}_newest": cell.newest for cell in row.cells}
    return {
        "text": row.stated.text,
        "address": row.stated.address,
        "topic": section.name,
        "topic_id": section.id,
        "past": row.stated.past,
        "state": "" if row.stated.whole else row.state,
        "kinds": _kinds(row),
        "one_sided": row.one_sided or "",
        "newest": row.newest,
        "sources": row.sources,
        "agencies": row.agencies,
        "illustrative": row.illustrative,
        "sort": row.stated.sort,
        "whole": row.stated.whole,
        "counted": row.counted,
        **counts,
        **days,
        "evidence": tuple(dict.fromkeys(piece.record for piece in row.pieces)),
    }


def _route(route: Route) -> dict[str, Cell]:
    return {
        "passes": route.passes,
        "address": route.address,
        "element": route.element,
        "reaches": route.reaches,
        "state": route.state,
        "last": route.last,
        "silent_days": route.silent_days,
        "allowed_days": route.allowed_days,
        "passed": len(route.passed),
        "illustrative": route.illustrative,
        "starts": route.starts,
        "text": route.text,
        "passages": tuple(passed.id for passed in route.passed),
    }


def _kinds(row: Row) -> tuple[str, ...]:
    """Each kind that there is with its number of sources: `numbers 3`, `audit 1`."""
    return tuple(f"{cell.sort} {len(cell.pieces)}" for cell in row.cells if cell.pieces)
