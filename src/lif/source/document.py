"""One file of records as read: its data as text, and the place of every key and value."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TypeAlias

from lif.diagnostics import Diagnostic, Location
from lif.source.within import offset_within

Node: TypeAlias = "dict[str, Node] | list[Node] | str | None"
"""What a record is made of: every scalar is the text in the file, and an empty or null value is None."""

Root: TypeAlias = "dict[str, Node] | list[Node]"
"""A whole file: one record, or a list of records."""

FieldPath = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists from 0."""

BOM = b"\xef\xbb\xbf"


class Document:
    """The data of one file with exact places.

    `places` holds one offset in code points for every node, keys included, in the order of the file; line
    and column are worked out when they are asked for, so that reading pays almost nothing for them.
    """

    __slots__ = ("_data", "_folded", "_keys", "_places", "_text", "_values", "path", "raw", "warnings")

    def __init__(
        self,
        path: str,
        raw: bytes,
        data: Root,
        places: array[int],
        folded: tuple[int, ...],
        warnings: tuple[Diagnostic, ...] = (),
    ) -> None:
        self.path = path
        self.raw = raw
        self._data: Root | None = data
        self.warnings = warnings
        self._places = places
        self._folded = folded
        self._text: str | None = None
        self._values: dict[FieldPath, int] = {}
        self._keys: dict[FieldPath, int] = {}

    def __repr__(self) -> str:
        return f"Document({self.path!r})"

    @property
    def data(self) -> Root:
        """One record, or a list of records, in which every scalar is the text in the file or None."""
        if self._data is None:
            self._grow_again()
        assert self._data is not None
        return self._data

    def release(self) -> None:
        """Lets go of data and places to save memory; both grow again from the bytes when asked for."""
        self._data, self._text = None, None
        self._values, self._keys, self._places = {}, {}, array("I")

    def _grow_again(self) -> None:
        from lif.source.reading import parse  # reading makes documents

        again = parse(self.raw, self.path)
        assert isinstance(again, Document)
        self._data, self._places = again._data, again._places

    @property
    def text(self) -> str:
        """The file's text, without a byte order mark."""
        if self._text is None:
            self._text = self.raw.removeprefix(BOM).decode("utf-8")
        return self._text

    @property
    def folded(self) -> frozenset[FieldPath]:
        """Paths of values written without quotes over several lines, which YAML joins into one line."""
        if not self._folded:
            return frozenset()
        numbers = set(self._folded)
        self._number()
        return frozenset(path for path, number in self._values.items() if number in numbers)

    def locate(self, path: FieldPath, key: bool = False) -> Location:
        """The place of the value at `path`, or of its key.

        A path that is not in the file gives the place of the nearest value that would hold it; an item of a
        list has no key, and gives its value's place.
        """
        self._number()
        while (number := self._values.get(path)) is None:
            path, key = path[:-1], False
        if key:
            number = self._keys.get(path, number)
        return self.at(self._places[number])

    def locate_within(self, path: FieldPath, inside: int) -> Location:
        """The place of the character at `inside` of the text at `path`; of the field where it has none."""
        value = value_at(self.data, path)
        if not isinstance(value, str):
            return self.locate(path)
        return self.at(offset_within(self.text, self.offset(path), value, inside))

    def at(self, offset: int) -> Location:
        """The place of the character at `offset` in the text."""
        return place(self.path, self.text, offset)

    def offset(self, path: FieldPath) -> int:
        """Where in the text the value at `path` begins, from 0 in code points; KeyError without one."""
        self._number()
        return self._places[self._values[path]]

    def packed(self) -> Packed:
        """What `marshal` carries to another process; `unpacked` gives it back."""
        return (self.path, self.raw, self.data, self._places.tobytes(), self._folded)

    @classmethod
    def unpacked(cls, packed: Packed, warnings: tuple[Diagnostic, ...] = ()) -> Document:
        """The document that was `packed`."""
        path, raw, data, places, folded = packed
        return cls(path, raw, data, array("I", places), folded, warnings)

    def _number(self) -> None:
        """Gives every path its number in `_places`, the first time a place is asked for."""
        if self._values:
            return
        for number, (path, is_key) in enumerate(_preorder(self.data)):
            (self._keys if is_key else self._values)[path] = number


Packed: TypeAlias = "tuple[str, bytes, Root, bytes, tuple[int, ...]]"


def value_at(data: Node, path: FieldPath) -> Node:
    """What stands at `path` in data; None where nothing does."""
    here = data
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
            here = here[step]
        else:
            return None
    return here


def place(path: str, text: str, offset: int) -> Location:
    """Line and column, from 1 and in code points, of an offset in a text whose lines end in `\\n`."""
    return Location(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _preorder(data: Node) -> Iterator[tuple[FieldPath, bool]]:
    """Every node's path in the order in which the parser met it, with whether it is a key."""
    waiting: list[tuple[FieldPath, bool, Node]] = [((), False, data)]
    while waiting:
        path, is_key, node = waiting.pop()
        yield path, is_key
        if is_key:
            continue
        if isinstance(node, dict):
            for key in reversed(node):
                waiting.append(((*path, key), False, node[key]))
                waiting.append(((*path, key), True, None))
        elif isinstance(node, list):
            waiting.extend(((*path, i), False, node[i]) for i in reversed(range(len(node))))
