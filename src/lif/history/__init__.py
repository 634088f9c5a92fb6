"""What git knows of a workspace: the only room that runs git, and that never writes."""

from __future__ import annotations

from lif.history.revisions import (
    Commit,
    NotHere,
    commit_called,
    first_commit,
    is_whole,
    last_commit,
    why_not,
)
from lif.history.standing import State, state, uncommitted
from lif.history.trees import Tree, tree_at

__all__ = [
    "Commit",
    "NotHere",
    "State",
    "Tree",
    "commit_called",
    "first_commit",
    "is_whole",
    "last_commit",
    "state",
    "tree_at",
    "uncommitted",
    "why_not",
]
