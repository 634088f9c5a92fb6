"""The manner in which a file is laid out, so that what is written into it looks like what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lif.source.layout import Group, Laid, Members, Text
from lif.source.new_records import Manner


def manner_of(text: str, root: Laid) -> Manner:
    """How far in the first list and the first group of the file stand below their names; two without one."""
    lists = groups = None
    for key, value in _named(root):
        line = text.rfind("\n", 0, value.start) + 1
        if value.flow or line <= key:
            continue
        room = column(text, value.hyphens[0] if isinstance(value, Members) else value.start) - column(
            text, key
        )
        if isinstance(value, Members):
            lists = room if lists is None else lists
        else:
            groups = room if groups is None else groups
    return Manner(lists=2 if lists is None else lists, groups=groups or 2)


def among_members(manner: Manner, text: str, there: Members) -> Manner:
    """The manner of one more member of a list: the room behind its hyphens, and the quotes of the others."""
    last = there.members[-1]
    room = last.start - there.hyphens[-1] if there.hyphens else 0
    beside = 0 < room < 10 and "\n" not in text[there.hyphens[-1] : last.start]
    like = [member for member in there.members if isinstance(member, Group)]
    return replace(
        manner,
        hyphen=room if beside else manner.hyphen,
        members=_alike(there.members),
        named=_quotes(like[-1]) if like else {},
    )


def among_fields(manner: Manner, there: Group, name: str) -> Manner:
    """The manner of one more field: in the quotes of the others, where they all have the same."""
    quotes = _alike(there.values.values())
    return replace(manner, named={name: quotes})


def _quotes(group: Group) -> dict[str, str]:
    return {
        name: value.style
        for name, value in group.values.items()
        if isinstance(value, Text) and value.style in ("'", '"')
    }


def _alike(values: Iterable[Laid]) -> str:
    """The quotes of all texts among the values; none where they differ."""
    styles = {value.style for value in values if isinstance(value, Text) and value.end > value.start}
    only = styles.pop() if len(styles) == 1 else ""
    return only if only in ("'", '"') else ""


def _named(root: Laid) -> Iterator[tuple[int, Group | Members]]:
    """Every list and group that has a name, with the place of that, from the outside in."""
    waiting: list[Laid] = [root]
    for one in waiting:
        if isinstance(one, Members):
            waiting += one.members
        elif isinstance(one, Group):
            waiting += one.values.values()
            for name, value in one.values.items():
                if isinstance(value, (Group, Members)):
                    yield one.keys[name], value


def column(text: str, at: int) -> int:
    """How far in something stands on its line."""
    return at - (text.rfind("\n", 0, at) + 1)
