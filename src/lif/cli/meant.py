"""What a person means by a value that is to stand in a field: a record by its name, a text as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lif.cli.opening import id_called
from lif.records.kinds import BY_NAME

if TYPE_CHECKING:
    from lif.records.ways import FieldAt
    from lif.source.new_records import Field
    from lif.workspace import Workspace


def meant(workspace: Workspace, at: FieldAt, name: str, value: str) -> Field:
    """The value as it is written. Raises CannotRun, naming the nearest, where no record goes by it."""
    from lif.source.new_records import Choice

    if at.link is not None and at.link.kinds and "/" not in value:
        entry = workspace.register.entries.get(value)
        if entry is not None and entry.record.kind in at.link.kinds:
            return value
        return id_called(workspace, name, value, *(BY_NAME[kind] for kind in at.link.kinds))
    if at.prose:
        return value.replace("\\n", "\n").rstrip("\n") + "\n"
    return Choice(value) if value in ("true", "false") else value
