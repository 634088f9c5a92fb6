"""A character of a value has its place in the file, however the text is written."""

from __future__ import annotations

from typing import Any

import pytest

from lif.source import Document
from lif.source.reading import parse

LITERAL = "story: |\n  One is here.\n\n  Two is\n  there. Three.\n"
FOLDED = "story: >-  # why\n    One is here.\n    Two is\n    there. Three.\nafter: x\n"
PLAIN = "a: 1\nstory: One is here.\n  Two is\n  there. Three.\n"
SINGLE = "story: 'It''s one. Two is\n\n  there. Three.'\n"
DOUBLE = 'story: "One\\n\\u00e9\\"s. Tw\\\n    o is \\\n    there.\\tThree."\n'
NESTED = "- a:\n    - story: |2\n          One. Two is\n        there. Three.\n"


def _read(text: str) -> Document:
    found = parse(text.encode(), "a.yaml")
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (LITERAL, ("story",)),
        (FOLDED, ("story",)),
        (PLAIN, ("story",)),
        (SINGLE, ("story",)),
        (NESTED, (0, "a", 0, "story")),
    ],
)
@pytest.mark.parametrize("word", ["Three", "there", "is"])
def test_a_word_of_a_value_has_the_place_it_has_in_the_file(
    text: str, path: tuple[str | int, ...], word: str
) -> None:
    document = _read(text)
    value: Any = document.data
    for step in path:
        value = value[step]
    assert isinstance(value, str)
    found = document.locate_within(path, value.rindex(word))
    last = text.rindex(word)
    assert (found.line, found.column) == (text.count("\n", 0, last) + 1, last - text.rfind("\n", 0, last))


def test_escapes_are_one_character_each() -> None:
    document = _read(DOUBLE)
    value = document.data["story"]  # type: ignore[call-overload]
    assert value == 'One\né"s. Two is there.\tThree.'
    for word, written in (("Three", "Three"), ("there", "there"), ("s.", "s. T"), ("o is", "o is")):
        found = document.locate_within(("story",), value.index(word))
        at = DOUBLE.index(written)
        assert (found.line, found.column) == (DOUBLE.count("\n", 0, at) + 1, at - DOUBLE.rfind("\n", 0, at))


def test_without_such_a_text_the_place_is_that_of_the_field() -> None:
    document = _read(LITERAL + "list:\n  - a\n")
    assert document.locate_within(("list",), 3) == document.locate(("list",))
    assert document.locate_within(("list", 4), 3) == document.locate(("list",))
    assert document.locate_within(("story",), 4000) == document.locate(("story",))
