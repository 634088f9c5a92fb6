"""Audits, gaps and cycles as rows of listings."""

from __future__ import annotations

from collections.abc import Iterable

from lif.views.audit_cover import PriorityCover
from lif.views.audits import AuditLine
from lif.views.came_of import action_words, asked_words, many
from lif.views.listing import Column, Listing
from lif.views.rows import CAME_CELLS, CAME_COLUMNS, Made, row_of
from lif.views.self_assessment import CycleLine

AUDIT_COLUMNS = (
    Column("quarter", "quarter"),
    Column("title", "audit", wraps=True),
    Column("id", "id", under="title"),
    Column("first", "first planned", under="quarter", as_line="first {}"),
    Column("put_off", "put off", under="quarter", as_line="put off: {}"),
    Column("sort", "kind"),
    Column("themes", "themes", wraps=True),
    Column("priorities", "priorities", under="themes"),
    Column("stage", "stage"),
    Column("stage_on", "since", under="stage", as_line="since {}"),
    Column("graded", "good or better", under="stage", as_line="good or better: {} cases"),
    Column("came_of_it", "what came of it", wraps=True),
    Column("overall", "recommendations", under="came_of_it", as_line="the worst: {}"),
    Column("repeat_due", "repeat due"),
    Column("repeat", "repeated by", under="repeat_due", as_line="by {}"),
    Column("illustrative", "example", under="title", as_line="illustrative"),
    *(Column(key, key.replace("_", " "), False) for key in ("group", "group_name", "reported")),
    *(Column(key, key, False) for key in ("good", "cases", "findings")),
    *(column for column in CAME_COLUMNS if column.key != "overall"),
)
"""All that is known of an audit's standing; the brief ones stand in tables."""

GAP_COLUMNS = (
    Column("name", "priority", wraps=True),
    Column("id", "id", under="name"),
    Column("gap", "none, a year back and ahead"),
    Column("last_on", "last reported"),
    Column("last", "audit", under="last_on"),
    Column("next_quarter", "next"),
    Column("next", "audit", under="next_quarter"),
    Column("late", "late to begin"),
    Column("illustrative", "example", under="name", as_line="illustrative"),
)

CYCLE_COLUMNS = (
    Column("who_name", "who"),
    Column("sort", "section"),
    Column("turn", "stands"),
    Column("due", "next due"),
    Column("submitted", "last came"),
    Column("cycle", "cycle"),
    Column("counted", "returned"),
    Column("illustrative", "example", under="who_name", as_line="illustrative"),
    *(Column(key, key, False) for key in ("who", "record", "returned", "asked")),
)


def audit_table(lines: Iterable[AuditLine]) -> Listing:
    """The audit calendar as rows, in the order given."""
    made: Made = {"graded": graded_words, "came_of_it": came_of_it, **CAME_CELLS}
    return Listing("audit", AUDIT_COLUMNS, tuple(row_of(line, AUDIT_COLUMNS, made) for line in lines))


def gap_table(covers: Iterable[PriorityCover]) -> Listing:
    """What the calendar holds for each priority, in the order given."""
    return Listing("priority", GAP_COLUMNS, tuple(row_of(cover, GAP_COLUMNS, {}) for cover in covers))


def cycle_table(lines: Iterable[CycleLine]) -> Listing:
    """The cycles of self-assessment as rows, in the order given."""
    made = {"counted": counted_words}
    return Listing("self-assessment", CYCLE_COLUMNS, tuple(row_of(one, CYCLE_COLUMNS, made) for one in lines))


def graded_words(line: AuditLine) -> str:
    """`3 of 8`; nothing while there are no grades."""
    if line.cases is None:
        return ""
    return f"{line.good} of {line.cases}" if line.good is not None else f"not known, of {line.cases}"


def came_of_it(line: AuditLine) -> str:
    """Findings, recommendations, and how the actions that came of them stand."""
    if not line.reported and not line.came.actions:
        return ""
    pieces = (many(line.findings, "finding"), asked_words(line.came), action_words(line.came))
    return "; ".join(pieces)


def counted_words(line: CycleLine) -> str:
    """`41 of 44` schools; nothing for an agency or before the summary."""
    return "" if line.asked is None else f"{line.returned} of {line.asked}"
