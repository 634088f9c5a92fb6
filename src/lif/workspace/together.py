"""Two branches put together and checked before anybody merges them: what neither of them says alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lif.diagnostics import Diagnostic
from lif.history import commit_called, merge_of, tree_at
from lif.workspace.newly_said import known, newly_said
from lif.workspace.past import of_tree


@dataclass(frozen=True, slots=True)
class Together:
    """What a merge would bring."""

    conflicts: tuple[str, ...]
    """Files, from the workspace, that both branches changed in the same place; others from the top."""
    found: tuple[Diagnostic, ...]
    """What would be said of the merged records and is said of neither branch, in order of place."""
    files: int


def together(root: Path, one: str, other: str, as_at: date) -> Together:
    """Puts two branches together in a passing folder, and checks the records of all three.

    Nothing in the repository changes. Raises NotHere with the reason when git cannot do it.
    """
    with merge_of(root, one, other) as merge:
        here = f"{merge.tree.here}/" if merge.tree.here else ""
        conflicts = tuple(path.removeprefix(here) for path in merge.conflicts)
        merged = of_tree(merge.tree, as_at)
    trees = (tree_at(root, commit_called(root, branch).id) for branch in (one, other))
    before = known(*(of_tree(tree, as_at).diagnostics for tree in trees))
    found = (d for d in newly_said(merged.diagnostics, before) if d.location.path not in conflicts)
    return Together(conflicts, tuple(found), merged.files)
