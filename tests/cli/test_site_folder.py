"""The folder of a site: nothing is lost that lif did not write, and no link leads out of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.folders import Write

from lif.cli.exits import CannotRun
from lif.cli.site_folder import MARKER, Folder, Written

ONE = {"index.html": b"home", "actions/a.html": b"an action", "actions/index.html": b"all"}


def put(path: Path, files: dict[str, bytes]) -> Written:
    return Folder.at(path).put(files)


def everything(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def test_a_new_folder_is_made_with_all_that_leads_to_it(tmp_path: Path) -> None:
    assert put(tmp_path / "a/b", ONE) == Written(3, 3, 0, ())
    found = everything(tmp_path / "a/b")
    assert found.pop(MARKER).startswith(b"# Made by lif site.")
    assert found == ONE


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(CannotRun, match="holds files that lif site did not write"):
        put(tmp_path, ONE)
    assert everything(tmp_path) == {"letter.txt": b"dear"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("dear")
    with pytest.raises(CannotRun, match="cannot write"):
        put(tmp_path / "site", ONE)


def test_only_its_own_old_pages_are_taken_away(tmp_path: Path) -> None:
    put(tmp_path, ONE)
    (tmp_path / "mine.html").write_text("mine")
    (tmp_path / "actions/mine.txt").write_text("mine")
    assert put(tmp_path, {"index.html": b"home"}) == Written(1, 0, 2, ())
    left = everything(tmp_path)
    del left[MARKER]
    assert left == {"index.html": b"home", "mine.html": b"mine", "actions/mine.txt": b"mine"}


def test_a_page_that_somebody_changed_is_left_and_named(tmp_path: Path) -> None:
    put(tmp_path, ONE)
    (tmp_path / "actions/a.html").write_text("my notes")
    assert put(tmp_path, {"index.html": b"home"}) == Written(1, 0, 1, ("actions/a.html",))
    assert (tmp_path / "actions/a.html").read_text() == "my notes"
    assert put(tmp_path, {"index.html": b"home"}).left == ("actions/a.html",)


def test_a_file_of_somebody_else_in_the_way_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": b"home"})
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions/a.html").write_text("mine")
    before = everything(tmp_path)
    with pytest.raises(CannotRun, match="is in the way"):
        put(tmp_path, {**ONE, "index.html": b"new"})
    assert everything(tmp_path) == before


def test_a_file_where_a_folder_should_be_stops_it(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": b"home"})
    (tmp_path / "actions").write_text("mine")
    with pytest.raises(CannotRun, match="is in the way"):
        put(tmp_path, ONE)
    assert (tmp_path / "actions").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that tests have not there")
class TestLinks:
    def test_nothing_is_written_through_a_linked_folder(self, tmp_path: Path) -> None:
        away = tmp_path / "away"
        away.mkdir()
        site = tmp_path / "site"
        put(site, {"index.html": b"home"})
        (site / "actions").symlink_to(away, target_is_directory=True)
        with pytest.raises(CannotRun, match="is a link"):
            put(site, ONE)
        assert list(away.iterdir()) == []

    def test_nothing_is_written_through_a_linked_file(self, tmp_path: Path) -> None:
        (tmp_path / "away.html").write_text("away")
        site = tmp_path / "site"
        put(site, ONE)
        (site / "index.html").unlink()
        (site / "index.html").symlink_to(tmp_path / "away.html")
        with pytest.raises(CannotRun, match="is in the way"):
            put(site, {**ONE, "index.html": b"new"})
        assert (tmp_path / "away.html").read_text() == "away"

    def test_nothing_is_deleted_through_a_linked_folder(self, tmp_path: Path) -> None:
        site, away = tmp_path / "site", tmp_path / "away"
        put(site, ONE)
        (site / "actions").rename(away)
        (site / "actions").symlink_to(away, target_is_directory=True)
        put(site, {"index.html": b"home"})
        assert (away / "a.html").read_bytes() == b"an action"

    def test_a_linked_marker_is_not_believed(self, tmp_path: Path) -> None:
        put(tmp_path / "other", ONE)
        site = tmp_path / "site"
        site.mkdir()
        (site / MARKER).symlink_to(tmp_path / "other" / MARKER)
        with pytest.raises(CannotRun, match="is a link"):
            put(site, ONE)

    def test_a_link_left_where_a_file_is_begun_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "away").write_text("away")
        site = tmp_path / "site"
        put(site, {"index.html": b"home"})
        (site / ".lif-site-part").symlink_to(tmp_path / "away")
        put(site, ONE)
        assert (tmp_path / "away").read_text() == "away"

    def test_the_folder_itself_may_be_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "shared").mkdir()
        (tmp_path / "site").symlink_to(tmp_path / "shared", target_is_directory=True)
        put(tmp_path / "site", ONE)
        assert (tmp_path / "shared/index.html").read_bytes() == b"home"


def test_a_marker_that_was_tampered_with_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    site = tmp_path / "site"
    put(site, ONE)
    prints = "b0e54ba8e9cc4ac2c35d58bb0ec7dd4ac6fb1ed0dd6ba2ff5c4ee5ffb3a40b5b"
    with (site / MARKER).open("a") as marker:
        for path in ("../secret.html", "/secret.html", "a/../../secret.html", "x\\..\\secret.html", ".html"):
            marker.write(f"{prints}  {path}\n")
    put(site, {"index.html": b"home"})
    assert (tmp_path / "secret.html").read_text() == "secret"


def test_a_site_that_was_broken_off_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the old nor the new files are strangers after it."""
    put(tmp_path, ONE)
    real, count = Folder._put, 0

    def breaks(self: Folder, name: str, content: bytes) -> bool:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return real(self, name, content)

    new = {"index.html": b"new home", "reviews/r.html": b"a review", "z.html": b"z"}
    monkeypatch.setattr(Folder, "_put", breaks)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, new)
    monkeypatch.undo()
    assert put(tmp_path, new).left == ()
    found = everything(tmp_path)
    del found[MARKER]
    assert found == new


def test_the_first_site_may_be_broken_off_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(self: Folder, name: str, content: bytes) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(Folder, "_put", breaks)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "s", ONE)
    monkeypatch.undo()
    assert put(tmp_path / "s", ONE).pages == 3


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(self: Folder, name: str, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left", str(tmp_path / name))

    monkeypatch.setattr(Folder, "_write", full)
    with pytest.raises(CannotRun, match="the disk is full"):
        put(tmp_path / "s", ONE)


def test_the_workspace_itself_is_no_place_for_it(workspace: Write) -> None:
    folder = workspace({"lif.yaml": "board: hill\n"})
    with pytest.raises(CannotRun, match="did not write"):
        put(folder, ONE)
    assert everything(folder) == {"lif.yaml": b"board: hill\n"}
