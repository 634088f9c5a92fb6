"""Reads a file of records through all the doors: one document with places, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lif.diagnostics import Diagnostic, Location
from lif.source.characters import Look, look
from lif.source.document import BOM, Document
from lif.source.events import Events, YAMLError, events
from lif.source.files import NOTHING_OVER, Door, Over, ending
from lif.source.inspection import block_spans, inspect
from lif.source.problems import files as problems
from lif.source.problems.words import said
from lif.source.tree import grow

Problems = tuple[Diagnostic, ...]
"""Why there is no document: one diagnostic or more, in the order of their places."""


def read(root: Path, path: str, over: Over = NOTHING_OVER) -> Document | Problems:
    """The records in the file at `path` (from the workspace `root`, with `/`), or what is wrong with it.

    What stands in `over` is read in place of the file. Never raises for what a file holds or is.
    """
    return read_through(Door(root, over), path)


def read_through(door: Door, path: str) -> Document | Problems:
    """`read`, through a door that is used again for the next file."""
    fetched = door.fetch(path)
    if isinstance(fetched, Diagnostic):
        return (fetched,)
    if not path.endswith(".yaml"):
        return (said(problems.wrong_ending, Location(path), ending(path)),)
    return parse(fetched, path)


def parse(raw: bytes, path: str, events: Callable[[bytes], Events] = events) -> Document | Problems:
    """The records in the bytes of a file, or what is wrong with them; `path` is only what messages name.

    `events` is the parser: the one in use unless a test compares them.
    """
    body = raw.removeprefix(BOM)
    seen = look(body, path)
    if seen.errors:
        return seen.errors
    try:
        tree = grow(events(body))
    except YAMLError:
        tree = None
    if seen.doubts and (doubts := _outside_blocks(seen, events(body))):
        return doubts
    if tree is None:
        return inspect(events(body), path, body.decode("utf-8"))
    if seen.long_lines:
        return seen.long_lines
    return Document(path, raw, *tree, seen.warnings)


def _outside_blocks(seen: Look, next_event: Events) -> Problems:
    """Tabs and special spaces that are not simply part of a block of text."""
    spans = block_spans(next_event)
    return tuple(
        doubt.diagnostic
        for doubt in seen.doubts
        if not any(start < doubt.offset < end for start, end in spans)
    )
