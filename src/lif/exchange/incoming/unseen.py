"""What a workbook holds beside its cells: notes, text boxes, hidden columns, what pivots were made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring

from lif.exchange.incoming.cells import Raw
from lif.exchange.incoming.sheets import Sheet

Parts = Mapping[str, bytes]
_REF = re.compile(r"([A-Z]{1,3})([0-9]{1,6})")
_TEXTS = re.compile(r"xl/(?:drawings|diagrams|charts)/[^/]+\.xml")


def unseen(parts: Parts) -> Iterator[Sheet]:
    """Sheets made of what a reader of the cells would never meet."""
    for name in sorted(parts):
        if re.fullmatch(r"xl/(?:comments|threadedComments)/?[^/]*\.xml", name):
            yield from _notes(parts[name])
        elif _TEXTS.fullmatch(name):
            yield from _texts(parts[name])
        elif re.fullmatch(r"xl/pivotCache/pivotCacheDefinition[0-9]*\.xml", name):
            yield from _pivot(parts, name)


def hidden_columns(parts: Parts) -> dict[str, frozenset[int]]:
    """The columns that are hidden, from 0, by the title of the sheet."""
    found = {}
    for title, name in _sheets(parts).items():
        columns: set[int] = set()
        for one in _tags(_tree(parts.get(name, b"")), "col"):
            if one.get("hidden") in ("1", "true"):
                first, last = int(one.get("min", "1")), int(one.get("max", "1"))
                columns.update(range(first - 1, min(last, 400)))
        found[title] = frozenset(columns)
    return found


def _sheets(parts: Parts) -> dict[str, str]:
    """The part of each sheet, by its title."""
    links = {one.get("Id"): one.get("Target", "") for one in _links(parts, "xl/workbook.xml")}
    found = {}
    for sheet in _tags(_tree(parts.get("xl/workbook.xml", b"")), "sheet"):
        link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        found[sheet.get("name", "")] = _target("xl/workbook.xml", links.get(link, ""))
    return found


def _links(parts: Parts, name: str) -> list[Element]:
    folder, _, file = name.rpartition("/")
    tree = _tree(parts.get(f"{folder}/_rels/{file}.rels", b""))
    return [] if tree is None else list(tree)


def _target(name: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(dirname(name), target))


def _notes(content: bytes) -> Iterator[Sheet]:
    """Notes and comments, each at the cell that it is pinned to."""
    rows: dict[int, dict[int, str]] = {}
    tree = _tree(content)
    for one in (*_tags(tree, "comment"), *_tags(tree, "threadedComment")):
        place = _REF.fullmatch(one.get("ref", ""))
        text = "".join(part.text or "" for part in one.iter() if _named(part) in ("t", "text"))
        if place and text.strip():
            rows.setdefault(int(place[2]) - 1, {})[_number(place[1]) - 1] = text
    if rows:
        yield Sheet("", _grid(rows), "a note")


def _grid(found: Mapping[int, Mapping[int, str]]) -> list[list[Raw]]:
    rows: list[list[Raw]] = [[] for _ in range(min(max(found) + 1, 100_000))]
    for row, cells in found.items():
        if row < len(rows):
            rows[row] = [cells.get(place) for place in range(max(cells) + 1)]
    return rows


def _texts(content: bytes) -> Iterator[Sheet]:
    """The paragraphs of text boxes and of charts."""
    said = ["".join(part.text or "" for part in _tags(one, "t")) for one in _tags(_tree(content), "p")]
    cached = [one.text or "" for one in _tags(_tree(content), "v")]
    rows: list[list[Raw]] = [[text] for text in (*said, *cached) if text.strip()]
    if rows:
        yield Sheet("", rows, "a text box or a chart")


def _pivot(parts: Parts, name: str) -> Iterator[Sheet]:
    """The rows that a pivot table was made of, which the workbook keeps whether they are shown or not."""
    fields = _tags(_tree(parts[name]), "cacheField")
    shared = [[one.get("v") for one in items] for field in fields for items in _tags(field, "sharedItems")]
    if len(shared) != len(fields):
        shared = [[one.get("v") for one in next(iter(_tags(field, "sharedItems")), ())] for field in fields]
    rows: list[list[Raw]] = [[field.get("name") for field in fields]]
    for link in _links(parts, name):
        records = _tree(parts.get(_target(name, link.get("Target", "")), b""))
        for record in _tags(records, "r"):
            rows.append([_item(cell, shared, place) for place, cell in enumerate(record)])
    if len(rows) == 1:
        longest = max(map(len, shared), default=0)
        rows += [[items[row] if row < len(items) else None for items in shared] for row in range(longest)]
    yield Sheet("", rows, "the data kept behind a pivot table")


def _item(cell: Element, shared: list[list[str | None]], place: int) -> Raw:
    value = cell.get("v")
    if _named(cell) != "x":
        return value
    known = shared[place] if place < len(shared) else []
    number = int(value) if value and value.isdecimal() else -1
    return known[number] if 0 <= number < len(known) else None


def _tree(content: bytes) -> Element | None:
    try:
        return fromstring(content) if content else None
    except ParseError:
        return None


def _tags(tree: Element | None, name: str) -> list[Element]:
    return [] if tree is None else [one for one in tree.iter() if _named(one) == name]


def _named(one: Element) -> str:
    return str(one.tag).rpartition("}")[2]


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number
