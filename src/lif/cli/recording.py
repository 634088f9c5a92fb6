"""A new record and the files that it is about: neither stands there without the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lif.cli.exits import CannotRun

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.source.new_records import Field
    from lif.workspace import Workspace

Written = list[str]
"""The paths of what was written, to be printed."""


def recorded(
    workspace: Workspace,
    path: str,
    kind: type[Record],
    fields: Mapping[str, Field],
    write: Callable[[], Written],
    refusal: str,
) -> Written:
    """Writes the record at `path`, then the files; gives the paths of the files.

    Raises CannotRun, beginning with the words of `refusal`, where the record cannot be written, and takes it
    away again where the files cannot. RuntimeError, a bug, when it would not be read back.
    """
    from lif.records.reading import read_record
    from lif.source.new_records import put_new
    from lif.source.writing import CannotWrite

    if not isinstance(read_record(kind, fields), kind):
        raise RuntimeError(f"the record {path} would not be read back")
    try:
        put_new(workspace.root, path, fields)
    except CannotWrite as fault:
        raise CannotRun(f"{refusal}: {fault}") from None
    try:
        return write()
    except CannotRun:
        (workspace.root / path).unlink(missing_ok=True)
        raise
