"""10,000 edits at random over files laid out by hand: only what was asked changes, and no comment is lost.

The judge is another reader (ruamel.yaml in Python, every value as text) and its scanner's comments.
"""

from __future__ import annotations

import copy
import io
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.tokens import CommentToken

from lif.source import Document, parse
from lif.source.edits import Append, CannotEdit, Edit, Put, Remove, edited
from lif.source.events import slow_events

LAYOUTS = sorted((Path(__file__).resolve().parents[1] / "data" / "layouts").glob("*.yaml"))
PARTS, IN_EACH, SLOW_PARTS = 20, 500, 2
WITHOUT_TABS = [path for path in LAYOUTS if b"\t" not in path.read_bytes()]
BOM = "\ufeff"
TEXTS = (
    *(
        "x",
        "neglect",
        "2025-12-10",
        "two words",
        "a: b",
        "c #d",
        "# no remark",
        "it's",
        'say "so"',
        "[odd",
        "yes",
    ),
    *(
        "- dash",
        "12",
        "1.10",
        "{brace",
        "trailing ",
        " leading",
        "tab\there",
        "Ŵyr – “plant”",
        "null",
        "~",
        "*star",
    ),
    *(
        "&and",
        "!bang",
        "%percent",
        "@at",
        "`tick",
        "a, b",
        "http://example.org/a#b",
        "x" * 200,
        "|",
        ">",
        "?",
        ":",
    ),
    *(
        "One line.\n",
        "Two\nlines.\n",
        "With\n\na gap.\n",
        "  led\nback\n",
        "# hash\nx\n",
        "no end\nat all",
        "\n",
    ),
)
MEMBERS: tuple[Any, ...] = (
    *TEXTS[:14],
    {"on": "2025-03-01", "by": "nurse"},
    {"on": "2025-03-01", "text": "Several\nlines.\n", "parts": ["a", "b: c"]},
    ["a", "b"],
)


BEHIND_A_BLOCK = re.compile(r"^[^#\n|>]*(?::|-) [|>][-+0-9]* +(#.*?) *$", re.MULTILINE)
"""Remarks behind the mark of a block, which ruamel.yaml's scanner passes over."""


def judged(text: str) -> Any:
    """What another reader makes of it: every scalar as text."""
    return YAML(typ="base", pure=True).load(readable(text))


def readable(text: str) -> str:
    """The text as ruamel.yaml's own scanner takes it: it knows no tab before a comment or an end."""
    return text.removeprefix(BOM).replace("\r\n", "\n").replace("\t#", " #").replace("\t\n", " \n")


def remarks(text: str) -> Counter[str]:
    """The comments that ruamel.yaml's own scanner finds."""
    yaml = YAML(typ="rt", pure=True)
    found: list[str] = []
    for token in yaml.scan(io.StringIO(readable(text))):
        for comments in (token.comment,) if token.comment else ():
            found += [
                line.strip() for one in flat(comments) for line in one.value.split("\n") if line.strip()
            ]
    return Counter([*found, *BEHIND_A_BLOCK.findall(readable(text))])


def flat(node: Any) -> list[CommentToken]:
    if isinstance(node, CommentToken):
        return [node]
    return [one for inner in node or () for one in flat(inner)] if isinstance(node, (list, tuple)) else []


def ways(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    found = [(path, data)] if path else []
    if isinstance(data, dict):
        for key, value in data.items():
            found += ways(value, (*path, key))
    if isinstance(data, list):
        for number, value in enumerate(data):
            found += ways(value, (*path, number))
    return found


def some_edit(data: Any, chance: random.Random) -> Edit:
    path, _ = chance.choice(ways(data))
    sort = chance.random()
    if sort < 0.40:
        return Put(path, chance.choice(TEXTS if chance.random() < 0.8 else MEMBERS))
    if sort < 0.60:
        holders = [(), *(way for way, value in ways(data) if isinstance(value, dict))]
        holder = chance.choice([way for way in holders if way or isinstance(data, dict)] or [path])
        names = [*(data if isinstance(data, dict) else data[0]), "new", "due", "more-of-it"]
        order = tuple(chance.sample(names, chance.randrange(len(names))))
        return Put((*holder, chance.choice(names[-3:])), chance.choice(MEMBERS), order)
    if sort < 0.85:
        lists = [way for way, value in ways(data) if isinstance(value, list)] + (
            [()] if isinstance(data, list) else []
        )
        return Append(chance.choice(lists or [("fresh",)]), chance.choice(MEMBERS))
    return Remove(path)


def made(data: Any, edit: Edit) -> Any:
    """The data of the other reader with the edit made by plain Python."""
    found = copy.deepcopy(data)
    here = found
    if isinstance(edit, Append):
        for step in edit.path[:-1]:
            here = here[step]
        if not edit.path:
            found.append(plain(edit.value))
        elif isinstance(here, dict) and not isinstance(here.get(edit.path[-1]), list):
            here[edit.path[-1]] = [plain(edit.value)]
        else:
            here[edit.path[-1]].append(plain(edit.value))
        return found
    for step in edit.path[:-1]:
        here = here[step]
    if isinstance(edit, Remove):
        del here[edit.path[-1]]
    else:
        here[edit.path[-1]] = plain(edit.value)
    return found


def plain(value: Any) -> Any:
    return copy.deepcopy(value)


def middle(before: list[str], after: list[str]) -> int:
    """How many lines of the text before are not as they were."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return len(before) - first - last


def lines_of(document: Document, path: tuple[str | int, ...], text: str) -> int:
    """How many lines stand from the value's beginning to the next thing that is no part of it."""
    start = document.locate(path, key=True).line
    lines = text.split("\n")
    above = start - 1  # a member may stand below its hyphen, and below what is said about it
    while above and re.fullmatch(r"\s*(?:#.*)?", lines[above - 1]):
        above -= 1
    if isinstance(path[-1], int) and re.fullmatch(r"\s*-\s*(?:#.*)?", lines[above - 1]):
        start = above
    places = (document.locate(way, key=True) for way, _ in ways(document.data) if way[: len(path)] != path)
    later = [
        place.line + bool(lines[place.line - 1][: place.column - 1].strip(" -"))  # it shares its line
        for place in places
        if place.line > start
    ]
    return min([*later, text.count("\n") + 2]) - start


@pytest.mark.parametrize("part", range(PARTS))
def test_only_what_was_asked_changes(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if part < SLOW_PARTS:  # where the extension in C cannot be had
        for module in ("edits", "reading"):
            monkeypatch.setattr(f"lif.source.{module}.events", slow_events)
        monkeypatch.setattr(parse, "__defaults__", (slow_events,))
    layouts = LAYOUTS if part >= SLOW_PARTS else WITHOUT_TABS
    chance = random.Random(part)
    refused = 0
    for _ in range(IN_EACH):
        path = chance.choice(layouts)
        document = parse(path.read_bytes(), path.name)
        assert isinstance(document, Document)
        edit = some_edit(document.data, chance)
        try:
            after = edited(document, (edit,))
        except CannotEdit as fault:
            assert str(fault)
            refused += 1
            continue
        judge(document, edit, after)
        if chance.random() < 0.2:
            several(document, edit, after, chance)
    assert refused <= IN_EACH * 0.08, f"{refused} of {IN_EACH} were refused"


def judge(document: Document, edit: Edit, raw: bytes) -> None:
    before, after = document.raw.decode("utf-8"), raw.decode("utf-8")
    told = f"{document.path}: {edit}\n{after}"
    assert judged(after) == made(judged(before), edit), told
    assert not remarks(before) - remarks(after), told
    assert after.startswith(BOM) == before.startswith(BOM), told
    assert ("\r\n" in before) == ("\r\n" in after) and after.count("\r\n") in (0, after.count("\n")), told
    new = edit.path not in [way for way, _ in ways(document.data)]
    most = 1 if isinstance(edit, Append) or new else lines_of(document, edit.path, before)
    most += isinstance(edit, Remove)  # what follows may move up behind a hyphen
    assert middle(before.split("\n"), after.split("\n")) <= most, told


def several(document: Document, first: Edit, raw: bytes, chance: random.Random) -> None:
    """Edits one after another in one call are what they are one by one."""
    edits = [first]
    for _ in range(3):
        now = parse(raw, document.path)
        assert isinstance(now, Document)
        edit = some_edit(now.data, chance)
        try:
            after = edited(now, (edit,))
        except CannotEdit:
            continue
        judge(now, edit, after)
        edits.append(edit)
        raw = after
    assert edited(document, edits) == raw


def test_there_are_sixty_layouts_and_more() -> None:
    assert len(LAYOUTS) >= 60
