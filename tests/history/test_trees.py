"""The files of a commit, read without a checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repositories import committed, git

from lif.history import NotHere, tree_at


def test_files_are_read_as_they_stood_whatever_stands_now(tmp_path: Path) -> None:
    first = committed(tmp_path, {"data/a.yaml": "id: a\n", "data/ü b.yaml": "id: b\n"}, "2025-01-10")
    committed(tmp_path, {"data/a.yaml": "id: other\n", "data/ü b.yaml": ""}, "2025-02-10")
    (tmp_path / "data" / "a.yaml").write_text("uncommitted")
    tree = tree_at(tmp_path, first)
    assert tree.here == ""
    assert dict(tree.read(["data/ü b.yaml", "data/a.yaml", "data/none.yaml"])) == {
        "data/ü b.yaml": b"id: b\n",
        "data/a.yaml": b"id: a\n",
    }


def test_a_workspace_in_a_folder_knows_where_it_stands(tmp_path: Path) -> None:
    commit = committed(tmp_path, {"boards/hill/lif.yaml": "board: hill\n", "x.yaml": "a: b\n"}, "2025-01-10")
    tree = tree_at(tmp_path / "boards" / "hill", commit)
    assert tree.here == "boards/hill"
    assert set(tree.blobs) == {"boards/hill/lif.yaml", "x.yaml"}


def test_links_are_left_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("outside")
    board = tmp_path / "board"
    board.mkdir()
    (board / "link.yaml").symlink_to(tmp_path / "secret")
    commit = committed(board, {"a.yaml": "id: a\n"}, "2025-01-10")
    assert set(tree_at(board, commit).blobs) == {"a.yaml"}


def test_no_filter_of_the_repository_is_run(tmp_path: Path) -> None:
    """Attributes may name a program for git to pass files through on their way out."""
    commit = committed(
        tmp_path, {"a.yaml": "id: a\n", ".gitattributes": "*.yaml filter=trap\n"}, "2025-01-10"
    )
    git(tmp_path, "config", "filter.trap.smudge", f"touch {tmp_path / 'sprung'}")
    assert dict(tree_at(tmp_path, commit).read(["a.yaml"])) == {"a.yaml": b"id: a\n"}
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("commit", ["0" * 40, "f" * 40, "abc", "--all", "HEAD"])
def test_a_commit_that_is_not_here_is_no_tree(commit: str, tmp_path: Path) -> None:
    committed(tmp_path, {"a.yaml": "id: a\n"}, "2025-01-10")
    with pytest.raises(NotHere):
        tree_at(tmp_path, commit)
