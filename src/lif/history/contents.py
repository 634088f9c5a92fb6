"""What git holds, read piece by piece as it comes, so that a whole history needs little memory."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

from lif.history.revisions import NotHere
from lif.history.running import careful

LARGEST = 20_000_000
"""Most bytes of a piece that are kept; of a larger one only its size is told."""
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """One piece: its name, what git takes it for (`blob`, `commit`, `tag`), its size, and its bytes."""

    name: str
    sort: str
    size: int
    raw: bytes | None


def contents(root: Path, names: Sequence[str], largest: int = LARGEST) -> Iterator[Content]:
    """The pieces of these names, in their order. Raises NotHere when git or one of them is not there."""
    program = shutil.which("git")
    if not names:
        return
    if program is None:
        raise NotHere("git is not there")
    reader = subprocess.Popen(
        [program, "-C", str(root), *careful(), "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert reader.stdin is not None and reader.stdout is not None
    asking = Thread(target=_ask, args=(reader.stdin, names), daemon=True)
    asking.start()
    try:
        for name in names:
            yield _next(reader.stdout, name, largest)
    finally:
        reader.kill()
        reader.stdout.close()
        reader.wait()
        asking.join()


def _ask(pipe: IO[bytes], names: Sequence[str]) -> None:
    """Asks for all of them while the answers are read; git ends when there is nothing more."""
    try:
        with pipe:
            pipe.writelines(f"{name}\n".encode() for name in names)
    except OSError:  # the reader was stopped; who reads its answers says so
        pass


def _next(answers: IO[bytes], name: str, largest: int) -> Content:
    said = answers.readline().split()
    if len(said) != 3 or not said[2].isdigit():
        raise NotHere(
            f"the content {name[:12]} is not in this clone, which holds a part of the history alone. "
            "Get all of it with: git fetch --refetch --no-filter, or git clone anew"
        )
    size = int(said[2])
    if size <= largest:
        raw: bytes | None = answers.read(size)
    else:
        raw = None
        for start in range(0, size, _STEP):
            answers.read(min(_STEP, size - start))
    answers.read(1)
    if raw is not None and len(raw) != size:
        raise NotHere("git stopped before all was read")
    return Content(name, said[1].decode("ascii", "replace"), size, raw)
