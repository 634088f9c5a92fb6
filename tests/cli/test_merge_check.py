"""`lif merge-check`: two branches are put together and checked, and nothing in the repository changes."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git


def group(id_: str, name: str) -> str:
    return f"id: {id_}\nname: {name}\ntier: subgroup\nreports_to: working-board\n"


def priority(id_: str, group_id: str) -> str:
    return f"id: {id_}\nname: A priority\nrationale: |\n  Children wait.\ngroups:\n  - {group_id}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board of two lines of history that begin at one commit."""
    here = tmp_path / "board"
    committed(here, dict(BOARD), "2025-05-01")
    git(here, "branch", "partner")
    monkeypatch.chdir(here)
    return here


def on_both(folder: Path, main: dict[str, str], partner: dict[str, str]) -> None:
    committed(folder, main, "2025-05-02")
    git(folder, "checkout", "-q", "partner")
    committed(folder, partner, "2025-05-03")
    git(folder, "checkout", "-q", "main")


def held(folder: Path) -> set[str]:
    return {str(path) for path in (folder / ".git").rglob("*")}


def test_branches_that_go_together(lif: Lif, folder: Path) -> None:
    on_both(
        folder,
        {"framework/groups/one.yaml": group("one-group", "One group").replace("one-group", "one")},
        {"framework/groups/two.yaml": group("two", "Two group")},
    )
    before = held(folder)
    ran = lif("merge-check partner main --as-at workspace")
    assert (ran.code, ran.out, ran.err) == (0, "", "lif: they go together; nothing new is said\n")
    assert held(folder) == before


def test_two_records_with_one_id_are_refused_with_both_places(lif: Lif, folder: Path) -> None:
    on_both(
        folder,
        {"framework/groups/ours/twice.yaml": group("twice", "Our group")},
        {"framework/groups/theirs/twice.yaml": group("twice", "Their group")},
    )
    ran = lif("merge-check partner --as-at workspace")
    assert ran.code == 1
    (line,) = ran.out.splitlines()
    assert line.startswith("framework/groups/theirs/twice.yaml:1:5: error ")
    assert "framework/groups/ours/twice.yaml:1:5" in line
    assert ran.err == f"lif: 1 problem that neither branch has alone in {ran.err.split()[-2]} files\n"


def test_a_link_to_what_the_other_branch_took_away(lif: Lif, folder: Path) -> None:
    committed(folder, {"framework/groups/gone.yaml": group("gone", "A group")}, "2025-05-01")
    git(folder, "branch", "-f", "partner")
    on_both(
        folder,
        {"framework/groups/gone.yaml": ""},
        {"framework/groups/below.yaml": group("below", "Below").replace("working-board", "gone")},
    )
    ran = lif("merge-check partner main --as-at workspace")
    assert ran.code == 1
    assert "framework/groups/below.yaml:4:13: error" in ran.out
    assert "'gone'" in ran.out


def test_what_both_changed_in_one_place_is_a_conflict_and_told_once(lif: Lif, folder: Path) -> None:
    path = "framework/groups/one.yaml"
    committed(folder, {path: group("one", "One")}, "2025-05-01")
    git(folder, "branch", "-f", "partner")
    on_both(folder, {path: group("one", "Ours")}, {path: group("one", "Theirs")})
    ran = lif("merge-check partner main --as-at workspace")
    assert ran.code == 1
    assert ran.out == f"{path}: both branches changed the same place; put it together by hand\n"
    assert ran.err.startswith("lif: 1 file changed in the same place by both in ")


def test_what_a_branch_says_already_is_not_said_again(lif: Lif, folder: Path) -> None:
    bad = {"framework/groups/bad.yaml": group("bad", "Bad").replace("subgroup", "sub")}
    on_both(folder, bad, {"framework/groups/two.yaml": group("two", "Two group")})
    ran = lif("merge-check partner main --as-at workspace")
    assert (ran.code, ran.out) == (0, "")


def test_as_json_it_fits_its_schema(lif: Lif, folder: Path) -> None:
    on_both(
        folder,
        {"framework/groups/ours/twice.yaml": group("twice", "Our group")},
        {"framework/groups/theirs/twice.yaml": group("twice", "Their group")},
    )
    ran = lif("merge-check partner main --as-at workspace --format json")
    told = json.loads(ran.out)
    schema = json.loads(files("lif.exchange").joinpath("outputs", "merge-check.json").read_text("utf-8"))
    assert not list(Draft7Validator(schema).iter_errors(told))
    assert told["branches"] == ["partner", "main"]
    assert told["summary"]["errors"] == 1
    assert ran.code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nowhere main", "the commit nowhere is not in this clone"),
        ("'no such' main", "that cannot name a commit"),
    ],
)
def test_a_branch_that_is_not_there(lif: Lif, folder: Path, words: str, said: str) -> None:
    ran = lif(f"merge-check {words} --as-at workspace")
    assert ran.code == 2
    assert said in ran.err


def test_lines_without_a_common_beginning(lif: Lif, folder: Path) -> None:
    git(folder, "checkout", "-q", "--orphan", "alone")
    git(folder, "commit", "-q", "-m", "alone")
    ran = lif("merge-check alone main --as-at workspace")
    assert ran.code == 2
    assert "have no history in common" in ran.err


def test_a_shallow_clone_says_so(
    lif: Lif, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_both(
        folder,
        {"framework/groups/one.yaml": group("one", "One")},
        {"framework/groups/two.yaml": group("two", "Two")},
    )
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{folder}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    ran = lif("merge-check origin/partner main --as-at workspace")
    assert ran.code == 2
    assert "git fetch --unshallow" in ran.err


def test_a_folder_in_no_repository(lif: Lif, board: Path) -> None:
    ran = lif("merge-check partner main --as-at workspace")
    assert ran.code == 2
    assert "in no repository" in ran.err
