"""What git knows of a workspace: the only room that runs git; it writes no more than a beginning."""

from __future__ import annotations

from lif.history.beginning import begun
from lif.history.brought import (
    Brought,
    Words,
    branch,
    brought_by,
    commits_between,
    every_commit,
    messages,
    names,
    staged,
    top,
    tracked,
)
from lif.history.contents import Content, contents
from lif.history.merging import Merge, merge_of
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
    "Brought",
    "Commit",
    "Content",
    "Merge",
    "NotHere",
    "State",
    "Tree",
    "Words",
    "begun",
    "branch",
    "brought_by",
    "commit_called",
    "commits_between",
    "contents",
    "every_commit",
    "first_commit",
    "is_whole",
    "last_commit",
    "merge_of",
    "messages",
    "names",
    "staged",
    "state",
    "top",
    "tracked",
    "tree_at",
    "uncommitted",
    "why_not",
]
