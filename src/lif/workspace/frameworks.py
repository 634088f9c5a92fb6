"""Finds the frameworks that a workspace builds on: installed with lif, or in a folder beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lif.source import Document, read

SETTINGS_FILE = "lif.yaml"
_INSTALLED = Path(__file__).parent.parent / "frameworks"


class Circle(Exception):  # noqa: N818
    """A framework extends one that extends it; the message names both."""


class NotAFramework(Exception):  # noqa: N818
    """What `extends` names is no framework; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Framework:
    """One source of records: the workspace itself (without a name), or a framework that it extends."""

    name: str
    root: Path
    folders: tuple[str, ...]

    def shown(self, path: str) -> str:
        """A path as messages name it: the workspace's own are plain, others begin with the framework."""
        return f"{self.name}:{path}" if self.name else path


def installed_names() -> list[str]:
    """The names of the frameworks that come with lif."""
    return sorted(entry.name for entry in _INSTALLED.iterdir() if (entry / "framework").is_dir())


def frameworks_of(name: str, base: Path, known: dict[Path, Framework]) -> dict[Path, Framework]:
    """The framework called `name`, after those it extends in its turn, without those already known.

    `name` is an installed one or a path from `base`. Raises Circle or NotAFramework.
    """
    return _frameworks(name, base, (base.resolve(),), dict(known))


def _frameworks(
    name: str, base: Path, above: tuple[Path, ...], found: dict[Path, Framework]
) -> dict[Path, Framework]:
    root = (_INSTALLED / name if name in installed_names() else base / name).resolve()
    if root in above:
        raise Circle(f"'{name}' extends this workspace in its turn: a circle")
    if not (root / "framework").is_dir():
        known = ", ".join(installed_names())
        raise NotAFramework(
            f"'{name}' is not a framework: expected {known}, or a folder that holds framework/"
        )
    if root not in found:
        for further in _extended_by(root):
            found = _frameworks(further, root, (*above, root), found)
        found[root] = Framework(root.name, root, ("framework",))
    return found


def _extended_by(root: Path) -> tuple[str, ...]:
    """What a framework extends in its turn, from its own lif.yaml when it has one."""
    if not (root / SETTINGS_FILE).is_file():
        return ()
    document = read(root, SETTINGS_FILE)
    if not isinstance(document, Document) or not isinstance(document.data, dict):
        return ()
    further = document.data.get("extends")
    return tuple(name for name in further if isinstance(name, str)) if isinstance(further, list) else ()
