"""Finds what stands where records are expected, in the order of their paths."""

from __future__ import annotations

import os
from pathlib import Path

from lif.source.files import NOTHING_OVER, Over

_ENDINGS = (".yaml", ".yml")


def walk(root: Path, folder: str, over: Over = NOTHING_OVER) -> list[str]:
    """Paths, from the workspace and with `/`, of everything under `folder` that is named like a record.

    That is every `*.yaml`, and `*.yml` or other letter case so that `read` can refuse it with a reason, as it
    does folders, pipes, devices and links with such names. A link to a folder is not entered; it is given, as
    is a link to nowhere, so that `read` refuses it too: nobody would notice that the records behind it are
    missing. Names that begin with a dot are skipped (the temporary files of a write that was cut off begin
    so). A folder that does not exist has no records. What stands in `over` counts as a file that is there.
    Raises OSError when a folder cannot be listed.
    """
    inside = f"{folder.strip('/')}/"
    found = {path for path in over if path.startswith(inside) and path.endswith(_ENDINGS)}
    waiting = [folder.strip("/")]
    while waiting:
        here = waiting.pop()
        try:
            entries = os.scandir(root / here)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith(".") or name.endswith("~"):
                    continue
                path = f"{here}/{name}" if here else name
                if name.endswith(".yaml") or name.lower().endswith(_ENDINGS):
                    found.add(path)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.is_symlink() and not Path(entry.path).is_file():
                    found.add(path)
    return sorted(found)
