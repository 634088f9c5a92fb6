"""Two branches put together as git would, without a commit, a checkout, or a mark in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lif.history.revisions import NotHere, commit_called, is_whole, why_not
from lif.history.running import SECONDS, ending, told
from lif.history.trees import Tree, tree_at

_OLDEST = "2.38"
"""The first git that can try a merge without a checkout."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What two branches would be together; git cannot put `conflicts` together, paths from the top."""

    tree: Tree
    conflicts: tuple[str, ...]


@contextmanager
def merge_of(root: Path, one: str, other: str) -> Iterator[Merge]:
    """The merge of two branches, tags or commits, to be read while it is held. Raises NotHere."""
    commits = [commit_called(root, words).id for words in (one, other)]
    if not told(root, SECONDS, "merge-base", *commits):
        raise NotHere(_no_common(root, one, other), lacking=False)
    with _beside(root) as passing:
        words = ("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", *commits)
        ended = ending(passing, SECONDS * 6, *words)
        if ended is None or ended[0] not in (0, 1):
            raise NotHere(
                f"git could not try the merge: that takes git {_OLDEST} or newer (see git --version)",
                lacking=False,
            )
        tree, *paths = ended[1].decode("utf-8", "replace").split("\0")
        if not is_whole(tree.strip()):
            raise NotHere("git could not try the merge", lacking=False)
        yield Merge(tree_at(root, tree.strip(), passing), tuple(filter(None, paths)))


@contextmanager
def _beside(root: Path) -> Iterator[Path]:
    """A passing repository that reads all of this one and keeps what is made on the way."""
    asked = ("--git-path", "objects", "--git-path", "shallow", "--show-object-format")
    objects, shallow, form = (told(root, SECONDS, "rev-parse", *asked) or "\n\n").split("\n")[:3]
    with TemporaryDirectory(prefix="lif-") as folder:
        passing = Path(folder) / "passing.git"
        told(root, SECONDS, "init", "-q", "--bare", f"--object-format={form or 'sha1'}", str(passing))
        if passing.is_dir():
            held_line = f"{(root / objects).resolve().as_posix()}\n"
            (passing / "objects" / "info" / "alternates").write_text(
                held_line, encoding="utf-8", newline="\n"
            )
            if (root / shallow).is_file():
                (passing / "shallow").write_bytes((root / shallow).read_bytes())
        yield passing


def _no_common(root: Path, one: str, other: str) -> str:
    why = why_not(root, "what they have in common")
    if "shallow" in why:
        return why
    return f"{one} and {other} have no history in common, so there is nothing to put them together from"
