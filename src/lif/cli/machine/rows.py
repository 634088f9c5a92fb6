"""One thing that was looked at: what was found, whether it is well, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Standing = Literal["well", "mend", "for information"]
System = Literal["windows", "macos", "linux"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Where to look: the board's folder, if there is one, the folder to look in, and the sort of machine."""

    root: Path | None
    here: Path
    system: System


@dataclass(frozen=True, slots=True)
class Row:
    """What was looked at under `part`, what was found, and in `how` what mends it, a step a line."""

    part: str
    key: str
    about: str
    found: str
    standing: Standing = "well"
    how: tuple[str, ...] = ()


def quoted(path: Path | str) -> str:
    """A path as a command line takes it."""
    text = str(path)
    return f'"{text}"' if " " in text else text


def counted(count: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
