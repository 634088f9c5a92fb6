"""What is written into a file looks like what stands there, and what cannot be done is refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from lif.source import Document, parse
from lif.source.edits import Append, CannotEdit, Edit, Put, Remove, edited


def after(text: str, *edits: Edit) -> str:
    document = parse(text.encode("utf-8"), "a.yaml")
    assert isinstance(document, Document)
    return edited(document, edits).decode("utf-8")


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("a: old # why\n", [Put(("a",), "new")], "a: new # why\n"),
        ("a: 'old'\n", [Put(("a",), "it's")], "a: 'it''s'\n"),
        ('a: "old"\n', [Put(("a",), "new")], 'a: "new"\n'),
        ("a: old\n", [Put(("a",), "One.\n\nTwo.")], "a: |-\n  One.\n\n  Two.\n"),
        ("a: >-\n    old\n    text\n", [Put(("a",), "new")], "a: |-\n    new\n"),
        ("a: | # why\n  old\nb: c\n", [Put(("a",), "x\ny\n")], "a: | # why\n  x\n  y\nb: c\n"),
        ("a: b", [Put(("c", "d"), "e")], "a: b\nc:\n  d: e\n"),
        ("a: b\r\n", [Put(("c",), "x\ny\n")], "a: b\r\nc: |\r\n  x\r\n  y\r\n"),
        ("a:\n- 'x'\n# end\n", [Append(("a",), "y")], "a:\n- 'x'\n- 'y'\n# end\n"),
        ("a:\n- x\n", [Put(("b",), ["z"])], "a:\n- x\nb:\n- z\n"),
        ("a:\n    b: c\n", [Put(("d",), {"e": "f"})], "a:\n    b: c\nd:\n    e: f\n"),
        ("-   id: a\n    b: c\n", [Append((), {"id": "d", "b": "e"})], None),
        ("- id: a\n\n- id: b\n", [Append((), {"id": "c"})], "- id: a\n\n- id: b\n\n- id: c\n"),
        ("a: [x, y] # two\n", [Append(("a",), "z"), Remove(("a", 0))], "a: [y, z] # two\n"),
        ("a: [\n  x, # one\n  y\n]\n", [Append(("a",), "z")], "a: [\n  x, # one\n  y,\n  z\n]\n"),
        ("a: [\n  x, # one\n  y\n]\n", [Remove(("a", 0))], "a: [\n   # one\n  y\n]\n"),
        ("a: [x]\n", [Put(("a",), ["w", "z"])], "a: [w, z]\n"),
        ("a:\n- x # one\nb: c\n", [Remove(("a", 0))], "a: [] # one\nb: c\n"),
        ("a: [] # none\n", [Append(("a",), {"b": "c"})], "a: [{b: c}] # none\n"),
        ("a: x # one\nb: c\n", [Remove(("a",))], "# one\nb: c\n"),
        ("a:\n  - - x\n", [Append(("a", 0), "w"), Append(("a",), ["z"])], "a:\n  - - x\n    - w\n  - - z\n"),
        ("a: b\n# of d\nd: e\n", [Put(("c",), "x", ("a", "c", "d"))], "a: b\nc: x\n# of d\nd: e\n"),
        ("a: b\nd: e\n", [Append(("c",), "x", ("a", "c", "d"))], "a: b\nc:\n  - x\nd: e\n"),
        ("- a: b\n  d: e\n", [Put((0, "c", "f"), "x", ("a", "c"))], "- a: b\n  c:\n    f: x\n  d: e\n"),
    ],
)
def test_what_is_written_looks_like_what_stands_there(
    text: str, edits: Sequence[Any], expected: str | None
) -> None:
    assert after(text, *edits) == (expected or f"{text}-   id: d\n    b: e\n")


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("a: b\r\nc: d\n", Put(("a",), "e"), "its lines end in two ways"),
        ("id: a\n", Remove(("id",)), "it is all that the file holds: take the file away instead"),
        ("id: a\n", Remove(("b",)), "there is no b"),
        ("id: a\n", Put(("id", "b"), "c"), "there is no id.b"),
        ("id: a\n", Append(("id",), "c"), "id is no list"),
        ("id: a\n", Put((), "c"), "the whole file is not to be replaced"),
        ("id: b\na:\n  - x\n  # secret\n  - y\n", Remove(("a",)), "the comment in line 4 stands within"),
        ("a:\n  - x\n  # secret\n  - y\n", Put(("a",), "z"), "the comment in line 3 stands within"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(text: str, edit: Edit, why: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        after(text, edit)
    assert why in str(refused.value)
    assert "secret" not in str(refused.value)
