"""What is wrong with a workspace, gathered while it is read: each slip with its words and its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from lif.diagnostics import AnyCode, Diagnostic
from lif.records.reading import FieldProblem
from lif.source import Document
from lif.workspace.places import Place, worded


@dataclass(slots=True)
class Told:
    """The diagnostics so far."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, place: Place, problem: FieldProblem, record: str) -> None:
        """A problem with a field of a record."""
        location = place.locate(problem.path, problem.at_key)
        self.diagnostics.append(worded(problem.code, location, problem.wording, record, problem.path))

    def of_file(self, document: Document, code: AnyCode, *words: object) -> None:
        """A problem with a whole file."""
        self.add(Place(document, ()), FieldProblem((), code, code(*words)), "")

    def of_id(self, place: Place, code: AnyCode, id_: str, *words: str) -> None:
        """A problem with the id of a record."""
        self.add(place, FieldProblem(("id",), code, code(id_, *words)), id_)
