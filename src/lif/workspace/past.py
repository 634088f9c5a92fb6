"""The workspace as it stood at a commit: its files laid out in a passing folder, and read as ever."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from lif.checks.finding import Check
from lif.history import Commit, NotHere, Tree, tree_at
from lif.history.record_steps import Line, RecordStep
from lif.history.steps import steps
from lif.records.reading import read_part
from lif.records.settings import Settings
from lif.source import Document, parse
from lif.workspace import Stood, Workspace
from lif.workspace.frameworks import SETTINGS_FILE, installed_names
from lif.workspace.loading import Past

_ENDINGS = (".yaml", ".yml", ".csv")


def at_commit(root: Path, commit: str, as_at: date) -> Workspace:
    """The workspace at `root` as its files stood at the commit with this whole name, on a day.

    Nothing is checked: what can be read is read, and what cannot is told in `diagnostics`. Raises NotHere
    with the reason when git does not have the commit, or it held no workspace there.
    """
    tree = tree_at(root, commit)
    _held(tree)
    return of_tree(tree, as_at, ())


def _held(tree: Tree) -> None:
    """Raises NotHere where the commit has no workspace in this folder."""
    if _beside(tree.here, SETTINGS_FILE) not in tree.blobs:
        words = f"holds no {SETTINGS_FILE} for this folder: the board began later"
        raise NotHere(f"the commit {tree.commit[:12]} {words}", lacking=False)


def life_of_records(root: Path, commit: str) -> Mapping[str, tuple[RecordStep, ...]]:
    """What each commit up to this one altered in the records in the folder `root`. Raises NotHere."""
    tree = tree_at(root, commit)
    folders = _settings(tree, _beside(tree.here, SETTINGS_FILE)).folders
    return Line(root, steps(root, "", commit, (folders.framework, folders.data))).records


def standing_at(
    root: Path,
    commit: Commit,
    as_at: Callable[[Path], date],
    checks: Sequence[Check] | None = None,
    past: Past | None = None,
) -> Workspace:
    """The workspace at `root` as it stood at a commit, with its templates, to be used like one of now.

    `as_at` says the day, given the folder that holds its settings. The folder is gone at the end of the
    program. Raises NotHere as `at_commit` does.
    """
    tree = tree_at(root, commit.id)
    _held(tree)
    folder = TemporaryDirectory(prefix="lif-")
    top = Path(folder.name).resolve()
    _lay_out(tree, (*_files(tree, tree.here, frozenset()), *_templates(tree)), top)
    there = top / tree.here
    workspace = Workspace.load(there, as_at(there), checks, past=past)
    return replace(workspace, stood=Stood(root, commit.id, commit.on, folder))


def of_tree(tree: Tree, as_at: date, checks: Sequence[Check] | None = None) -> Workspace:
    """The workspace whose files these are, as `Workspace.load` reads it."""
    with TemporaryDirectory(prefix="lif-") as folder:
        top = Path(folder).resolve()
        _lay_out(tree, _files(tree, tree.here, frozenset()), top)
        return Workspace.load(top / tree.here, as_at, checks)


def _lay_out(tree: Tree, paths: Iterable[str], top: Path) -> None:
    for path, content in tree.read(sorted(set(paths))):
        place = top / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _templates(tree: Tree) -> Iterator[str]:
    """What stands with the board's own templates, a document that papers are written in too."""
    settings = _settings(tree, _beside(tree.here, SETTINGS_FILE))
    inside = f"{_beside(tree.here, settings.folders.templates)}/"
    return (path for path in tree.blobs if path.startswith(inside) and _leads_nowhere_else(path))


def _files(tree: Tree, folder: str, above: frozenset[str]) -> Iterator[str]:
    """The files of a workspace or framework in this folder, and of the frameworks in folders it extends."""
    own = _beside(folder, SETTINGS_FILE)
    settings = _settings(tree, own)
    yield from [own] if own in tree.blobs else []
    for part in (settings.folders.framework, settings.folders.data):
        inside = f"{_beside(folder, part)}/"
        yield from (path for path in tree.blobs if path.startswith(inside) and _can_stand(path))
    for name in settings.extends:
        further = _beside(folder, name)
        if name not in installed_names() and further not in above and not further.startswith(".."):
            yield from _files(tree, further, above | {folder})


def _settings(tree: Tree, path: str) -> Settings:
    """Where the lif.yaml said then that things stand; what cannot be read is as if it were not there."""
    for _, content in tree.read([path]):
        document = parse(content, SETTINGS_FILE)
        said = document.data if isinstance(document, Document) and isinstance(document.data, dict) else {}
        found = read_part(Settings, {key: said[key] for key in ("folders", "extends") if key in said})
        if isinstance(found, Settings):
            return found
    return Settings()


def _beside(folder: str, name: str) -> str:
    """A path from the top of the repository: that of `name` as seen from a folder."""
    found = posixpath.normpath(posixpath.join(folder, name))
    return "" if found == "." else found


def _can_stand(path: str) -> bool:
    """Whether the path may be laid out: it is named like a record or table, and leads nowhere else."""
    return path.lower().endswith(_ENDINGS) and _leads_nowhere_else(path)


def _leads_nowhere_else(path: str) -> bool:
    parts = PurePosixPath(path).parts
    odd = any(part in ("..", ".") or "\\" in part or ":" in part for part in parts)
    return not odd and path.isprintable()
