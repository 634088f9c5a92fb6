"""All records of a kind as rows: the short fields of the kind, narrowed by what they link to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from lif.measures.standing import state_on
from lif.records.actions import Action, ActionState
from lif.records.fields import Link, Text
from lif.records.kinds import KINDS
from lif.records.record import Record
from lif.register import Entry, Register
from lif.views.actions import STANDINGS, standing_on
from lif.views.as_known import AHEAD, as_known
from lif.views.lookup import NotFoundError

Cell: TypeAlias = str | int | Decimal | date | bool | tuple[str, ...] | None
Row: TypeAlias = Mapping[str, Cell]

NAMES = ("title", "name", "label", "text")
"""The field that a record is called by: the first of these that it has."""

_BRIEF = (
    *("standing", "status", "state", "sort", "tier", "outcomes_class", "number", "agency", "group", "owner"),
    *("period", "quarter", "measure", "priority", "chair", "on", "due", "received", "agreed_on", "code"),
    *("polarity", "unit", "supplier", "publisher", "date", "record", "area", "since", "until"),
)
_MOST_BRIEF = 4
_FILTERS = {
    "group": ("group", "groups", "lead", "also_groups"),
    "priority": ("priority", "priorities"),
    "theme": ("theme", "themes"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing.

    `brief` columns stand in the table that people read; all stand in JSON and CSV. In a terminal a
    column that `wraps` may be broken into lines, and one with `under` is a line under that column, in
    the words of `as_line`.
    """

    key: str
    title: str
    brief: bool = True
    wraps: bool = False
    under: str = ""
    as_line: str = "{}"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of one kind, with their columns in order."""

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def listing(
    register: Register,
    kind: type[Record],
    as_at: date,
    *,
    group: str | None = None,
    priority: str | None = None,
    theme: str | None = None,
    status: str | None = None,
    framework: str | None = None,
) -> Listing:
    """Every record of a kind by id, narrowed to a group, priority or theme (ids), a status, a framework.

    A record is of a framework that it stands in or builds on, and the workspace's `own` where its file is.
    Of actions the status is their state or their standing on `as_at`. Raises NotFoundError when records of
    the kind have no such field, or no such status.
    """
    rows = [
        row(register, entry, as_at)
        for entry in register.entries.values()
        if type(entry.record) is kind
        and known_by(entry.record, as_at)
        and _linked(entry.record, group=group, priority=priority, theme=theme)
        and (framework is None or _is_of(entry, framework))
    ]
    if status is not None:
        keys = _status_keys(kind, status)
        rows = [one for one in rows if status in (one[key] for key in keys)]
    return Listing(kind.kind, columns(kind), tuple(rows))


def listed(kind: str, brief: Sequence[Column], lines: Iterable[Any], line: type[Any]) -> Listing:
    """Lines of one dataclass as rows, in their order: the `brief` columns first, then its other fields."""
    known = {column.key for column in brief}
    rest = (Column(f.name, f.name.replace("_", " "), False) for f in fields(line) if f.name not in known)
    columns_ = (*brief, *rest)
    rows = tuple({column.key: getattr(each, column.key) for column in columns_} for each in lines)
    return Listing(kind, columns_, rows)


def kinds(register: Register) -> Listing:
    """The kinds of record, how many of each there are, and where they stand."""
    columns_ = (
        Column("kind", "kind"),
        Column("records", "records"),
        Column("folder", "folder"),
        Column("is", "is", wraps=True),
    )
    rows: tuple[Row, ...] = tuple(
        {
            "kind": kind.kind,
            "records": len(register.all(kind)),
            "folder": kind.folder,
            "is": (kind.__doc__ or "").strip().partition("\n\n")[0],
        }
        for kind in KINDS
    )
    return Listing("kind", columns_, rows)


def row(register: Register, entry: Entry, as_at: date) -> Row:
    """The short fields of one record, and where it stands."""
    record = entry.record
    seen = as_known(register, record, as_at)
    found: dict[str, Cell] = {"id": record.id}
    found.update({name: _cell(getattr(seen, name)) for name in _short_fields(type(record))})
    if isinstance(record, Action):
        found["state"], found["standing"] = state_on(record, as_at), standing_on(record, as_at)
    planned = frozenset() if "due" in found else frozenset(("on",))  # the day of a meeting, of a session
    for name, value in found.items():
        if isinstance(value, date) and value > as_at and name not in AHEAD | planned:
            found[name] = None
    where: dict[str, Cell] = {
        "path": entry.path,
        "framework": entry.framework or None,
        "comes_from": _comes_from(entry) or None,
    }
    return found | {"illustrative": record.illustrative} | where


OWN = "own"
"""How the workspace's own records are asked for, where a framework could be named."""


def frameworks(register: Register) -> tuple[str, ...]:
    """The frameworks from which there is a record or a pattern, or on whose record another builds."""
    found = {entry.framework for entry in register.entries.values()}
    found |= {each.framework for entry in register.entries.values() for each in entry.beneath}
    found |= {pattern.framework for pattern in register.patterns.values()}
    return tuple(sorted(found - {""}))


def _is_of(entry: Entry, framework: str) -> bool:
    if framework == OWN:
        return not entry.framework
    return framework == entry.framework or framework in _kept_from(entry)


def _kept_from(entry: Entry) -> tuple[str, ...]:
    """The frameworks from which a record keeps something, nearest first."""
    found: list[str] = []
    for each in entry.beneath:
        if each.replaced:
            break
        found.append(each.framework)
    return tuple(found)


def _comes_from(entry: Entry) -> str:
    """`england`, or `own on england-data`; nothing for a record that is wholly the workspace's own."""
    kept = _kept_from(entry)
    if kept:
        return f"{entry.framework or OWN} on {', '.join(kept)}"
    return entry.framework or (f"own in place of {entry.beneath[0].framework}" if entry.beneath else "")


def _cell(value: Any) -> Any:
    """A value as a cell holds it: a time of day is text, `17:05`."""
    return value.strftime("%H:%M") if isinstance(value, time) else value


def known_by(record: Record, as_at: date) -> bool:
    """Whether the record existed for its readers on that day: an action agreed, evidence there."""
    day = getattr(record, record.known_from) if record.known_from else None
    return day is None or day <= as_at


def columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind; a few of them are brief."""
    keys = ["id", *_short_fields(kind), *(("state", "standing") if kind is Action else ())]
    name = next((key for key in NAMES if key in keys), "")
    usual = [key for key in _BRIEF if key in keys and key != name][:_MOST_BRIEF]
    brief = ["id", name, *(kind.brief or usual)]
    mark = Column("illustrative", "example", under=name or "id", as_line="illustrative")
    ends = (
        mark,
        Column("comes_from", "from"),
        Column("path", "path", False),
        Column("framework", "framework", False),
    )
    return (*(Column(key, key.replace("_", " "), key in brief, key == name) for key in keys), *ends)


@cache
def _short_fields(kind: type[Record]) -> tuple[str, ...]:
    """Fields that hold one short value or a list of links; prose and groups of fields are left to `show`."""
    hints = get_type_hints(kind, include_extras=True)
    names = [name for name in kind.model_fields if name not in Record.model_fields and _is_short(hints[name])]
    first = [name for name in NAMES if name in names]
    return (*first, *(name for name in names if name not in first))


def _is_short(hint: Any) -> bool:
    if hint == Text:
        return False
    if get_origin(hint) in (Union, UnionType):
        return all(_is_short(one) for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        return _is_link(get_args(hint)[0])
    if get_origin(hint) is Annotated:
        return get_args(hint)[0] in (str, int, bool, date, Decimal)
    return get_origin(hint) is Literal


def _is_link(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(isinstance(extra, Link) for extra in get_args(hint)[1:])


def _linked(record: Record, **asked: str | None) -> bool:
    """Whether the record's own fields hold each of the ids that were asked for."""
    for name, wanted in asked.items():
        if wanted is None:
            continue
        fields = [field for field in _FILTERS[name] if field in type(record).model_fields]
        if not fields:
            raise NotFoundError(f"a record of the kind {record.kind} has no {name} to filter by")
        held = [getattr(record, field) or () for field in fields]
        if not any(wanted in ((one,) if isinstance(one, str) else one) for one in held):
            return False
    return True


def _status_keys(kind: type[Record], status: str) -> tuple[str, ...]:
    """The columns in which that status can stand."""
    if kind is Action:
        known = {"state": get_args(ActionState), "standing": STANDINGS}
    else:
        hints = get_type_hints(kind, include_extras=True)
        known = {name: _choices(hints[name]) for name in ("status", "publication") if name in hints}
    keys = tuple(name for name, choices in known.items() if status in choices)
    if not known:
        raise NotFoundError(f"a record of the kind {kind.kind} has no status to filter by")
    if not keys:
        choices = dict.fromkeys(choice for found in known.values() for choice in found)
        raise NotFoundError(f"there is no status '{status}'; there are {', '.join(choices)}")
    return keys


def _choices(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(choice for one in get_args(hint) for choice in _choices(one))
