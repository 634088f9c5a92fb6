"""Lists of actions as rows: the tracker, whether they helped, and the themes that come back."""

from __future__ import annotations

from collections.abc import Iterable

from lif.views.actions import ActionLine
from lif.views.helped import HelpedLine
from lif.views.listing import Column, Listing, Row, listed
from lif.views.recurring import ThemeLine

_EXAMPLE = Column("illustrative", "example", under="title", as_line="illustrative")

_TRACKER = (
    Column("days_overdue", "days overdue"),
    Column("title", "action", wraps=True),
    Column("id", "id", under="title"),
    Column("source", "from", under="title", as_line="from {}"),
    Column("first_due", "first due", under="due", as_line="first {}"),
    Column("due", "due"),
    Column("slips", "slips", under="due", as_line="times moved: {}"),
    Column("standing", "stands"),
    Column("owner_name", "owner", wraps=True),
    Column("group_name", "group", under="owner_name"),
    Column("note", "latest note", wraps=True),
    Column("note_on", "note of", under="note"),
    _EXAMPLE,
)

_HELPED = (
    Column("helped", "did it help?"),
    Column("days_overdue", "days overdue", under="due", as_line="{} days overdue"),
    Column("title", "action", wraps=True),
    Column("id", "id", under="title"),
    Column("source", "from", under="title", as_line="from {}"),
    Column("due", "to be looked at"),
    Column("checked_on", "looked at", under="due", as_line="looked at {}"),
    Column("standing", "stands"),
    Column("moved", "indicator since", wraps=True),
    Column("seen", "what was seen", wraps=True),
    _EXAMPLE,
)

_THEMES = (
    Column("name", "theme", wraps=True),
    Column("times", "found by"),
    Column("first", "first"),
    Column("last", "last"),
    Column("found_in", "sources", wraps=True),
    Column("came_back_in", "came back in", wraps=True),
    Column("actions", "actions"),
    Column("still_open", "open"),
    Column("overdue", "overdue"),
    Column("helped", "shown to help"),
    Column("illustrative", "example", under="name", as_line="illustrative"),
)


def tracker(lines: Iterable[ActionLine]) -> Listing:
    """The actions as rows, in the order given: all that is known of their standing."""
    return listed("action", _TRACKER, lines, ActionLine)


def helped(lines: Iterable[HelpedLine]) -> Listing:
    """Actions that were done as rows: whether they helped, and how their indicator moved."""
    return listed("action", _HELPED, lines, HelpedLine)


def themes(lines: Iterable[ThemeLine]) -> Listing:
    """Themes as rows, each with the sources that found it."""
    rows: tuple[Row, ...] = tuple(
        {
            "theme": line.theme,
            "name": line.name,
            "times": len(line.sources),
            "first": line.first,
            "last": line.last,
            "found_in": tuple(one.source for one in line.sources),
            "came_back_in": tuple(one.source for one in line.again),
            "actions": line.actions,
            "still_open": line.still_open,
            "overdue": line.overdue,
            "done": line.done,
            "helped": line.helped,
            "illustrative": line.illustrative,
        }
        for line in lines
    )
    rest = (Column("theme", "id", False), Column("done", "done", False))
    return Listing("theme", (*_THEMES, *rest), rows)
