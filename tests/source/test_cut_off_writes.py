"""What a writer that was cut off leaves is put right, believed only within the workspace, and never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.source.beside import POSIX, python

from lif.source import journal
from lif.source.writing import CannotWrite, Write, write

TWO = """
import os
from pathlib import Path
from lif.source.writing import Write, write
was = Path.replace
def once(self, target):
    found = was(self, target)
    if Path(target).name == "one.yaml":
        os._exit(9)
    return found
Path.replace = once
write(Path({root!r}), [
    Write("data/one.yaml", b"id: one\\n", b"id: two\\n"),
    Write("data/other.yaml", b"id: other\\n", b"id: changed\\n"),
    Write("data/new/new.yaml", None, b"id: new\\n"),
])
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    board = tmp_path / "board"
    (board / "data").mkdir(parents=True)
    (board / "data/one.yaml").write_bytes(b"id: one\n")
    (board / "data/other.yaml").write_bytes(b"id: other\n")
    return board


@pytest.fixture
def cut_off(root: Path) -> Path:
    """A writer of three files was ended between the first name and the second."""
    done = python(TWO.format(root=str(root)))
    done.communicate(timeout=60)
    assert done.returncode == 9
    assert [said(root, name) for name in ("one", "other")] == ["two", "other"]
    assert not (root / "data/new/new.yaml").exists()
    return root


def said(root: Path, name: str) -> str:
    return (root / f"data/{name}.yaml").read_text(encoding="utf-8")[4:-1]


def next_write(root: Path) -> None:
    write(root, [Write("data/next.yaml", None, b"id: next\n")])


def left(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*") if ".lif-" in path.name or path.name == "journal.json"]


def test_the_next_change_brings_it_to_its_end(cut_off: Path) -> None:
    next_write(cut_off)
    assert [said(cut_off, name) for name in ("one", "other", "new/new", "next")] == [
        *("two", "changed", "new", "next")
    ]
    assert left(cut_off) == []


def test_what_cannot_be_brought_to_its_end_is_taken_back(cut_off: Path) -> None:
    (gone,) = (cut_off / "data/new").glob(".*.lif-new")
    gone.unlink()
    next_write(cut_off)
    assert [said(cut_off, name) for name in ("one", "other", "next")] == ["one", "other", "next"]
    assert not (cut_off / "data/new").exists()
    assert left(cut_off) == []


def test_what_somebody_has_changed_since_is_left_and_what_was_to_stand_there_is_kept(cut_off: Path) -> None:
    (cut_off / "data/other.yaml").write_bytes(b"id: theirs\n")
    with pytest.raises(CannotWrite, match=r"somebody has changed data/other\.yaml since.*\.lif/not-written"):
        next_write(cut_off)
    assert [said(cut_off, name) for name in ("one", "other", "new/new")] == ["two", "theirs", "new"]
    assert (cut_off / ".lif/not-written/other.yaml").read_bytes() == b"id: changed\n"
    assert left(cut_off) == []
    next_write(cut_off)
    assert said(cut_off, "next") == "next"


def noted(made: list[str], **step: Any) -> str:
    return json.dumps({"ready": True, "made": made, "steps": [step] if step else []})


@pytest.mark.parametrize(
    "told",
    [
        "no json",
        "[]",
        "[" * 100_000,
        json.dumps({"ready": True, "made": ["../out"], "steps": []}),
        json.dumps({"ready": True, "made": [], "steps": [{"path": "../out", "before": None, "after": "x"}]}),
        json.dumps(
            {"ready": True, "made": [], "steps": [{"path": ".git/hooks/x", "before": "", "after": ""}]}
        ),
        json.dumps({"ready": True, "made": [], "steps": [{"path": 5, "before": None, "after": None}]}),
    ],
)
def test_nothing_outside_is_believed(root: Path, told: str) -> None:
    out = root.parent / "out"
    out.mkdir()
    (root / ".lif").mkdir()
    (root / ".lif/journal.json").write_text(told, encoding="utf-8")
    with pytest.raises(CannotWrite, match=r"\.lif/journal\.json does not say which change was cut off"):
        next_write(root)
    assert out.is_dir()
    assert not (root / "data/next.yaml").exists()
    (root / ".lif/journal.json").unlink()
    next_write(root)


def test_a_name_that_cannot_be_given_takes_all_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a file that is open in another program cannot be replaced."""
    was = journal._replaced

    def refused(source: Path, target: Path) -> None:
        if target.name == "other.yaml" and source.name.endswith(journal.PASSING):
            raise PermissionError(13, "it is open")
        was(source, target)

    monkeypatch.setattr(journal, "_replaced", refused)
    with pytest.raises(CannotWrite, match=r"nothing was written: permission denied.* \(data/other\.yaml\)"):
        write(
            root,
            [
                Write("data/new/new.yaml", None, b"id: new\n"),
                Write("data/one.yaml", b"id: one\n", b"id: two\n"),
                Write("data/other.yaml", b"id: other\n", b"id: changed\n"),
            ],
        )
    assert [said(root, name) for name in ("one", "other")] == ["one", "other"]
    assert sorted(path.name for path in (root / "data").iterdir()) == ["one.yaml", "other.yaml"]
    assert left(root) == []


def test_what_cannot_be_taken_back_at_once_is_told_and_done_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = journal._replaced

    def refused(source: Path, target: Path) -> None:
        if target.name == "other.yaml" or source.name.endswith(journal.OLD):
            raise OSError(5, "the disk is gone")
        was(source, target)

    both = [
        Write("data/one.yaml", b"id: one\n", b"id: two\n"),
        Write("data/other.yaml", b"id: other\n", b"id: changed\n"),
    ]
    with monkeypatch.context() as broken:
        broken.setattr(journal, "_replaced", refused)
        with pytest.raises(CannotWrite, match="a part was written, and then no more"):
            write(root, both)
    assert [said(root, name) for name in ("one", "other")] == ["two", "other"]
    next_write(root)
    assert [said(root, name) for name in ("one", "other")] == ["two", "changed"]
    assert left(root) == []


def test_a_disk_that_knows_no_links_serves_as_well(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: Any) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", none)
    write(
        root,
        [
            Write("data/one.yaml", b"id: one\n", b"id: two\n"),
            Write("data/new.yaml", None, b"id: new\n"),
        ],
    )
    assert [said(root, name) for name in ("one", "new")] == ["two", "new"]
    assert left(root) == []


def test_a_folder_that_was_made_for_nothing_goes_again(root: Path) -> None:
    with pytest.raises(CannotWrite, match="the name is too long"):
        write(root, [Write(f"data/deep/er/{'x' * 300}.yaml", None, b"id: x\n")])
    assert not (root / "data/deep").exists()


@POSIX
@pytest.mark.parametrize(
    ("path", "before", "words"),
    [
        ("data/one.yaml/x.yaml", None, "a part of the path is a file where a folder should be"),
        ("data", b"x", "data is no file any more"),
        ("data/pipe.yaml", b"x", r"data/pipe\.yaml is no file any more"),
        ("data/circle.yaml", b"x", r"data/circle\.yaml is a link that leads to itself"),
        ("/etc/one.yaml", None, "leads out of the workspace"),
    ],
)
def test_what_is_no_file_is_refused_in_words(root: Path, path: str, before: bytes | None, words: str) -> None:
    os.mkfifo(root / "data/pipe.yaml")
    (root / "data/circle.yaml").symlink_to("circle.yaml")
    with pytest.raises(CannotWrite, match=words):
        write(root, [Write(path, before, b"id: x\n")])
    assert left(root) == []


@POSIX
def test_two_paths_to_one_file_and_a_lock_behind_a_link_are_refused(root: Path, tmp_path: Path) -> None:
    (root / "data/same.yaml").symlink_to("one.yaml")
    with pytest.raises(CannotWrite, match="two of the paths lead to one file"):
        write(root, [Write(f"data/{name}.yaml", b"id: one\n", b"id: x\n") for name in ("one", "same")])
    assert said(root, "one") == "one"
    for path in (root / ".lif").iterdir():
        path.unlink()
    (root / ".lif").rmdir()
    (root / ".lif").symlink_to(tmp_path.parent)
    with pytest.raises(CannotWrite, match=r"\.lif is a link"):
        next_write(root)
