"""`lif doctor` on machines and in folders that are truly as it is told: nothing is pretended."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

import lif as package
from lif.cli.machine import folder, programs
from lif.cli.machine import git as git_rows
from lif.cli.machine.automatic import called
from lif.cli.machine.rows import Asked
from lif.cli.reports import views
from lif.starting.beside import beside_records, schema_files
from lif.starting.hooks import set_up_hooks
from lif.starting.wheel import Wheel

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "src/lif/exchange/outputs/doctor.json").read_text(encoding="utf-8"))
WHEEL = Wheel(f"vendor/lif-{package.__version__}-py3-none-any.whl", b"")
SCHEMAS = dict(schema_files(views()))
GIT = ("git", "identity", "repository", "history", "hooks", "line-ends")
BLOCKED = """
import runpy, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocked())
sys.argv[0] = "lif"
runpy.run_module("lif", run_name="__main__", alter_sys=True)
"""

Rows = Mapping[str, Mapping[str, Any]]


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder with settings of git, and nothing from this machine's."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\n\tname = A\n\temail = a@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    return home


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board's repository in which all is well, which is also the folder that lif runs in."""
    root = tmp_path / "board"
    committed(
        root, {**BOARD, **beside_records("Hill", WHEEL), **SCHEMAS, WHEEL.path: "a wheel\n"}, "2025-01-01"
    )
    set_up_hooks(root, sys.executable)
    monkeypatch.chdir(root)
    return root


def rows(out: str) -> Rows:
    """The rows by their key, of a document that is as its schema says."""
    document = json.loads(out)
    assert list(Draft7Validator(SCHEMA).iter_errors(document)) == []
    found = {row["key"]: row for row in document["rows"]}
    assert len(found) == len(document["rows"])
    assert document["well"] == all(row["standing"] != "mend" for row in found.values())
    for row in found.values():
        assert row["standing"] != "mend" or row["to_mend"], row
    return found


def to_mend(found: Rows) -> list[str]:
    return [key for key, row in found.items() if row["standing"] == "mend"]


def process(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python with this code, as a program of its own."""
    command = [sys.executable, "-c", code, *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_all_is_well_in_a_whole_repository(board: Path, lif: Lif) -> None:
    ran = lif("doctor --format json")
    found = rows(ran.out)
    assert to_mend(found) == []
    assert (ran.code, ran.err) == (0, "lif: all is well\n")
    assert set(GIT) | {"settings", "frameworks", "editor", "schemas", "ci", "build"} <= set(found)
    assert git(board, "status", "--porcelain") == ""


def test_nothing_is_changed(board: Path, lif: Lif) -> None:
    shutil.rmtree(board / "schemas")
    (board / ".gitattributes").unlink()
    before = {path: path.stat().st_mtime_ns for path in board.rglob("*") if ".git" not in path.parts}
    assert lif("doctor").code == 1
    assert before == {path: path.stat().st_mtime_ns for path in board.rglob("*") if ".git" not in path.parts}


def test_it_works_in_any_folder(tmp_path: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = lif("doctor --format json")
    assert (ran.code, "this is no board’s folder" in ran.err) == (0, True)
    assert {"python", "lif", "git", "disk", "clock"} <= set(rows(ran.out))
    assert "settings" not in rows(ran.out)
    assert lif(f"doctor --root {tmp_path / 'none'}").code == 2
    assert lif("doctor --format csv").code == 2
    assert lif("doctor --mend").code == 2


def test_the_forms_tell_the_same(board: Path, lif: Lif) -> None:
    (board / "lif.yaml").write_text("board: hill\nextends: [englnd]\n", encoding="utf-8")
    found = rows(lif("doctor --format json").out)
    table, markdown = lif("doctor").out, lif("doctor --format md").out
    for row in found.values():
        assert row["looked_at"] in table
        assert (
            f"| {row['looked_at'].replace('_', chr(92) + '_')} |" in markdown or row["looked_at"] in markdown
        )
    assert "  MEND  What the framework builds on: 'englnd' is not a framework" in table
    assert len(markdown.splitlines()) == len(found) + 2


Spoil = Callable[[Path], object]


def text(path: str, words: str) -> Spoil:
    def spoilt(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(words.encode())

    return spoilt


def commit(path: str, words: str, on: str = "2025-02-01") -> Spoil:
    def spoilt(root: Path) -> None:
        text(path, words)(root)
        git(root, "add", "-A")
        git(root, "commit", "-q", "--no-verify", "-m", "x", on=on)

    return spoilt


def gone(path: str) -> Spoil:
    return lambda root: shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()


def all_of(*each: Spoil) -> Spoil:
    return lambda root: [one(root) for one in each]


HOOK = ".git/hooks/pre-commit"
WORKFLOW = ".github/workflows/lif.yml"


@pytest.mark.parametrize(
    ("key", "spoil", "found", "how"),
    [
        ("settings", text("lif.yaml", "board: [\n"), "cannot be read", "lif validate"),
        ("frameworks", text("lif.yaml", "extends: [east]\n"), "'east' is not a framework", "lif validate"),
        ("hooks", gone(HOOK), "pre-commit is missing", "lif privacy hooks"),
        ("hooks", text(HOOK, "#!/bin/sh\n"), "something else", "lif privacy scan --staged || exit 1"),
        ("hooks", lambda root: git(root, "config", "core.hooksPath", "x"), "missing", "lif privacy hooks"),
        (
            "line-ends",
            all_of(commit(".gitattributes", "\n"), commit("a.yaml", "a: 1\r\n")),
            "a.yaml",
            "--renormalize",
        ),
        (
            "line-ends",
            all_of(commit(".gitattributes", "\n"), lambda root: git(root, "config", "core.autocrlf", "true")),
            "core.autocrlf is true",
            "* text=auto eol=lf",
        ),
        ("editor", text(".vscode/settings.json", '{"yaml.schemas": {}}'), "kinds of record", "--mend"),
        ("schemas", text("schemas/action.json", "{}\n"), "1 schema missing", "lif doctor --mend"),
        ("schemas", gone("schemas"), "schemas missing", "lif doctor --mend"),
        (
            "ci",
            text(WORKFLOW, "- run: lif checkup --all\n"),
            "does not know: lif checkup",
            "lif checkup --help",
        ),
        ("ci", text(WORKFLOW, "- run: lif validate --form x\n"), "does not know", "lif validate --help"),
        ("build", text("build", ""), "a part of the path is not a folder", "--out FOLDER"),
        ("changes", text(".lif/journal.json", "{}"), "stopped half-way", "lif doctor --mend"),
        ("capitals", commit("Notes.md", "x\n"), "one file on Windows", "git mv"),
        ("file-names", commit("data/con.yaml", "x: 1\n"), "1 file, as data/con.yaml", "git mv"),
        ("file-names", commit("what?.md", "x\n"), "as what?.md", "git mv"),
        ("clock", commit("a.md", "x\n", on="2090-01-01"), "2090-01-01", "set date and time"),
        (
            "version",
            all_of(
                text("requirements.txt", "./vendor/lif-0.0.9-py3-none-any.whl\n"),
                text("vendor/lif-0.0.9-py3-none-any.whl", ""),
            ),
            "0.0.9",
            "pip install",
        ),
        (
            "version",
            gone(WHEEL.path),
            f"{WHEEL.path} is not there",
            f"git checkout -- {WHEEL.path}",
        ),
        ("repository", gone(".git"), "no, what changed", "git init"),
    ],
)
def test_what_is_wrong_is_told_with_what_mends_it(
    board: Path, lif: Lif, key: str, spoil: Spoil, found: str, how: str
) -> None:
    if key == "capitals":
        commit("notes.md", "x\n")(board)
    spoil(board)
    ran = lif("doctor --format json")
    row = rows(ran.out)[key]
    assert (ran.code, row["standing"]) == (1, "mend"), row
    assert found in row["found"]
    assert how in "\n".join(row["to_mend"])
    assert to_mend(rows(ran.out)) == [key]


@pytest.mark.parametrize(
    ("key", "spoil", "found"),
    [
        ("editor", gone(".vscode"), "no .vscode/settings.json"),
        ("editor", text(".vscode/settings.json", "// mine\n{}\n"), "no plain JSON"),
        ("ci", all_of(gone(".github"), gone(".gitlab-ci.yml")), "sent nowhere yet"),
        (
            "ci",
            all_of(text(WORKFLOW, "- run: lif validate\n"), gone(".gitlab-ci.yml")),
            "nothing there looks",
        ),
        ("build", gone(".gitignore"), "git would commit them"),
        ("line-ends", commit(".gitattributes", "\n"), "does not see to it"),
        ("version", text("requirements.txt", "# ./vendor/lif-0.1.0-py3-none-any.whl\n"), "no wheel of lif"),
        ("file-names", commit("/".join(["b" * 50] * 5) + "/c.md", "x\n"), "too many for Windows"),
    ],
)
def test_what_can_wait_is_for_information(board: Path, lif: Lif, key: str, spoil: Spoil, found: str) -> None:
    spoil(board)
    ran = lif("doctor --format json")
    row = rows(ran.out)[key]
    assert (ran.code, row["standing"]) == (0, "for information"), row
    assert found in row["found"]


def test_a_folder_that_this_person_may_not_write_in_is_told(
    board: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lif.cli.machine.folder.os.access", lambda path, mode: Path(path).name != "framework")
    row = rows(lif("doctor --format json").out)["writing"]
    assert row["standing"] == "mend"
    assert "framework is closed to you" in row["found"]


def test_a_repository_that_is_sent_somewhere_is_checked_there(board: Path, lif: Lif) -> None:
    shutil.rmtree(board / ".github")
    (board / ".gitlab-ci.yml").unlink()
    git(board, "remote", "add", "origin", "https://example.org/board.git")
    assert rows(lif("doctor --format json").out)["ci"]["standing"] == "mend"


def test_who_commits_is_asked_and_never_told(board: Path, lif: Lif, own_home: Path) -> None:
    assert "a@example.org" not in lif("doctor --format json").out
    (own_home / ".gitconfig").write_text("[user]\n\tname = A\n", encoding="utf-8")
    row = rows(lif("doctor --format json").out)["identity"]
    assert row["found"].startswith("user.email not set")
    assert row["to_mend"] == ['git config --global user.email "you@example.org"']


def test_a_shallow_clone(board: Path, tmp_path: Path, lif: Lif) -> None:
    committed(board, {"a.md": "x\n"}, "2025-02-01")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{board}", "shallow")
    found = rows(lif(f"doctor --format json --root {tmp_path / 'shallow'}").out)
    assert found["history"]["to_mend"] == ["git fetch --unshallow"]
    assert set(to_mend(found)) == {"history", "hooks"}


def test_a_repository_of_somebody_else(board: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git itself refuses, as it does on a drive that a council's server lends."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    row = rows(lif("doctor --format json").out)["repository"]
    assert row["to_mend"] == [f"git config --global --add safe.directory {board}"]


def test_a_board_within_a_larger_repository(tmp_path: Path, lif: Lif) -> None:
    root = tmp_path / "boards" / "hill"
    brought = {f"boards/hill/{path}": text for path, text in BOARD.items()}
    committed(tmp_path, {**brought, **beside_records("Boards", WHEEL), **SCHEMAS}, "2025-01-01")
    set_up_hooks(root, sys.executable)
    assert to_mend(rows(lif(f"doctor --format json --root {root}").out)) == []


def test_a_folder_that_a_service_copies(tmp_path: Path, lif: Lif) -> None:
    root = tmp_path / "OneDrive - Hill Council" / "board"
    committed(root, {**BOARD}, "2025-01-01")
    row = rows(lif(f"doctor --format json --root '{root}'").out)["place"]
    assert "OneDrive - Hill Council" in row["found"]
    assert f'git clone "{root}"' in row["to_mend"][0]
    assert rows(lif(f"doctor --format json --root {tmp_path}").out)["place"]["standing"] == "well"


@pytest.mark.parametrize("name", ["papers", "national", "query", "watch"])
def test_an_extra_that_is_not_there(board: Path, name: str) -> None:
    modules, _ = programs.EXTRAS[name]
    ran = process(BLOCKED.format(names=set(modules)), "doctor", "--format", "json")
    row = rows(ran.stdout)[f"extra-{name}"]
    assert (ran.returncode, row["standing"]) == (0, "for information")
    assert all(module in row["found"] for module in modules)
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = asked["project"]["optional-dependencies"]
    assert set(wanted) == set(programs.EXTRAS)
    for one in wanted[name]:
        assert f'"{re.split("[<>=]", one)[0]}' in row["to_mend"][0]


@pytest.mark.parametrize("lacking", ["nh3", "pydantic", "ruamel", "jinja2"])
def test_a_library_that_lif_needs(board: Path, lacking: str) -> None:
    """It is told even where almost nothing else of lif works without it."""
    ran = process(BLOCKED.format(names={lacking}), "doctor", "--format", "json")
    assert ran.returncode == 1, ran.stderr
    row = rows(ran.stdout)["libraries"]
    assert lacking in row["found"]
    assert "pip install" in row["to_mend"][0]


def test_every_library_that_lif_needs_is_looked_at() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=]", one)[0] for one in asked}
    modules = {
        "markdown_it": "markdown-it-py",
        "stdnum": "python-stdnum",
        "xlsxwriter": "XlsxWriter",
        "python_calamine": "python-calamine",
    }
    assert names == {modules.get(name, name) for name in programs.NEEDED}


def test_a_machine_without_git(board: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code = "import runpy; runpy.run_module('lif', run_name='__main__', alter_sys=True)"
    ran = process(code, "doctor", "--format", "json", PATH=str(tmp_path / "empty"))
    assert ran.returncode == 1
    assert to_mend(rows(ran.stdout)) == ["git"]
    assert not set(GIT[1:]) & set(rows(ran.stdout))


def test_a_terminal_that_knows_few_letters_and_a_python_that_forgets(board: Path) -> None:
    code = "import runpy; runpy.run_module('lif', run_name='__main__', alter_sys=True)"
    ran = process(code, "doctor", PYTHONIOENCODING="cp1252", PYTHONDONTWRITEBYTECODE="1")
    assert ran.returncode == 0
    assert "  note  Letters in the terminal: cp1252" in ran.stdout
    assert "PYTHONDONTWRITEBYTECODE is set" in ran.stdout


def test_each_system_is_told_its_own_way(tmp_path: Path) -> None:
    """What cannot be so on this machine: an old git or Python, a full disk, another system."""
    windows, mac = Asked(None, tmp_path, "windows"), Asked(None, tmp_path, "macos")
    assert git_rows._git(None, windows).how[0].startswith("winget install")
    assert git_rows._git((2, 20, 1), mac).how == ("xcode-select --install",)
    assert git_rows._git((2, 39), mac).standing == "well"
    assert programs._python((3, 10, 4), windows).standing == "mend"
    assert folder._space(10_000).standing == "mend"
    assert folder._synchronised("\\\\server\\share\\board", windows).standing == "mend"
    assert folder._synchronised("C:\\Users\\a\\OneDrive - Hill\\board", windows).standing == "mend"
    assert folder._synchronised("C:\\boards\\hill", windows).standing == "well"
    assert folder._clock(date(2025, 1, 1), [date(2025, 1, 2)]).standing == "well"
    assert folder._clock(date(2025, 1, 1), [date(2025, 1, 3)]).standing == "mend"


def test_calls_are_read_out_of_files_of_ci() -> None:
    script = """\
      # lif comments
      - run: lif validate --format github
      - lif validate --format junit > junit.xml || status=$?
      - test "$x" = 0 || lif validate
      - name: lif looks at it
        run: |
          .venv/bin/lif privacy scan --range "$A..$B"
    """
    assert called(script) == [
        "validate --format github",
        "validate --format junit",
        "validate",
        'privacy scan --range "$A..$B"',
    ]


def test_what_can_be_mended_is_mended_and_nothing_else_touched(tmp_path: Path, lif: Lif) -> None:
    committed(
        tmp_path,
        {**BOARD, "README.md": "Mine.\n", ".gitlab-ci.yml": "mine: 1\n", ".gitignore": "x\n"},
        "2025-01-01",
    )
    before = lif(f"doctor --format json --root {tmp_path}")
    assert before.code == 1
    ran = lif(f"doctor --mend --format json --root {tmp_path}")
    assert to_mend(rows(ran.out)) == []
    assert (tmp_path / WHEEL.path).is_file()
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Mine.\n"
    assert not (tmp_path / ".github" / "workflows").exists()
    for path, text in SCHEMAS.items():
        assert "/output/" in path or (tmp_path / path).read_text(encoding="utf-8") == text
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "--no-verify", "-m", "x")
    lif(f"doctor --mend --root {tmp_path}")
    assert git(tmp_path, "status", "--porcelain") == ""


def test_mend_finishes_a_change_that_was_cut_off(board: Path, lif: Lif) -> None:
    noted = '{"ready": false, "made": [], "steps": []}'
    text(".lif/journal.json", noted)(board)
    ran = lif("doctor --mend")
    assert ran.code == 0, ran.out
    assert "a change that had been cut off: brought to its end or taken back" in ran.err
    assert not (board / ".lif/journal.json").exists()
    text(".lif/journal.json", "{}")(board)
    ran = lif("doctor --mend")
    assert (ran.code, ran.err) == (
        2,
        "lif: --mend: .lif/journal.json does not say which change was cut off: look whether your records are "
        "as they should be, delete that file, and try again\n",
    )
