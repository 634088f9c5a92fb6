"""Returns that are owed as rows of a table, and the sentences that stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from lif.calendars import short_date
from lif.views.in_words import days
from lif.views.listing import Column, Listing, Row, listed
from lif.views.returns_owed import ReturnOwed

_SAID = (
    Column("agency_name", "agency"),
    Column("what", "for", under="agency_name"),
    Column("stands", "stands", wraps=True),
    Column("due", "due"),
    Column("received", "received", under="due", as_line="received {}"),
    Column("figures", "figures", under="stands", as_line="figures: {}"),
    Column("before", "late before", under="stands"),
    Column("chased", "chased", under="stands", as_line="chased {}"),
    Column("role_name", "ask", wraps=True),
    Column("illustrative", "example", under="agency_name", as_line="illustrative"),
)


def returns_table(lines: Iterable[ReturnOwed]) -> Listing:
    """Each return in the words of a table, and with every number of it for programs."""
    lines = tuple(lines)
    known = listed("return", (), lines, ReturnOwed)
    said = {column.key for column in _SAID}
    rows: tuple[Row, ...] = tuple(
        {**row, **_sentences(line)} for row, line in zip(known.rows, lines, strict=True)
    )
    return Listing("return", (*_SAID, *(one for one in known.columns if one.key not in said)), rows)


def _sentences(line: ReturnOwed) -> Row:
    return {
        "stands": stands(line),
        "what": line.period if line.sort == "figures" else f"section 11, {line.period}",
        "figures": figures(line),
        "before": late_before(line),
        "chased": chased(line.chases, line),
        "role_name": f"{line.role_name} (the post has ended)" if line.role_ended else line.role_name,
    }


def stands(line: ReturnOwed) -> str:
    """`late by 12 days`, `received 3 days late`, `queried since 19 May 2025`, `not due yet`."""
    asked = f"{line.open_queries} open question{'' if line.open_queries == 1 else 's'}"
    since = f"{asked} since {short_date(line.queried_since)}" if line.queried_since else ""
    match line.state:
        case "late":
            said = f"late by {days(line.days_late)}"
        case "queried":
            return since
        case "incomplete":
            return "received in part"
        case "not-due-yet":
            said = "not due yet"
        case "received-late":
            said = f"received {days(line.days_late)} late"
        case "received":
            said = "received"
    return f"{said}; {since}" if since else said


def figures(line: ReturnOwed) -> str:
    """`40 of 44, 2 not available`; nothing before a return has come."""
    if line.received is None or not line.owed:
        return ""
    parts = [f"{line.filled} of {line.owed}"]
    if line.not_available:
        parts.append(f"{line.not_available} not available")
    if line.missing:
        parts.append(f"{len(line.missing)} missing")
    return ", ".join(parts)


def late_before(line: ReturnOwed) -> str:
    """`late 3 of the last 8`; nothing for an agency's first return."""
    if not line.of_before:
        return ""
    if not line.late_before:
        return (
            "the last one was not late" if line.of_before == 1 else f"none of the last {line.of_before} late"
        )
    return (
        "the last one was late"
        if line.of_before == 1
        else f"late {line.late_before} of the last {line.of_before}"
    )


def chased(times: int, line: ReturnOwed) -> str:
    """`once, on 2 Jun 2025`, `3 times, last on 2 Jun 2025`."""
    if not line.last_chased:
        return ""
    often = {1: "once, on", 2: "twice, last on"}.get(times, f"{times} times, last on")
    return f"{often} {short_date(line.last_chased)}"
