"""The file and line in which a figure stands, for whoever wants to look it up or put it right."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.source import Document
    from lif.views.indicators import FigureRow
    from lif.workspace import Workspace


class Places:
    """Looks places up; each file is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.documents: dict[str, Document | None] = {}

    def of(self, row: FigureRow) -> str:
        """`data/returns/council-2024-25-q3.yaml:12`, or a line of the table beside a published series."""
        entry = self.workspace.register.entries.get(row.record)
        if entry is None:
            return ""
        if entry.framework:
            return f"{entry.path}, from the framework {entry.framework}"
        if row.row is not None:
            return f"{PurePosixPath(entry.path).with_suffix('.csv')}:{row.row + 2}"
        document = self._document(entry.path)
        if document is None or not row.path:
            return entry.path
        whole = () if entry.index is None else (entry.index,)
        return f"{entry.path}:{document.locate((*whole, *row.path)).line}"

    def _document(self, path: str) -> Document | None:
        from lif.source import Document, read

        if path not in self.documents:
            found = read(self.workspace.root, path)
            self.documents[path] = found if isinstance(found, Document) else None
        return self.documents[path]
