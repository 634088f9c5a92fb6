"""One change as a line, and where the record has it, so that history can say when it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal[
    "altered",
    "taken-away",
    "figures",
    "targets",
    "indicators",
    "actions",
    "work",
    "decisions",
    "statements",
    "acceptances",
    "returns",
    "new-figures",
    "records",
]
"""What a change is about, in the order in which it is told: first what ought not to be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a record's own data a change stands, so that history can say when it came.

    `field` is one of its fields, `item` the id of a part of it; of a list only members that hold all of
    `holds` count. Without any the whole record is meant; `never` is what no commit brought, such as time.
    """

    record: str
    field: str = ""
    item: str = ""
    holds: tuple[str, ...] = ()
    never: bool = False


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: `was` and `now` in words, empty where there is nothing to say.

    `commit` is the commit that brought it, and `committed` its day; `commit` is empty where history does not
    tell, and 'uncommitted' where no commit has it yet.
    """

    sort: Sort
    what: str
    record: str
    kind: str
    name: str
    was: str = ""
    now: str = ""
    why: str = ""
    agreed_by: str = ""
    on: date | None = None
    commit: str = ""
    committed: date | None = None
    illustrative: bool = False


Traced = tuple[ChangeLine, Mark]
