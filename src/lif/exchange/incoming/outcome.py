"""What a file that was handed in would change, in words, and what is wrong with it cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from lif.diagnostics import Diagnostic, Severity
from lif.exchange.workbooks.filled import Problem
from lif.records.problems import FieldPath
from lif.workspace.alterations import Alterations

Cells: TypeAlias = "Mapping[tuple[str, FieldPath], str]"
"""The address of the cell that a field of a record was read from."""


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever imports said beside the file: the day it came, and why earlier figures change."""

    received: date
    reason: str = ""
    mapping: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is about, what the records say, what the file says."""

    subject: str
    before: str
    after: str
    address: str = ""


@dataclass(frozen=True)
class Incoming:
    """A file as it was understood. With any problem nothing of it is written; `notes` hold nothing up."""

    path: Path
    sort: str
    title: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    alterations: Alterations | None = None
    cells: Cells = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.alterations and self.alterations.writes)


def judged(incoming: Incoming) -> Incoming:
    """With what `lif validate` would say of the records then, told at the cells they were read from."""
    if incoming.problems or incoming.alterations is None or not incoming.writes:
        return incoming
    found = incoming.alterations.problems()
    return replace(
        incoming,
        problems=tuple(_placed(found, Severity.ERROR, incoming.cells)),
        notes=(*incoming.notes, *_placed(found, Severity.WARNING, incoming.cells)),
    )


def _placed(found: Iterable[Diagnostic], severity: Severity, cells: Cells) -> Iterable[Problem]:
    said = set()
    for one in found:
        if one.severity is severity:
            hint = f" ({one.hint})" if one.hint else ""
            problem = Problem(_cell(one, cells), f"{one.code} {one.message}{hint}")
            if problem not in said:
                said.add(problem)
                yield problem


def _cell(one: Diagnostic, cells: Cells) -> str:
    """The address of the cell, or of the nearest one around it; else the place in the records."""
    path: FieldPath = tuple(int(step) if step.isdecimal() else step for step in one.field.split(".") if step)
    for length in range(len(path), -1, -1):
        address = cells.get((one.record, path[:length]))
        if address is not None:
            return address
    return str(one.location)
