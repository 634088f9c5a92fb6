"""The life of records on a line of history: each commit that altered one, before it and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from lif.history.contents import contents
from lif.history.steps import Altered
from lif.source import Document, parse

_ID = re.compile(rb"""^\s*(?:-\s+)?id:\s*['"]?([a-z0-9][a-z0-9-]*)""", re.MULTILINE)
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordStep:
    """A record at a commit that altered it: what it said before, and after; None where it was not there."""

    commit: str
    on: date
    before: Data | None
    after: Data | None


@dataclass(frozen=True)
class Line:
    """A stretch of history in which these records are looked for."""

    root: Path
    altered: tuple[Altered, ...]
    wanted: frozenset[str] | None = None

    @cached_property
    def records(self) -> Mapping[str, tuple[RecordStep, ...]]:
        """By id, each step that altered a record; where its file moved and it did not, there is none."""
        found: dict[str, list[RecordStep]] = {}
        for each in self.altered:
            before = self._held(one.before for one in each.files)
            after = self._held(one.after for one in each.files)
            for id_ in sorted({*before, *after}):
                if before.get(id_) != after.get(id_):
                    step = RecordStep(each.commit, each.on, before.get(id_), after.get(id_))
                    found.setdefault(id_, []).append(step)
        return {id_: tuple(each) for id_, each in found.items()}

    def _held(self, blobs: Iterable[str]) -> dict[str, Data]:
        return {id_: data for blob in blobs if blob for id_, data in self._read.get(blob, {}).items()}

    @cached_property
    def _read(self) -> Mapping[str, Mapping[str, Data]]:
        """The wanted records of every content, by its name."""
        files = [one for each in self.altered for one in each.files if one.path.endswith(".yaml")]
        blobs = sorted({blob for one in files for blob in (one.before, one.after) if blob})
        return {
            content.name: dict(self._records(content.raw))
            for content in contents(self.root, blobs)
            if content.raw is not None
        }

    def _records(self, raw: bytes) -> Iterator[tuple[str, Data]]:
        """Each wanted record of a file, by id; of a file that cannot be read there is none."""
        ids = {found.decode("ascii") for found in _ID.findall(raw)}
        if self.wanted is not None and not ids & self.wanted:
            return
        document = parse(raw, "record.yaml")
        data: Any = document.data if isinstance(document, Document) else None
        for one in data if isinstance(data, list) else [data]:
            id_ = one.get("id") if isinstance(one, dict) else None
            if isinstance(id_, str) and (self.wanted is None or id_ in self.wanted):
                yield id_, one
