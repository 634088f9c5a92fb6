"""What is written is on the disk and not only on its way there, where the system can be told so."""

from __future__ import annotations

import os
from pathlib import Path


def put_flushed(path: Path, content: bytes) -> None:
    """Writes a file under a passing name, to the disk itself."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Makes the system keep the new name too, where it can be told to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
