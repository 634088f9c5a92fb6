"""Finds the frameworks that a workspace builds on: installed with lif, or in a folder beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from lif.records.problems import shown
from lif.records.reading import read_part
from lif.records.settings import Settings
from lif.records.vocabulary import Vocabulary
from lif.source import Document, read
from lif.source.files import Over

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
    over: Over = field(default_factory=dict)
    """What is read in place of its files."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """What it calls things, for every board that extends it."""

    @property
    def installed(self) -> bool:
        """Whether it came with lif, whose own tests look through it."""
        return bool(self.name) and self.root.parent == _INSTALLED.resolve()

    def shown(self, path: str) -> str:
        """A path as messages name it: the workspace's own are plain, others begin with the framework."""
        return f"{self.name}:{path}" if self.name else path


def installed_names() -> list[str]:
    """The names of the frameworks that come with lif."""
    return sorted(entry.name for entry in _INSTALLED.iterdir() if (entry / "framework").is_dir())


def installed(name: str) -> Path:
    """The folder of a framework that comes with lif."""
    return _INSTALLED / name


def frameworks_of(name: str, base: Path, known: dict[Path, Framework]) -> dict[Path, Framework]:
    """The framework called `name`, after those it extends in its turn, without those already known.

    `name` is an installed one or a path from `base`. Raises Circle or NotAFramework.
    """
    return _frameworks(name, base, ((base.resolve(), "this workspace"),), dict(known))


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path stands in the repository that holds `root`; any does where there is no repository."""
    here = root.resolve()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
    return top is None or path.resolve().is_relative_to(top)


def from_here(path: Path, root: Path) -> str:
    """A path as one would write it in the lif.yaml of `root`."""
    return Path(os.path.relpath(path, root.resolve())).as_posix()


Above = tuple[tuple[Path, str], ...]
"""Where each framework on the way down stands, and what it is called in messages."""


def _frameworks(name: str, base: Path, above: Above, found: dict[Path, Framework]) -> dict[Path, Framework]:
    root = (_INSTALLED / name if name in installed_names() else base / name).resolve()
    here: Above = (*above, (root, f"'{shown(name)}'"))
    if root in [path for path, _ in above]:
        raise Circle(_circle(here))
    settings = _settings(root, name)
    if not (root / settings.folders.framework).is_dir():
        by = f", which {above[-1][1]} extends," if len(above) > 1 else ""
        expected = f"expected {', '.join(installed_names())}, or a folder that holds framework/"
        raise NotAFramework(f"{here[-1][1]}{by} is not a framework: {expected}")
    if root not in found:
        for further in settings.extends:
            found = _frameworks(further, root, here, found)
        folders = (settings.folders.framework.strip("/"),)
        found[root] = Framework(root.name, root, folders, vocabulary=settings.vocabulary)
    return found


def _circle(way: Above) -> str:
    """The way round, from where it begins: `'b' extends 'c', which extends 'b': a circle`."""
    start = [path for path, _ in way].index(way[-1][0])
    first, *rest = [name for _, name in (*way[start:-1], way[start])]
    return f"{first} extends {', which extends '.join(rest)}: a circle"


def _settings(root: Path, name: str) -> Settings:
    """What a framework says of itself: it extends nothing when it has no lif.yaml."""
    if not (root / SETTINGS_FILE).is_file():
        return Settings(extends=())
    document = read(root, SETTINGS_FILE)
    settings = read_part(Settings, document.data) if isinstance(document, Document) else None
    if isinstance(settings, Settings):
        return settings
    raise NotAFramework(f"the lif.yaml of '{shown(name)}' cannot be used: put it right there first")
